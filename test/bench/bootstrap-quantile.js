import { bootstrapInterval } from "../../dist/stats/index.js";
import { scipyBootstrap } from "./scipy.js";
import { timings } from "./timings.js";

const values = timings(1200);

/** The bootstrap interval of a median and of a tail quantile: SciPy sorts or partitions each resample. */
export const bootstrapQuantile = [0.5, 0.99].map((p) => ({
  name: `bootstrap of the ${p}-quantile, bca, 9,999 resamples of 1,200 values`,
  run: () => bootstrapInterval(values, { statistic: { quantile: p }, method: "bca", resamples: 9999 }),
  rival: scipyBootstrap({ values, statistic: p, method: "bca", resamples: 9999 }),
  target: 1 / 5,
}));
