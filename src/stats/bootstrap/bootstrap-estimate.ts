import type { Warning } from "../../core/warning.js";
import type { BootstrapStatisticName } from "./resampled-statistic.js";

/** What every bootstrap tells of its estimate. */
export interface BootstrapEstimate {
  readonly statistic: BootstrapStatisticName;
  /** Of the measurements themselves: the statistic, or its comparison. */
  readonly estimate: number;
  /** Null, with a warning, where the resamples cannot tell. */
  readonly interval: readonly [low: number, high: number] | null;
  /** Standard deviation of the estimate over the resamples; null where there is no interval. */
  readonly standardError: number | null;
  readonly confidence: number;
  readonly resamples: number;
  readonly seed: number;
  /** Of the estimate: the samples', "1" for ratios and "cv", null for plain values and functions of one's own. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}
