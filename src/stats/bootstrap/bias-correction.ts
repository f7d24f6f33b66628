import { mean } from "../../core/moments.js";
import { normalCdf, normalQuantile } from "../distributions.js";

/** The levels at which BCa reads the replicates; null where bias or acceleration is beyond correction. */
export function correctedLevels(
  confidence: number,
  estimate: number,
  sorted: Readonly<Float64Array>,
  acceleration: number,
): readonly [number, number] | null {
  const bias = biasOf(sorted, estimate);
  const z = normalQuantile((1 - confidence) / 2);
  const lower = correctedLevel(bias, bias + z, acceleration);
  const upper = correctedLevel(bias, bias - z, acceleration);
  return lower === null || upper === null ? null : [lower, upper];
}

/** a: a sixth of the skewness of the jackknife's influences; 0 where leaving out any one value changes nothing. */
export function accelerationOf(jackknives: readonly Float64Array[]): number {
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

function correctedLevel(bias: number, shifted: number, acceleration: number): number | null {
  const divisor = 1 - acceleration * shifted;
  return Number.isFinite(bias) && divisor > 0 ? normalCdf(bias + shifted / divisor) : null;
}
