import { meanShift } from "../../src/changepoint/costs/mean-shift.js";
import { meanVariance } from "../../src/changepoint/costs/mean-variance.js";
import { nonparametric } from "../../src/changepoint/costs/nonparametric.js";
import { poisson } from "../../src/changepoint/costs/poisson.js";
import type { SegmentCost } from "../../src/changepoint/costs/segment-cost.js";
import type { Rng } from "../../src/random/rng.js";
import { normalValues } from "./normal-values.js";

/** All costs, for what must hold for each of them. */
export const allCosts: readonly SegmentCost[] = [meanShift(), meanVariance(), poisson(), nonparametric()];

/** A series of some levels, of counts where a cost asks for them; every other one has many ties. */
export function steppedSeries(rng: Rng, n: number, { domain }: SegmentCost): number[] {
  const grain = domain !== undefined || rng.below(2) === 0 ? 1 : 1e-9;
  const values: number[] = [];
  while (values.length < n) {
    const level = 5 + rng.below(6);
    values.push(...normalValues(rng, 1 + rng.below(8), level, 0.2 + 2 * rng.uniform()));
  }
  return values.slice(0, n).map((value) => grain * Math.round(Math.max(0, value) / grain));
}
