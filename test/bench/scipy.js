import { spawnSync } from "node:child_process";

const interpreters = [process.env.NOISEFLOOR_PYTHON, "python3", "/usr/bin/python3", "python"];

/** The first Python that can import SciPy, with the versions of both; null if there is none. */
export function findScipy() {
  for (const command of interpreters) {
    if (!command) continue;
    const program =
      "import platform, scipy; print(scipy.__version__, 'on Python', platform.python_version())";
    const { status, stdout } = spawnSync(command, ["-c", program], { encoding: "utf8" });
    if (status === 0) return { command, version: `SciPy ${stdout.trim()}` };
  }
  return null;
}

/** A rival: `scipy.stats.bootstrap`, vectorised, timed inside Python so that its start does not count. */
export function scipyBootstrap({ values, statistic, method, resamples }) {
  return {
    name: "scipy.stats.bootstrap",
    tool: "scipy",
    milliseconds: (tools, repetitions) =>
      runProgram(tools, program, { values: [...values], statistic, method, resamples, repetitions }),
  };
}

/** The times that a Python program prints, which gets `given` as JSON. */
export function runProgram(tools, program, given) {
  const input = JSON.stringify(given);
  const { status, stdout, stderr } = spawnSync(tools.scipy.command, ["-c", program], {
    input,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the SciPy benchmark failed:\n${stderr}`);
  return JSON.parse(stdout);
}

const program = `
import json, sys, time
import numpy as np
from scipy import stats

given = json.load(sys.stdin)
values, statistic = np.array(given["values"]), given["statistic"]
function = {"mean": np.mean, 0.5: np.median}.get(statistic, lambda x, axis: np.quantile(x, statistic, axis=axis))
method = {"percentile": "percentile", "bca": "BCa"}[given["method"]]
times = []
for repetition in range(given["repetitions"] + 1):
    start = time.perf_counter()
    stats.bootstrap((values,), function, n_resamples=given["resamples"], method=method, vectorized=True, random_state=repetition)
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps(times[1:]))
`;
