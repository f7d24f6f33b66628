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
export { type CellDifference, checkNotebook, type NotebookCheck } from "./notebook/check-notebook.js";
export { type Display, display } from "./notebook/display.js";
export type { NotebookProgress } from "./notebook/run-cells.js";
export { type NotebookRun, type RunNotebookOptions, runNotebook } from "./notebook/run-notebook.js";
export type { Figure, PngOptions, SvgOptions } from "./plot/figure.js";
export type { FigureModel, Panel, Theme } from "./plot/figure-model.js";
export type { PlotInput, SampleLabel } from "./plot/plot-samples.js";
export type { PlotlyFigure } from "./plot/render/plotly-figure.js";
export type { TextOptions } from "./plot/render/text.js";
export {
  type SeriesBoundary,
  type SeriesPlotOptions,
  type SeriesRange,
  seriesPlot,
} from "./plot/series-plot.js";
export type { StripLayout } from "./plot/strip-panels.js";
export { type StripPlotOptions, stripPlot } from "./plot/strip-plot.js";
export { matchSummary, type PublishedTable, publishedTable } from "./report/published-table.js";
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
export {
  type CoefficientOfVariationOptions,
  type CoefficientOfVariationResult,
  coefficientOfVariation,
} from "./stats/coefficient-of-variation.js";
export { type DescribeResult, describe } from "./stats/describe.js";
export { type HedgesGOptions, type HedgesGResult, hedgesG } from "./stats/hedges-g.js";
export type { Alternative, Interval } from "./stats/interval.js";
export { type QuantileOptions, type QuantileResult, type QuantileType, quantile } from "./stats/quantile.js";
export { type WelchTTestOptions, type WelchTTestResult, welchTTest } from "./stats/welch-t-test.js";
