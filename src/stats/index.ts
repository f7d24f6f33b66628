export { InputError } from "../core/input-error.js";
export type { Measurements } from "../core/measurements.js";
export { createSample, type Sample, type SampleDescription } from "../core/sample.js";
export type { Values } from "../core/values.js";
export type { Warning } from "../core/warning.js";
export {
  type BootstrapIntervalOptions,
  type BootstrapIntervalResult,
  type BootstrapMethod,
  type BootstrapStatistic,
  type BootstrapStatisticName,
  bootstrapInterval,
} from "./bootstrap-interval.js";
export {
  type CoefficientOfVariationOptions,
  type CoefficientOfVariationResult,
  coefficientOfVariation,
} from "./coefficient-of-variation.js";
export { type DescribeResult, describe } from "./describe.js";
export type { Alternative, Interval } from "./interval.js";
export { type QuantileOptions, type QuantileResult, type QuantileType, quantile } from "./quantile.js";
export { type WelchTTestOptions, type WelchTTestResult, welchTTest } from "./welch-t-test.js";
