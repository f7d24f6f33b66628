import { quantile } from "../stats/quantile.js";
import { hullOf, rangeOf, type ValueRange } from "./value-range.js";

/** More would be finer than a page shows. */
export const mostBins = 240;

/**
 * Edges of bins of one width over the range of all samples.
 *
 * By default the width is that of Freedman & Diaconis (1981, Zeitschrift für Wahrscheinlichkeitstheorie 57, 453–476),
 * 2 · IQR / ∛n, of the sample for which it is the smallest: the pooled values would be as wide as the samples are apart.
 * Where half of a sample is equal, it is left to the others; if to none, log₂ n + 1 bins are made (Sturges). Time O(n log
 * n).
 *
 * @param samples - one or more, each of one finite value or more
 * @param bins - how many; null chooses
 * @param range - where the first bin begins and the last one ends; null takes that of the values
 */
export function histogramBins(
  samples: readonly Float64Array[],
  bins: number | null,
  range: ValueRange | null,
): readonly number[] {
  const [low, high] = widened(range ?? hullOf(samples.map(rangeOf)));
  const count = bins ?? chosenCount(samples, high - low);
  return Array.from({ length: count + 1 }, (_, i) => (i === count ? high : low + (i / count) * (high - low)));
}

/** How many of the values lie in each bin; the last one includes its end. Time O(n). */
export function binCounts(values: Readonly<Float64Array>, edges: readonly number[]): readonly number[] {
  const bins = edges.length - 1;
  const [low, high] = [edges[0]!, edges[bins]!];
  const counts = Array<number>(bins).fill(0);
  for (const value of values) {
    if (!(value >= low && value <= high)) continue;
    let bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
    // A value on an edge belongs to the bin that begins there, whatever the division was rounded to.
    if (value < edges[bin]!) bin--;
    else if (bin < bins - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return counts;
}

function chosenCount(samples: readonly Float64Array[], length: number): number {
  const widths = samples.map((values) => {
    const [lower, upper] = quantile(values, [0.25, 0.75]).estimate;
    return (2 * (upper! - lower!)) / Math.cbrt(values.length);
  });
  const width = Math.min(...widths.filter((each) => each > 0));
  const largest = Math.max(...samples.map((values) => values.length));
  const count = Number.isFinite(width) ? Math.ceil(length / width) : Math.ceil(Math.log2(largest)) + 1;
  return Math.min(mostBins, Math.max(1, count));
}

/** Equal values get a bin of two per cent of their size around them. */
function widened([low, high]: ValueRange): ValueRange {
  if (low < high) return [low, high];
  const room = Math.abs(low) * 0.01 || 1;
  return [low - room, high + room];
}
