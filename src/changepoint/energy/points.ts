import { sortedQuantile } from "../../core/sorted-quantile.js";

/** Points in time order, moved and scaled so that no power of a distance is ever out of range. */
export interface Points {
  readonly n: number;
  readonly dimensions: number;
  /** All first coordinates, then all second ones, and so on. */
  readonly coordinates: Readonly<Float64Array>;
  /** True distances are `2 ** exponent` times as long. */
  readonly exponent: number;
}

/**
 * Energy statistics of points and of moved ones are the same, and of scaled ones in proportion, so each coordinate is taken
 * from its median, which costs values far from zero no digits, and all are divided by a power of two, which costs none at all.
 * Time O(n log n), memory O(n) for each dimension.
 *
 * @param series - the coordinates, one array a dimension, all of one length
 */
export function preparePoints(series: readonly Readonly<Float64Array>[]): Points {
  const n = series[0]!.length;
  const coordinates = new Float64Array(n * series.length);
  let largest = 0;
  for (const [dimension, values] of series.entries()) {
    const center = sortedQuantile(values.slice().sort(), 0.5, 1);
    for (let i = 0; i < n; i++) {
      const moved = values[i]! - center;
      coordinates[dimension * n + i] = moved;
      largest = Math.max(largest, Math.abs(moved));
    }
  }
  const exponent = largest === 0 ? 0 : Math.ceil(Math.log2(largest));
  const scale = 2 ** -exponent;
  for (let i = 0; i < coordinates.length; i++) coordinates[i]! *= scale;
  return { n, dimensions: series.length, coordinates, exponent };
}
