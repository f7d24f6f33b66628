import { largestNumber } from "../../core/measurements.js";
import { mean, variance } from "../../core/moments.js";
import { sortedQuantile } from "../../core/sorted-quantile.js";
import type { Warning } from "../../core/warning.js";
import { normalCdf, normalQuantile } from "../distributions.js";

/** How bounds are read off the resampled statistics. */
export type BootstrapMethod = "percentile" | "bca";

/** An interval, or the reason why there is none. */
export interface BootstrapBounds {
  readonly interval: readonly [low: number, high: number] | null;
  /** Standard deviation of the replicates; null where there is no interval. */
  readonly standardError: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * Bounds from replicates of a statistic, which are sorted in place.
 * Efron (1987), JASA 82, 171–185, doi:10.1080/01621459.1987.10478410; several samples: Efron & Tibshirani (1993), An
 * Introduction to the Bootstrap, chapters 13 and 14. Time O(R log R).
 *
 * @param jackknives - the statistic without each value in turn, one array a sample; only called for BCa
 */
export function bootstrapBounds(
  method: BootstrapMethod,
  confidence: number,
  estimate: number,
  replicates: Float64Array,
  jackknives: () => readonly Float64Array[],
): BootstrapBounds {
  // Typed arrays sort NaN and infinity to the ends.
  replicates.sort();
  const lowest = replicates[0]!;
  const highest = replicates[replicates.length - 1]!;
  if (!(lowest >= -largestNumber && highest <= largestNumber)) return none(undefinedStatistic);
  if (lowest === highest) return none(noVariation);
  if (method === "percentile") return boundsAt(replicates, [(1 - confidence) / 2, (1 + confidence) / 2]);
  const acceleration = accelerationOf(jackknives());
  if (!Number.isFinite(acceleration)) return none(undefinedStatistic);
  const levels = correctedLevels(confidence, biasOf(replicates, estimate), acceleration);
  return levels === null ? none(uncorrectable) : boundsAt(replicates, levels);
}

function boundsAt(
  sorted: Readonly<Float64Array>,
  [lower, upper]: readonly [number, number],
): BootstrapBounds {
  return {
    interval: [sortedQuantile(sorted, lower), sortedQuantile(sorted, upper)],
    standardError: Math.sqrt(variance(sorted)),
    warnings: [],
  };
}

/**
 * z₀: how far the estimate is from the median of the replicates. Replicates that equal it, up to the rounding of their
 * sums, count half: few or tied values have many of them, and rounding would put them on either side.
 */
function biasOf(sorted: Readonly<Float64Array>, estimate: number): number {
  const range = sorted[sorted.length - 1]! - sorted[0]!;
  const rounding = 4 * Number.EPSILON * Math.abs(estimate) + 1e-13 * range;
  let below = 0;
  let notAbove = 0;
  for (let r = 0; r < sorted.length; r++) {
    if (sorted[r]! < estimate - rounding) below++;
    if (sorted[r]! <= estimate + rounding) notAbove++;
  }
  return normalQuantile((below + notAbove) / (2 * sorted.length));
}

/** a: a sixth of the skewness of the jackknife's influences; 0 where leaving out any one value changes nothing. */
function accelerationOf(jackknives: readonly Float64Array[]): number {
  const influences = jackknives.flatMap((leftOut) => {
    const center = mean(leftOut);
    return Array.from(leftOut, (value) => (center - value) * (1 - 1 / leftOut.length));
  });
  // In units of the largest: cubes of timings in seconds, or of bytes, leave the range of a double.
  const largest = influences.reduce((most, influence) => Math.max(most, Math.abs(influence)), 0);
  if (largest === 0) return 0;
  let squares = 0;
  let cubes = 0;
  for (const influence of influences) {
    squares += (influence / largest) ** 2;
    cubes += (influence / largest) ** 3;
  }
  return cubes / (6 * squares ** 1.5);
}

/** The levels at which BCa reads the replicates; null where bias or acceleration is beyond correction. */
function correctedLevels(
  confidence: number,
  bias: number,
  acceleration: number,
): readonly [number, number] | null {
  const z = normalQuantile((1 - confidence) / 2);
  const lower = correctedLevel(bias, bias + z, acceleration);
  const upper = correctedLevel(bias, bias - z, acceleration);
  return lower === null || upper === null ? null : [lower, upper];
}

function correctedLevel(bias: number, shifted: number, acceleration: number): number | null {
  const divisor = 1 - acceleration * shifted;
  return Number.isFinite(bias) && divisor > 0 ? normalCdf(bias + shifted / divisor) : null;
}

function none(warning: Warning): BootstrapBounds {
  return { interval: null, standardError: null, warnings: [warning] };
}

const undefinedStatistic: Warning = {
  code: "undefined-statistic",
  message:
    "The statistic is no finite number for some resamples, so it has no interval; take more values, or a statistic that " +
    "exists for every resample.",
};

const noVariation: Warning = {
  code: "no-variation",
  message:
    "The statistic is the same for all resamples, so nothing can be said about chance; " +
    "take more values, or measure with a finer clock.",
};

const uncorrectable: Warning = {
  code: "uncorrectable-bias",
  message:
    "The resamples lie too far to one side of the estimate for a BCa interval; take more values or resamples, or ask for " +
    'method "percentile".',
};
