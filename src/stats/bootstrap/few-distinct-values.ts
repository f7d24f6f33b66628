import type { Warning } from "../../core/warning.js";
import type { BootstrapBounds } from "./bounds.js";
import type { ResampledStatistic } from "./resampled-statistic.js";

/**
 * Says so where bounds are read off replicates that are mostly one number, as those of a maximum are, or where both bounds
 * are that number. Time O(R).
 *
 * @param sorted - the replicates that gave the bounds, ascending
 */
export function fewDistinctValues(
  { name }: ResampledStatistic,
  { interval }: BootstrapBounds,
  sorted: Readonly<Float64Array>,
): Warning[] {
  if (interval === null) return [];
  const share = longestRun(sorted) / sorted.length;
  // Of the statistics that have names, it is known how many values they need.
  if (!(name === "custom" && share > largestShare) && interval[0] !== interval[1]) return [];
  return [
    {
      code: "few-distinct-values",
      message:
        `The statistic is the same number for ${Math.round(100 * share)} % of the resamples, so the interval may be far from ` +
        "its confidence; take more values, a finer clock, or a statistic that depends on all values.",
    },
  ];
}

/** The median of 20 values stays below; a maximum has 63 %. */
const largestShare = 0.2;

function longestRun(sorted: Readonly<Float64Array>): number {
  let longest = 0;
  let start = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (sorted[i] !== sorted[start]) start = i;
    longest = Math.max(longest, i - start + 1);
  }
  return longest;
}
