import {
  cliffsDelta,
  equivalenceTest,
  hedgesG,
  hodgesLehmannShift,
  welchTTest,
} from "../../dist/stats/index.js";
import { limit } from "./limit.js";
import { timings } from "./timings.js";

const all = timings(60 * 10_000);
const pairs = Array.from({ length: 10_000 }, (_, i) => [
  all.subarray(60 * i, 60 * i + 30),
  all.subarray(60 * i + 30, 60 * i + 60),
]);

/** What a large suite asks of every benchmark: is it different, by how much, and is it the same within 2 %? */
export const tenThousandPairs = [
  {
    name: "Welch, TOST and three effect sizes of 10,000 benchmarks, 2 × 30 values",
    run: () => {
      for (const [baseline, candidate] of pairs) {
        welchTTest(baseline, candidate);
        equivalenceTest(baseline, candidate);
        hedgesG(baseline, candidate);
        hodgesLehmannShift(baseline, candidate);
        cliffsDelta(baseline, candidate);
      }
    },
    rival: limit(1000),
    target: 1,
  },
];
