import { edPelt, meanVariance, optimalPartitioning, pelt } from "../../dist/index.js";
import { limit } from "./limit.js";
import { timings } from "./timings.js";

const ramp = Float64Array.from({ length: 10_000 }, (_, i) => i);
const steps = timings(5000).map((value, i) => value + 200 * (Math.floor(i / 100) % 3));
const long = timings(100_000).map((value, i) => value + 1000 * (Math.floor(i / 500) % 3));

/** Partitions of long series; the ramp is what gives ED-PELT least to prune. */
export const changePoints = [
  {
    name: "ED-PELT of a ramp of 10,000 values",
    run: () => edPelt(ramp, { minSegment: 1 }),
    rival: limit(600),
    target: 1,
  },
  {
    name: "PELT of 5,000 values, 50 segments, mean and variance",
    run: () => pelt(steps, { cost: meanVariance(), minSegment: 5, penalty: 40 }),
    rival: {
      name: "optimalPartitioning",
      tool: "none",
      milliseconds: (_, repetitions) =>
        Array.from({ length: Math.min(3, repetitions) }, () => {
          const start = performance.now();
          optimalPartitioning(steps, { cost: meanVariance(), minSegment: 5, penalty: 40 });
          return performance.now() - start;
        }),
    },
    target: 1 / 5,
  },
  {
    name: "PELT of 100,000 values, 200 segments",
    run: () => pelt(long),
    rival: limit(1500),
    target: 1,
  },
];
