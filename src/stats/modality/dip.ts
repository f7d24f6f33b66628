import { type Knot, slope, tautString } from "./taut-string.js";

/**
 * The taut string of all cumulative distributions that differ nowhere from that of the values by more than `distance`.
 *
 * @param sorted - strictly ascending
 * @param distance - above 1 / (2n), below which there is none
 */
export function stringWithin(sorted: Readonly<Float64Array>, distance: number): Knot[] {
  const n = sorted.length;
  const range = sorted[n - 1]! - sorted[0]!;
  const x = new Float64Array(n + 2);
  const lower = new Float64Array(n + 2);
  const upper = new Float64Array(n + 2);
  // The tails go far out, where they cost no density: next to them, even the widest gap is dense.
  x[0] = -tailLength;
  x[n + 1] = 1 + tailLength;
  lower[n + 1] = 1;
  upper[n + 1] = 1;
  for (let i = 0; i < n; i++) {
    x[i + 1] = (sorted[i]! - sorted[0]!) / range;
    lower[i + 1] = Math.max(0, (i + 1) / n - distance);
    upper[i + 1] = Math.min(1, i / n + distance);
  }
  return tautString({ x, lower, upper });
}

/** In ranges of the values. */
const tailLength = 1e6;

/** Whether the slope of the string rises to one maximum and falls from there. */
export function isUnimodal(corners: readonly Knot[]): boolean {
  let falling = false;
  for (let i = 2; i < corners.length; i++) {
    const change = slope(corners[i - 1]!, corners[i]!) - slope(corners[i - 2]!, corners[i - 1]!);
    if (falling && change > 0) return false;
    if (change < 0) falling = true;
  }
  return true;
}

/**
 * The dip: the largest distance between the cumulative distribution of the values and the closest unimodal one.
 *
 * Hartigan & Hartigan (1985), Annals of Statistics 13, 70–84, doi:10.1214/aos/1176346577. A unimodal distribution within a
 * distance exists exactly if the taut string is one, so the distance is halved down to. Time O(n), some 40 strings.
 *
 * @param sorted - strictly ascending, two or more
 */
export function dip(sorted: Readonly<Float64Array>): number {
  let low = 1 / (2 * sorted.length);
  let high = 0.5;
  while (high - low > 1e-11 * high) {
    const middle = (low + high) / 2;
    if (isUnimodal(stringWithin(sorted, middle))) high = middle;
    else low = middle;
  }
  return high;
}
