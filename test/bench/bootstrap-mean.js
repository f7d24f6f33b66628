import { bootstrapInterval } from "../../dist/stats/index.js";
import { scipyBootstrap } from "./scipy.js";
import { timings } from "./timings.js";

const values = timings(1200);

/** The bootstrap interval of a mean: SciPy draws all resamples as one matrix. */
export const bootstrapMean = ["percentile", "bca"].map((method) => ({
  name: `bootstrap of the mean, ${method}, 9,999 resamples of 1,200 values`,
  run: () => bootstrapInterval(values, { statistic: "mean", method, resamples: 9999 }),
  rival: scipyBootstrap({ values, statistic: "mean", method, resamples: 9999 }),
  target: 1 / 5,
}));
