import { fitLine } from "./curves.js";

/** A stretch that should be at one level, from `from` to the end of the run. */
export interface SteadyStretch {
  readonly from: number;
  /** The last place at which a steady part may begin. */
  readonly latest: number;
  /** The direction of the change before it, −1 or 1; 0 if there was none. */
  readonly towards: number;
  /** A smaller change does not matter. */
  readonly margin: number;
  readonly longRunVariance: number;
}

/**
 * The first place from which on the run does not drift, wherever one begins: `from` if it does not drift at all. Null if it
 * still drifts at `latest`, or in another direction than before. One of at most 1,000 places is
 * taken. Time O(n) a place.
 */
export function afterDrift(
  series: Readonly<Float64Array>,
  { from, latest, towards, margin, longRunVariance }: SteadyStretch,
): number | null {
  const drift = (start: number): number => {
    const { change } = fitLine(series.subarray(start));
    const error = Math.sqrt((12 * longRunVariance) / (series.length - start));
    return Math.abs(change) > margin && Math.abs(change) > unlikely * error ? Math.sign(change) : 0;
  };
  const direction = drift(from);
  if (direction === 0) return from;
  if (direction !== towards) return null;
  const stride = Math.ceil((latest - from) / mostPlaces);
  let start = latest;
  while (start > from && drift(start) === 0) start -= stride;
  return start === latest ? null : start + stride;
}

const mostPlaces = 1000;

/** In standard errors: about once in a thousand runs that do not drift. */
const unlikely = 3.3;
