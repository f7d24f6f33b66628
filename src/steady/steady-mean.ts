import { mean } from "../core/moments.js";
import type { Warning } from "../core/warning.js";
import { studentTQuantile } from "../stats/distributions.js";
import { effectiveSampleSize } from "../stats/effective-sample-size.js";

/** The mean of the steady part of a run. */
export interface SteadyMean {
  readonly mean: number;
  /** Null if the values do not vary. */
  readonly interval: readonly [low: number, high: number] | null;
  readonly standardError: number | null;
  /** How many independent values the steady part is worth; null if they do not vary. */
  readonly effectiveSize: number | null;
  readonly warnings: readonly Warning[];
}

/**
 * The mean of four or more values of one level, with an interval that knows their autocorrelation: Student's, of as many
 * values as {@link effectiveSampleSize} finds independent.
 */
export function steadyMean(values: Readonly<Float64Array>, confidence: number): SteadyMean {
  const { estimate, standardError, warnings } = effectiveSampleSize(values);
  const center = mean(values);
  const shared = { mean: center, standardError, effectiveSize: estimate, warnings };
  if (estimate === null || standardError === null) return { ...shared, interval: null };
  const half = studentTQuantile((1 + confidence) / 2, Math.max(1, estimate - 1)) * standardError;
  return { ...shared, interval: [center - half, center + half] };
}
