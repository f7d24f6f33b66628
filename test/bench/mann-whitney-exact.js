import { mannWhitneyU } from "../../dist/stats/index.js";
import { limit } from "./limit.js";
import { timings } from "./timings.js";

const values = timings(50).map((value) => Math.round(value / 20));

/** The exact p of 25 + 25 values with ties, where others turn to an approximation. */
export const mannWhitneyExact = [
  {
    name: "Mann-Whitney, exact, 25 + 25 values with ties",
    run: () => mannWhitneyU(values.subarray(0, 25), values.subarray(25), { method: "exact" }),
    rival: limit(20),
    target: 1,
  },
];
