export type { TimedSeries } from "./changepoint/all-series/series-run.js";
export { type AppendToHunterOptions, appendToHunter } from "./changepoint/append-to-hunter.js";
export {
  type BinarySegmentationResult,
  binarySegmentation,
} from "./changepoint/binary-segmentation.js";
export type { ChangePoint, ChangePointResult, Segment } from "./changepoint/change-points.js";
export { meanShift } from "./changepoint/costs/mean-shift.js";
export { type MeanVarianceOptions, meanVariance } from "./changepoint/costs/mean-variance.js";
export { type NonparametricOptions, nonparametric } from "./changepoint/costs/nonparametric.js";
export { poisson } from "./changepoint/costs/poisson.js";
export type { CostOfSegment, SegmentCost } from "./changepoint/costs/segment-cost.js";
export { type CropsOptions, type CropsResult, crops } from "./changepoint/crops.js";
export {
  type ChangePointMethod,
  type ChangePointMethods,
  type DetectChangePointsOptions,
  type DetectChangePointsResult,
  detectChangePoints,
  type RankScanOptions,
} from "./changepoint/detect-change-points.js";
export {
  type DetectChangePointsInAllOptions,
  type DetectChangePointsInAllResult,
  detectChangePointsInAll,
  type SeriesByName,
} from "./changepoint/detect-change-points-in-all.js";
export { type EDivisiveChangePoint, type EDivisiveResult, eDivisive } from "./changepoint/e-divisive.js";
export type {
  EDivisivePointsResult,
  PointsChange,
  PointsSegment,
} from "./changepoint/e-divisive-of-points.js";
export { type EdPeltOptions, type EdPeltResult, edPelt } from "./changepoint/ed-pelt.js";
export type { EnergySplit } from "./changepoint/energy/bisect.js";
export type { EDivisiveOptions, ResolvedEDivisiveOptions } from "./changepoint/energy/e-divisive-options.js";
export type { Kappa } from "./changepoint/energy/split-search.js";
export type {
  HunterChangePoint,
  HunterResult,
  HunterState,
  HunterWeakPoint,
} from "./changepoint/hunter/analyze.js";
export type {
  HunterOptions,
  HunterSignificance,
  ResolvedHunterOptions,
} from "./changepoint/hunter/hunter-options.js";
export type { SettledWindows } from "./changepoint/hunter/weak-points.js";
export { hunter } from "./changepoint/hunter.js";
export {
  type CountedPartitionOptions,
  type OptimalPartitioningResult,
  optimalPartitioning,
} from "./changepoint/optimal-partitioning.js";
export type { PathSegmentation } from "./changepoint/partition/penalty-path.js";
export type { PartitionOptions, PartitionResult } from "./changepoint/partition-result.js";
export type { SearchOptions } from "./changepoint/partition-search.js";
export { type PeltResult, pelt } from "./changepoint/pelt.js";
export type { Penalty, PenaltyName } from "./changepoint/penalty.js";
export type { RankScanResult, SeriesOutlier } from "./changepoint/rank-scan.js";
export type { MatchedChange } from "./changepoint/score/match-changes.js";
export {
  type ChangeList,
  type ScoreSegmentationOptions,
  type ScoreSegmentationResult,
  scoreSegmentation,
} from "./changepoint/score-segmentation.js";
export type { GapPolicy, SeriesOptions } from "./changepoint/series.js";
export {
  type ComparedFigure,
  type Criterion,
  compareWithPublished,
  type Reproduced,
} from "./compare/compare-with-published.js";
export { InputError } from "./core/input-error.js";
export { type Displayable, jupyterDisplay, type MimeBundle } from "./core/jupyter-display.js";
export type { Measurements } from "./core/measurements.js";
export { createSample, type Sample, type SampleDescription, sampleValues } from "./core/sample.js";
export type { Values } from "./core/values.js";
export type { Warning } from "./core/warning.js";
export { DatasetError, type DatasetPlace } from "./data/dataset-error.js";
export { type DisplayUnit, displayUnit } from "./data/display-unit.js";
export { type FormatQuantityOptions, formatQuantity } from "./data/format-quantity.js";
export { fromDanfo } from "./data/from-danfo.js";
export { fromTable } from "./data/from-table.js";
export { type DatasetInfo, listDatasets } from "./data/list-datasets.js";
export { type LoadDatasetOptions, loadDataset } from "./data/load-dataset.js";
export { loadPublished, type PublishedFigure } from "./data/load-published.js";
export type { FromTableOptions } from "./data/samples-from-columns.js";
export { type LabelFilter, selectSamples } from "./data/select-samples.js";
export { type DanfoFrame, toDanfo } from "./data/to-danfo.js";
export { toTable } from "./data/to-table.js";
export { KernelError } from "./jupyter/kernel-error.js";
export type { CellFailure } from "./notebook/cell-failure.js";
export { checkNotebook, type NotebookCheck } from "./notebook/check-notebook.js";
export type { CellDifference, PartDifference } from "./notebook/diff/cell-difference.js";
export type { DiffLine } from "./notebook/diff/diff-line.js";
export { type Display, type DisplayOptions, display } from "./notebook/display.js";
export {
  type ExportNotebookOptions,
  exportNotebook,
  type NotebookExport,
} from "./notebook/export-notebook.js";
export type { NotebookProgress } from "./notebook/run-cells.js";
export { type NotebookRun, type RunNotebookOptions, runNotebook } from "./notebook/run-notebook.js";
export { type AutocorrelationPlotOptions, autocorrelationPlot } from "./plot/autocorrelation-plot.js";
export { type BarPlotOptions, barPlot } from "./plot/bar-plot.js";
export { type BoxPlotOptions, boxPlot } from "./plot/box-plot.js";
export { type EcdfPlotOptions, ecdfPlot } from "./plot/ecdf-plot.js";
export type { Figure, PngOptions, SvgOptions } from "./plot/figure.js";
export type { FigureModel, Panel, Theme } from "./plot/figure-model.js";
export type { FigureOptions } from "./plot/figure-options.js";
export { type FrequencyTrailPlotOptions, frequencyTrailPlot } from "./plot/frequency-trail-plot.js";
export { type HistogramPlotOptions, histogramPlot } from "./plot/histogram-plot.js";
export {
  type EffectInput,
  type EffectInterval,
  type EffectResult,
  type EffectRow,
  type EffectVerdict,
  type IntervalPlotOptions,
  intervalPlot,
} from "./plot/interval-plot.js";
export { type LagPlotOptions, lagPlot } from "./plot/lag-plot.js";
export type { PlotInput, SampleLabel } from "./plot/plot-samples.js";
export { type QuantileQuantilePlotOptions, quantileQuantilePlot } from "./plot/quantile-quantile-plot.js";
export type { PlotlyFigure } from "./plot/render/plotly-figure.js";
export type { TextOptions } from "./plot/render/text.js";
export {
  type PlotChanges,
  type PlotSteadyStart,
  type SegmentLevel,
  type SeriesBoundary,
  type SeriesPlotOptions,
  type SeriesRange,
  type SeriesRuns,
  type SeriesX,
  seriesPlot,
} from "./plot/series-plot.js";
export { type SmallMultiplesOptions, smallMultiples } from "./plot/small-multiples.js";
export type { StripLayout } from "./plot/strip-dots.js";
export type { StripGroup } from "./plot/strip-groups.js";
export type { StripAxes } from "./plot/strip-panels.js";
export { type StripPlotOptions, stripPlot } from "./plot/strip-plot.js";
export type { StripStatistic } from "./plot/strip-statistics.js";
export {
  type VarianceComponentsPlotOptions,
  varianceComponentsPlot,
} from "./plot/variance-components-plot.js";
export type { Rng } from "./random/rng.js";
export { stream } from "./random/stream.js";
export { type ExplainableResult, type ExplainOptions, explain } from "./report/explain.js";
export { matchSummary, type PublishedTable, publishedTable } from "./report/published-table.js";
export {
  type AdjustConfidenceOptions,
  type AdjustConfidenceResult,
  adjustConfidence,
  type ConfidenceAdjustment,
} from "./stats/adjust-confidence.js";
export {
  type AdjustPValuesOptions,
  type AdjustPValuesResult,
  adjustPValues,
  type PValueAdjustment,
} from "./stats/adjust-p-values.js";
export {
  type AndersonDarlingOptions,
  type AndersonDarlingResult,
  andersonDarling,
} from "./stats/anderson-darling.js";
export {
  type AutocorrelationOptions,
  type AutocorrelationResult,
  autocorrelation,
} from "./stats/autocorrelation.js";
export {
  type BlockBootstrapOptions,
  type BlockBootstrapResult,
  type BlockScheme,
  blockBootstrapInterval,
} from "./stats/block-bootstrap-interval.js";
export type { BootstrapMethod } from "./stats/bootstrap/bounds.js";
export type { BootstrapOptions } from "./stats/bootstrap/options.js";
export type { BootstrapStatistic, BootstrapStatisticName } from "./stats/bootstrap/resampled-statistic.js";
export {
  type BootstrapComparison,
  type BootstrapDifferenceOptions,
  type BootstrapDifferenceResult,
  bootstrapDifference,
} from "./stats/bootstrap-difference.js";
export { type BootstrapIntervalResult, bootstrapInterval } from "./stats/bootstrap-interval.js";
export { type BrownForsytheResult, brownForsythe } from "./stats/brown-forsythe.js";
export {
  type BrunnerMunzelOptions,
  type BrunnerMunzelResult,
  brunnerMunzel,
} from "./stats/brunner-munzel.js";
export { type CliffsDeltaOptions, type CliffsDeltaResult, cliffsDelta } from "./stats/cliffs-delta.js";
export {
  type CoefficientOfVariationOptions,
  type CoefficientOfVariationResult,
  coefficientOfVariation,
} from "./stats/coefficient-of-variation.js";
export {
  type CoefficientOfVariationRatioOptions,
  type CoefficientOfVariationRatioResult,
  coefficientOfVariationRatio,
} from "./stats/coefficient-of-variation-ratio.js";
export { type DescribeResult, describe } from "./stats/describe.js";
export {
  type EffectiveSampleSizeResult,
  effectiveSampleSize,
} from "./stats/effective-sample-size.js";
export {
  type EquivalenceMargin,
  type EquivalenceTestOptions,
  type EquivalenceTestResult,
  equivalenceTest,
} from "./stats/equivalence-test.js";
export {
  type BenchmarkPair,
  type GeometricMeanRatioOptions,
  type GeometricMeanRatioResult,
  geometricMeanRatio,
} from "./stats/geometric-mean-ratio.js";
export { type HedgesGOptions, type HedgesGResult, hedgesG } from "./stats/hedges-g.js";
export {
  type HierarchicalBootstrapOptions,
  type HierarchicalBootstrapResult,
  hierarchicalBootstrap,
  type IterationScheme,
} from "./stats/hierarchical-bootstrap.js";
export {
  type HierarchicalBootstrapDifferenceOptions,
  type HierarchicalBootstrapDifferenceResult,
  hierarchicalBootstrapDifference,
} from "./stats/hierarchical-bootstrap-difference.js";
export {
  type HodgesLehmannShiftOptions,
  type HodgesLehmannShiftResult,
  hodgesLehmannShift,
} from "./stats/hodges-lehmann-shift.js";
export type { Alternative, Interval } from "./stats/interval.js";
export {
  type KolmogorovSmirnovOptions,
  type KolmogorovSmirnovResult,
  kolmogorovSmirnov,
} from "./stats/kolmogorov-smirnov.js";
export { type MannWhitneyUOptions, type MannWhitneyUResult, mannWhitneyU } from "./stats/mann-whitney-u.js";
export type { MarginTest } from "./stats/margin-test.js";
export {
  type MedianIntervalOptions,
  type MedianIntervalResult,
  medianInterval,
} from "./stats/median-interval.js";
export {
  type MinimumDetectableEffectOptions,
  type MinimumDetectableEffectResult,
  minimumDetectableEffect,
} from "./stats/minimum-detectable-effect.js";
export {
  type ModalityOptions,
  type ModalityResult,
  type Mode,
  modality,
  type Valley,
} from "./stats/modality.js";
export { type NoiseFloorOptions, type NoiseFloorResult, noiseFloor } from "./stats/noise-floor.js";
export { type NormalityOptions, type NormalityResult, normality } from "./stats/normality.js";
export {
  type OptimalBlockLengthResult,
  optimalBlockLength,
} from "./stats/optimal-block-length.js";
export {
  type Outlier,
  type OutlierMethod,
  type OutliersOptions,
  type OutliersResult,
  outliers,
} from "./stats/outliers.js";
export { type PairedTTestOptions, type PairedTTestResult, pairedTTest } from "./stats/paired-t-test.js";
export type { TwoSampleStatistic } from "./stats/permutation/statistics.js";
export {
  type PermutationStatisticName,
  type PermutationTestOptions,
  type PermutationTestResult,
  permutationTest,
} from "./stats/permutation-test.js";
export {
  type NoiseComponents,
  type PlanRepetitionsOptions,
  type PlanRepetitionsResult,
  planRepetitions,
} from "./stats/plan-repetitions.js";
export type { NoiseOptions } from "./stats/power/noise.js";
export type { EffectOptions, PowerOptions, PowerTest } from "./stats/power/options.js";
export type { PowerAlternative } from "./stats/power/rejection.js";
export {
  type ProbabilityOfSuperiorityOptions,
  type ProbabilityOfSuperiorityResult,
  probabilityOfSuperiority,
} from "./stats/probability-of-superiority.js";
export { type QuantileOptions, type QuantileResult, type QuantileType, quantile } from "./stats/quantile.js";
export {
  type QuantileIntervalOptions,
  type QuantileIntervalResult,
  quantileInterval,
} from "./stats/quantile-interval.js";
export type { RatioStatistic } from "./stats/ratio/log-location.js";
export {
  type RequiredSampleSizeOptions,
  type RequiredSampleSizeResult,
  requiredSampleSize,
} from "./stats/required-sample-size.js";
export type { Runs } from "./stats/runs/run-values.js";
export {
  type LevelCheck,
  type StationarityOptions,
  type StationarityResult,
  stationarity,
  type TrendCheck,
} from "./stats/stationarity.js";
export { type TestPowerOptions, type TestPowerResult, testPower } from "./stats/test-power.js";
export { type VarianceComponentsResult, varianceComponents } from "./stats/variance-components.js";
export { type WelchTTestOptions, type WelchTTestResult, welchTTest } from "./stats/welch-t-test.js";
export {
  type WilcoxonSignedRankOptions,
  type WilcoxonSignedRankResult,
  wilcoxonSignedRank,
} from "./stats/wilcoxon-signed-rank.js";
export {
  checkMeasurementWindow,
  type MeasurementWindowOptions,
  type MeasurementWindowResult,
} from "./steady/check-measurement-window.js";
export {
  type ClassifyWarmupOptions,
  type ClassifyWarmupResult,
  classifyWarmup,
  type RunClass,
  type RunsClass,
  type RunsInput,
  type WarmupMode,
  type WarmupRun,
} from "./steady/classify-warmup.js";
export {
  type SteadyMethod,
  type SteadyStateOptions,
  type SteadyStateResult,
  steadyState,
} from "./steady/steady-state.js";
export {
  type OverRuns,
  type SteadyStateOverRunsOptions,
  type SteadyStateOverRunsResult,
  steadyStateOverRuns,
} from "./steady/steady-state-over-runs.js";
