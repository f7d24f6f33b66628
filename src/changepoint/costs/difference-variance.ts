import { sortedQuantile } from "../../core/sorted-quantile.js";

/**
 * The variance of the noise of a series that has changes, from the differences of neighbours, of which only a few hold a
 * change: the square of 1.4826·MAD(differences)/√2. Where that is zero, since half of the differences or more are equal, half
 * the mean of the squared differences (von Neumann 1941, Annals of Mathematical Statistics 12, 367–395), which changes
 * make larger. Assumes independent noise: correlated neighbours make it too small. Time O(n log n), memory O(n).
 *
 * @returns 0 only if all values are equal
 */
export function differenceVariance(values: Readonly<Float64Array>): number {
  const n = values.length - 1;
  if (n < 1) return 0;
  const differences = new Float64Array(n);
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const difference = values[i + 1]! - values[i]!;
    differences[i] = difference;
    squares += difference * difference;
  }
  const center = sortedQuantile(differences.sort(), 0.5);
  for (let i = 0; i < n; i++) differences[i] = Math.abs(differences[i]! - center);
  const sd = (1.4826 * sortedQuantile(differences.sort(), 0.5)) / Math.SQRT2;
  return sd > 0 ? sd * sd : squares / (2 * n);
}
