import { appendToHunter, eDivisive, hunter } from "../../dist/index.js";
import { limit } from "./limit.js";
import { runProgram } from "./scipy.js";
import { timings } from "./timings.js";

const series = timings(8000).map((value, i) => value + (i < 5000 ? 0 : 50));
const part = series.subarray(4500, 5500);
const few = series.subarray(4000, 6000);
const long = series.subarray(1000, 6000);
const found = hunter(long);

/** Change points by energy distance: the search alone, with a permutation test, and in windows. */
export const energyChanges = [
  {
    name: "E-divisive over all places and ends, 8,000 values",
    run: () => eDivisive(series, { permutations: 0 }),
    rival: limit(500),
    target: 1,
  },
  {
    name: "E-divisive over all places and ends, 2,000 values",
    run: () => eDivisive(few, { permutations: 0 }),
    rival: { name: "NumPy, matrices of all pairs", tool: "scipy", milliseconds },
    target: 1 / 5,
  },
  ...[
    ["end", 500],
    ["all", 3000],
  ].map(([kappa, most]) => ({
    name: `E-divisive, kappa ${kappa}, 999 permutations of 1,000 values`,
    run: () => eDivisive(part, { kappa, permutations: 999, maxChangePoints: 1 }),
    rival: limit(most),
    target: 1,
  })),
  {
    name: "Hunter, 5,000 values",
    run: () => hunter(long),
    rival: limit(20),
    target: 1,
  },
  {
    name: "Hunter, one value appended to 5,000",
    run: () => appendToHunter(found, 100),
    rival: limit(5),
    target: 1,
  },
];

function milliseconds(tools, repetitions) {
  return runProgram(tools, program, { values: [...few], repetitions });
}

/** The sums within all stretches at once, from the matrix of distances: what a search without a matrix is up against. */
const program = `
import json, sys, time
import numpy as np

given = json.load(sys.stdin)
x = np.array(given["values"])
n = len(x)
first, end = np.arange(n)[:, None], np.arange(1, n + 1)[None, :]
with np.errstate(divide="ignore", invalid="ignore"):
    times = []
    for repetition in range(given["repetitions"] + 1):
        start = time.perf_counter()
        upper = np.triu(np.abs(x[:, None] - x[None, :]))
        within = np.cumsum(np.cumsum(upper[::-1], axis=0)[::-1], axis=1)
        mean = np.where(end - first > 1, within / (end - first - 1), 0)
        q = 2 * (end - 1) / end * (mean[0][None, :] - np.concatenate([[0], mean[0][:-1]])[:, None] - mean)
        q[(end - first < 2) | (first < 2)] = -np.inf
        place = np.unravel_index(np.argmax(q), q.shape)
        times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times[1:]))
`;
