/** The nine definitions of a sample quantile by Hyndman & Fan; 7 is the default of R, NumPy and most tools. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Where a quantile lies among ascending values: `(1 − weight) · x[lower] + weight · x[lower + 1]`. */
export interface QuantilePosition {
  /** 0-based, so that `lower + 1` exists wherever `weight` is above 0. */
  readonly lower: number;
  /** In [0, 1). */
  readonly weight: number;
}

/** The `p`-quantile of one or more ascending values. Time and memory O(1). */
export function sortedQuantile(sorted: Readonly<Float64Array>, p: number, type: QuantileType = 7): number {
  const { lower, weight } = quantilePosition(sorted.length, p, type);
  const value = sorted[lower]!;
  return weight === 0 ? value : value + weight * (sorted[lower + 1]! - value);
}

/** The position of the `p`-quantile among `n` ascending values, `p` in [0, 1]. Time and memory O(1). */
export function quantilePosition(n: number, p: number, type: QuantileType): QuantilePosition {
  const position = type <= 3 ? stepPosition(n, p, type as 1 | 2 | 3) : linearPosition(n, p, type);
  // 1-based until here, and below 1 or above n at the ends.
  if (!(position.lower >= 1)) return { lower: 0, weight: 0 };
  if (!(position.lower < n)) return { lower: n - 1, weight: 0 };
  return position.weight === 1
    ? { lower: position.lower, weight: 0 }
    : { lower: position.lower - 1, weight: position.weight };
}

function stepPosition(n: number, p: number, type: 1 | 2 | 3): QuantilePosition {
  const target = type === 3 ? n * p - 0.5 : n * p;
  const lower = floorAbout(target);
  const above = target - lower > roundingOf(target);
  if (type === 1) return { lower, weight: above ? 1 : 0 };
  if (type === 2) return { lower, weight: above ? 1 : 0.5 };
  return { lower, weight: above || lower % 2 !== 0 ? 1 : 0 };
}

function linearPosition(n: number, p: number, type: QuantileType): QuantilePosition {
  const [alpha, beta] = plottingPosition(type);
  const target = alpha + p * (n + 1 - alpha - beta);
  const lower = floorAbout(target);
  const weight = target - lower;
  return { lower, weight: weight > roundingOf(target) ? weight : 0 };
}

function plottingPosition(type: QuantileType): readonly [alpha: number, beta: number] {
  switch (type) {
    case 4:
      return [0, 1];
    case 5:
      return [0.5, 0.5];
    case 6:
      return [0, 0];
    case 8:
      return [1 / 3, 1 / 3];
    case 9:
      return [3 / 8, 3 / 8];
    default:
      return [1, 1];
  }
}

/** The floor, where a product that rounding left just below a whole number counts as that number. */
function floorAbout(target: number): number {
  return Math.floor(target + roundingOf(target));
}

function roundingOf(target: number): number {
  return 4 * Number.EPSILON * Math.max(1, Math.abs(target));
}
