import type { Rng } from "../../random/rng.js";

/**
 * What is bootstrapped: a statistic by name, any quantile (type 7), or a function of the values. The function gets scratch
 * memory that it may sort but not keep, and must not depend on the order of the values.
 */
export type BootstrapStatistic =
  | "mean"
  | "median"
  | "sd"
  | "cv"
  | { readonly quantile: number }
  | ((values: Float64Array) => number);

/** How results name the statistic: a function cannot be written as JSON, so it appears as "custom". */
export type BootstrapStatisticName =
  | "mean"
  | "median"
  | "sd"
  | "cv"
  | { readonly quantile: number }
  | "custom";

/** A statistic as the bootstrap works on it. All functions take ascending values, at least `minimum` of them. */
export interface ResampledStatistic {
  readonly name: BootstrapStatisticName;
  /** Fewest values for which the statistic and its jackknife exist. */
  readonly minimum: number;
  /** With fewer values, intervals are far from their confidence. */
  readonly advised: number;
  /** The unit of the statistic of values in `unit`. */
  readonly unitOf: (unit: string | null) => string | null;
  readonly evaluate: (sorted: Readonly<Float64Array>) => number;
  /** Fills `replicates` with the statistic of one resample each, whose ranks are one `rng.fillBelow(ranks, n)`. */
  readonly resample: (sorted: Readonly<Float64Array>, rng: Rng, replicates: Float64Array) => void;
  /** The statistic without each value in turn. */
  readonly jackknife: (sorted: Readonly<Float64Array>) => Float64Array;
  /**
   * The standard error of the statistic of any `n` ascending values, estimated from these alone: what "studentized" divides by;
   * 0 if they do not vary. Only a function of one's own needs the generator.
   */
  readonly standardError: (n: number, rng: Rng) => (sorted: Readonly<Float64Array>) => number;
}
