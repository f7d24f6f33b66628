import { describe } from "../stats/describe.js";
import { binCounts, histogramBins } from "./histogram-bins.js";
import type { PlotSample } from "./plot-samples.js";
import type { ValueRange } from "./value-range.js";

/** A sample with its histogram, in the unit of its values. */
export interface HistogramData {
  readonly name: string;
  readonly metric: string;
  readonly unit: string;
  readonly benchmark: string;
  readonly runs: number;
  /** Of all runs, in time order. */
  readonly values: Float64Array;
  readonly counts: readonly number[];
  readonly mean: number;
  readonly standardError: number | null;
  readonly range: ValueRange;
}

/** How {@link histogramData} counts. */
export interface HistogramDataOptions {
  /** Null chooses. */
  readonly bins: number | null;
  /** Null takes all values. */
  readonly range: ValueRange | null;
  readonly scale: "linear" | "log";
}

/** Samples counted in bins that they share: of one width, or, on a logarithmic scale, of one ratio. Time O(n log n). */
export function histogramData(
  samples: readonly PlotSample[],
  { bins, range, scale }: HistogramDataOptions,
): { readonly edges: readonly number[]; readonly data: readonly HistogramData[] } {
  const [to, from] = scale === "log" ? [Math.log, Math.exp] : [identity, identity];
  const all = samples.map(({ runs }) => Float64Array.from(runs.flatMap((run) => Array.from(run))));
  const places = scale === "log" ? all.map((values) => values.map(to)) : all;
  const edges = histogramBins(places, bins, range === null ? null : [to(range[0]), to(range[1])]);
  const data = samples.map(({ name, metric, unit, benchmark, runs }, i): HistogramData => {
    const { mean, standardError, min, max } = describe(all[i]!);
    return {
      ...{ name, metric, unit, benchmark, runs: runs.length, values: all[i]!, mean, standardError },
      counts: binCounts(places[i]!, edges),
      range: [min, max],
    };
  });
  return { edges: edges.map(from), data };
}

function identity(value: number): number {
  return value;
}
