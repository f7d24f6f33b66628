import { analyseSeries, type SeriesOutcome } from "./analyse-series.js";

/** Series that a worker is given at once. */
export interface SeriesBatch {
  /** Place of the first among all. */
  readonly start: number;
  readonly series: readonly unknown[];
}

/** What a worker says of one series. */
export interface SeriesAnswer {
  readonly place: number;
  readonly outcome: SeriesOutcome;
  /** Whether it was the last of its batch. */
  readonly last: boolean;
}

/** Searches the series of each batch, one after the other, and sends what came of each. */
export function batchAnswerer(
  search: object,
  port: { readonly postMessage: (answer: SeriesAnswer) => void },
): (batch: SeriesBatch) => void {
  return ({ start, series }) => {
    for (const [k, one] of series.entries()) {
      const last = k === series.length - 1;
      port.postMessage({ place: start + k, outcome: analyseSeries(one, search), last });
    }
  };
}
