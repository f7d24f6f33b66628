/**
 * The sum of `values`, compensated: the rounding error of every addition is carried along and added at the end.
 * Neumaier (1974), ZAMM 54, 39–51. Time O(n), memory O(1).
 */
export function compensatedSum(values: Readonly<Float64Array>): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}

/** The arithmetic mean of one or more values, never outside their range. Time O(n), memory O(1). */
export function mean(values: Readonly<Float64Array>): number {
  let lowest = values[0]!;
  let highest = lowest;
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    if (value < lowest) lowest = value;
    if (value > highest) highest = value;
  }
  // Rounding would make the mean of three times 0.1 a little more than 0.1, and constant values vary.
  return Math.min(Math.max(compensatedSum(values) / values.length, lowest), highest);
}

/**
 * The sum of squared deviations from the mean, in two passes; the second corrects for the rounding of `center`.
 * Chan, Golub & LeVeque (1983), American Statistician 37, 242–247 (the corrected two-pass algorithm). Time O(n), memory O(1).
 *
 * @param center - the mean of `values` as far as it can be represented
 */
export function sumOfSquares(values: Readonly<Float64Array>, center: number): number {
  let squares = 0;
  let deviations = 0;
  for (let i = 0; i < values.length; i++) {
    const deviation = values[i]! - center;
    squares += deviation * deviation;
    deviations += deviation;
  }
  return Math.max(0, squares - (deviations * deviations) / values.length);
}

/** The variance with divisor n − `ddof`; more than `ddof` values are needed. Time O(n), memory O(1). */
export function variance(values: Readonly<Float64Array>, ddof: 0 | 1 = 1): number {
  return sumOfSquares(values, mean(values)) / (values.length - ddof);
}
