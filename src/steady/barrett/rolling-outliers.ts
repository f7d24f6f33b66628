import { sortedQuantile } from "../../core/sorted-quantile.js";

/**
 * The outliers of warmup_stats: values more than three times the range from the 10th to the 90th percentile away from the
 * median, both of a window about them. The window ends with the run, but values before the first full window are never
 * outliers. Time O(n · window · log window), memory O(window).
 */
export function rollingOutliers(values: Readonly<Float64Array>, window: number): number[] {
  const half = Math.floor(window / 2);
  const outliers: number[] = [];
  for (let i = 0; i < values.length; i++) {
    const first = Math.max(0, i - half);
    const end = Math.min(values.length, i + half);
    if ((first === 0 && end < window) || end === first) continue;
    const sorted = values.slice(first, end).sort();
    const band = 3 * (sortedQuantile(sorted, 0.9) - sortedQuantile(sorted, 0.1));
    if (Math.abs(values[i]! - sortedQuantile(sorted, 0.5)) > band) outliers.push(i);
  }
  return outliers;
}
