import { permutationTest } from "../../dist/stats/index.js";
import { runProgram } from "./scipy.js";
import { timings } from "./timings.js";

const all = timings(1200);
const [baseline, candidate] = [all.subarray(0, 600), all.subarray(600)];

/** 9,999 random arrangements: SciPy draws and sums them as matrices, in batches that fit into memory. */
export const permutationMean = [
  {
    name: "permutation test of the mean, 9,999 permutations of 600 + 600 values",
    run: () => permutationTest(baseline, candidate, { permutations: 9999 }),
    rival: { name: "scipy.stats.permutation_test", tool: "scipy", milliseconds },
    target: 1 / 5,
  },
];

function milliseconds(tools, repetitions) {
  return runProgram(tools, program, { baseline: [...baseline], candidate: [...candidate], repetitions });
}

const program = `
import json, sys, time
import numpy as np
from scipy import stats

given = json.load(sys.stdin)
baseline, candidate = np.array(given["baseline"]), np.array(given["candidate"])
difference = lambda x, y, axis: np.mean(x, axis=axis) - np.mean(y, axis=axis)
times = []
for repetition in range(given["repetitions"] + 1):
    start = time.perf_counter()
    stats.permutation_test((candidate, baseline), difference, n_resamples=9999, vectorized=True, batch=1000,
                           random_state=repetition)
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times[1:]))
`;
