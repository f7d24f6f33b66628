export { InputError } from "../core/input-error.js";
export type { Measurements } from "../core/measurements.js";
export { createSample, type Sample, type SampleDescription } from "../core/sample.js";
export type { Values } from "../core/values.js";
export type { Warning } from "../core/warning.js";
export {
  type AdjustConfidenceOptions,
  type AdjustConfidenceResult,
  adjustConfidence,
  type ConfidenceAdjustment,
} from "./adjust-confidence.js";
export {
  type AdjustPValuesOptions,
  type AdjustPValuesResult,
  adjustPValues,
  type PValueAdjustment,
} from "./adjust-p-values.js";
export {
  type AndersonDarlingOptions,
  type AndersonDarlingResult,
  andersonDarling,
} from "./anderson-darling.js";
export {
  type AutocorrelationOptions,
  type AutocorrelationResult,
  autocorrelation,
} from "./autocorrelation.js";
export {
  type BlockBootstrapOptions,
  type BlockBootstrapResult,
  type BlockScheme,
  blockBootstrapInterval,
} from "./block-bootstrap-interval.js";
export type { BootstrapMethod } from "./bootstrap/bounds.js";
export type { BootstrapOptions } from "./bootstrap/options.js";
export type { BootstrapStatistic, BootstrapStatisticName } from "./bootstrap/resampled-statistic.js";
export {
  type BootstrapComparison,
  type BootstrapDifferenceOptions,
  type BootstrapDifferenceResult,
  bootstrapDifference,
} from "./bootstrap-difference.js";
export { type BootstrapIntervalResult, bootstrapInterval } from "./bootstrap-interval.js";
export { type BrownForsytheResult, brownForsythe } from "./brown-forsythe.js";
export { type BrunnerMunzelOptions, type BrunnerMunzelResult, brunnerMunzel } from "./brunner-munzel.js";
export { type CliffsDeltaOptions, type CliffsDeltaResult, cliffsDelta } from "./cliffs-delta.js";
export {
  type CoefficientOfVariationOptions,
  type CoefficientOfVariationResult,
  coefficientOfVariation,
} from "./coefficient-of-variation.js";
export {
  type CoefficientOfVariationRatioOptions,
  type CoefficientOfVariationRatioResult,
  coefficientOfVariationRatio,
} from "./coefficient-of-variation-ratio.js";
export { type DescribeResult, describe } from "./describe.js";
export {
  type EffectiveSampleSizeResult,
  effectiveSampleSize,
} from "./effective-sample-size.js";
export {
  type EquivalenceMargin,
  type EquivalenceTestOptions,
  type EquivalenceTestResult,
  equivalenceTest,
} from "./equivalence-test.js";
export {
  type BenchmarkPair,
  type GeometricMeanRatioOptions,
  type GeometricMeanRatioResult,
  geometricMeanRatio,
} from "./geometric-mean-ratio.js";
export { type HedgesGOptions, type HedgesGResult, hedgesG } from "./hedges-g.js";
export {
  type HierarchicalBootstrapOptions,
  type HierarchicalBootstrapResult,
  hierarchicalBootstrap,
  type IterationScheme,
} from "./hierarchical-bootstrap.js";
export {
  type HierarchicalBootstrapDifferenceOptions,
  type HierarchicalBootstrapDifferenceResult,
  hierarchicalBootstrapDifference,
} from "./hierarchical-bootstrap-difference.js";
export {
  type HodgesLehmannShiftOptions,
  type HodgesLehmannShiftResult,
  hodgesLehmannShift,
} from "./hodges-lehmann-shift.js";
export type { Alternative, Interval } from "./interval.js";
export {
  type KolmogorovSmirnovOptions,
  type KolmogorovSmirnovResult,
  kolmogorovSmirnov,
} from "./kolmogorov-smirnov.js";
export { type MannWhitneyUOptions, type MannWhitneyUResult, mannWhitneyU } from "./mann-whitney-u.js";
export type { MarginTest } from "./margin-test.js";
export {
  type MedianIntervalOptions,
  type MedianIntervalResult,
  medianInterval,
} from "./median-interval.js";
export {
  type MinimumDetectableEffectOptions,
  type MinimumDetectableEffectResult,
  minimumDetectableEffect,
} from "./minimum-detectable-effect.js";
export {
  type ModalityOptions,
  type ModalityResult,
  type Mode,
  modality,
  type Valley,
} from "./modality.js";
export { type NoiseFloorOptions, type NoiseFloorResult, noiseFloor } from "./noise-floor.js";
export { type NormalityOptions, type NormalityResult, normality } from "./normality.js";
export {
  type OptimalBlockLengthResult,
  optimalBlockLength,
} from "./optimal-block-length.js";
export {
  type Outlier,
  type OutlierMethod,
  type OutliersOptions,
  type OutliersResult,
  outliers,
} from "./outliers.js";
export { type PairedTTestOptions, type PairedTTestResult, pairedTTest } from "./paired-t-test.js";
export type { TwoSampleStatistic } from "./permutation/statistics.js";
export {
  type PermutationStatisticName,
  type PermutationTestOptions,
  type PermutationTestResult,
  permutationTest,
} from "./permutation-test.js";
export {
  type NoiseComponents,
  type PlanRepetitionsOptions,
  type PlanRepetitionsResult,
  planRepetitions,
} from "./plan-repetitions.js";
export type { NoiseOptions } from "./power/noise.js";
export type { EffectOptions, PowerOptions, PowerTest } from "./power/options.js";
export type { PowerAlternative } from "./power/rejection.js";
export {
  type ProbabilityOfSuperiorityOptions,
  type ProbabilityOfSuperiorityResult,
  probabilityOfSuperiority,
} from "./probability-of-superiority.js";
export { type QuantileOptions, type QuantileResult, type QuantileType, quantile } from "./quantile.js";
export {
  type QuantileIntervalOptions,
  type QuantileIntervalResult,
  quantileInterval,
} from "./quantile-interval.js";
export type { RatioStatistic } from "./ratio/log-location.js";
export {
  type RequiredSampleSizeOptions,
  type RequiredSampleSizeResult,
  requiredSampleSize,
} from "./required-sample-size.js";
export type { Runs } from "./runs/run-values.js";
export {
  type LevelCheck,
  type StationarityOptions,
  type StationarityResult,
  stationarity,
  type TrendCheck,
} from "./stationarity.js";
export { type TestPowerOptions, type TestPowerResult, testPower } from "./test-power.js";
export { type VarianceComponentsResult, varianceComponents } from "./variance-components.js";
export { type WelchTTestOptions, type WelchTTestResult, welchTTest } from "./welch-t-test.js";
export {
  type WilcoxonSignedRankOptions,
  type WilcoxonSignedRankResult,
  wilcoxonSignedRank,
} from "./wilcoxon-signed-rank.js";
