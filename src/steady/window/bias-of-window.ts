import { studentTQuantile } from "../../stats/distributions.js";
import type { SteadyStateResult } from "../steady-run.js";
import type { Window } from "./find-window.js";

/** By how much the mean of a window is off. */
export interface Bias {
  readonly estimate: number;
  /** Null if the steady values do not vary. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly relative: number | null;
}

/**
 * The mean of a window less the steady mean. Values in both count in both: the variance is that of the difference of their
 * weights, with the long-run variance of the steady values.
 *
 * @param steadyFrom - the first steady value, if the window is one of the same run; null if it is of another
 */
export function biasOfWindow(
  windowMean: number,
  { start, end }: Window,
  steady: SteadyStateResult,
  steadyFrom: number | null,
): Bias | null {
  if (steady.mean === null || steady.start === null) return null;
  const estimate = windowMean - steady.mean;
  const relative = steady.mean > 0 ? estimate / steady.mean : null;
  if (steady.standardError === null || steady.effectiveSize === null) {
    return { estimate, interval: null, relative };
  }
  const size = end - start;
  const steadySize = steady.n - steady.start;
  const shared = steadyFrom === null ? 0 : Math.max(0, end - Math.max(start, steadyFrom));
  const weights =
    shared * (1 / size - 1 / steadySize) ** 2 +
    (size - shared) / size ** 2 +
    (steadySize - shared) / steadySize ** 2;
  const error = steady.standardError * Math.sqrt(steadySize * weights);
  const half = studentTQuantile((1 + steady.confidence) / 2, Math.max(1, steady.effectiveSize - 1)) * error;
  return { estimate, interval: [estimate - half, estimate + half], relative };
}
