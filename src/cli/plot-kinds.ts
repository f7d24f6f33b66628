import type { PlacedSample } from "../data/text-source.js";
import type { Figure } from "../plot/figure.js";
import type { PlotOption } from "./plot-options.js";
import type { PlotSettings } from "./plot-settings.js";

/** A plot that `noisefloor plot` draws. */
export interface PlotKind {
  /** The name of its subcommand. */
  readonly name: string;
  readonly description: string;
  /** What it takes beside the options of all plots. */
  readonly options: readonly PlotOption[];
  /** Draws it; the code of a plot is loaded when it is called. */
  readonly draw: (samples: readonly PlacedSample[], options: PlotSettings) => Promise<Figure>;
}

/** All of them, in the order in which the help lists them. */
export const plotKinds: readonly PlotKind[] = [
  {
    name: "strip",
    description: "every measurement as a dot, one strip a sample, with mean, interval and median",
    options: [
      ...([
        "label",
        "group",
        "layout",
        "axes",
        "scale",
        "horizontal",
        "statistic",
        "over",
        "outliers",
      ] as const),
      ...(["confidence", "resamples", "seed"] as const),
    ],
    draw: async (samples, options) => (await import("../plot/strip-plot.js")).stripPlot(samples, options),
  },
  {
    name: "series",
    description: "values in the order in which they were measured, one panel a sample",
    options: ["label", "scale", "mark", "runs", "changes", "steady", "median", "x", "xLabel", "xUnit"],
    draw: async (samples, options) => (await import("./draw-series.js")).drawSeries(samples, options),
  },
  {
    name: "histogram",
    description: "how often which values occur, samples over each other",
    options: ["label", "bins", "range", "heights", "scale", "rug"],
    draw: async (samples, options) =>
      (await import("../plot/histogram-plot.js")).histogramPlot(samples, options),
  },
  {
    name: "ecdf",
    description: "which share of the values lies below each value, with a confidence band",
    options: ["label", "scale", "confidence", "band", "noBand", "shift", "noShift"],
    draw: async (samples, options) => (await import("../plot/ecdf-plot.js")).ecdfPlot(samples, options),
  },
  {
    name: "trail",
    description: "a frequency trail: the density of each sample as a ridge, and every outlier",
    options: ["label", "order"],
    draw: async (samples, options) =>
      (await import("../plot/frequency-trail-plot.js")).frequencyTrailPlot(samples, options),
  },
  {
    name: "lag",
    description: "each value against the one before it",
    options: ["label", "lag"],
    draw: async (samples, options) => (await import("../plot/lag-plot.js")).lagPlot(samples, options),
  },
  {
    name: "autocorrelation",
    description: "how far values depend on those before them",
    options: ["label", "lags", "confidence"],
    draw: async (samples, options) =>
      (await import("../plot/autocorrelation-plot.js")).autocorrelationPlot(samples, options),
  },
  {
    name: "quantiles",
    description: "quantiles against those of a normal distribution",
    options: ["label", "confidence", "seed"],
    draw: async (samples, options) =>
      (await import("../plot/quantile-quantile-plot.js")).quantileQuantilePlot(samples, options),
  },
  {
    name: "interval",
    description: "how the mean of each sample differs from that of the first, with intervals and verdicts",
    options: ["label", "over", "confidence", "noiseFloor", "better", "sorted"],
    draw: async (samples, options) => (await import("./draw-intervals.js")).drawIntervals(samples, options),
  },
  {
    name: "variance",
    description: "how much of the variance lies between runs, and how much within them",
    options: ["label"],
    draw: async (samples, options) =>
      (await import("../plot/variance-components-plot.js")).varianceComponentsPlot(samples, options),
  },
  {
    name: "box",
    description: "quartiles and whiskers, with a word on what they hide",
    options: ["label"],
    draw: async (samples, options) => (await import("../plot/box-plot.js")).boxPlot(samples, options),
  },
  {
    name: "bar",
    description: "means with error bars, with a word on what they hide",
    options: ["label", "errors"],
    draw: async (samples, options) => (await import("../plot/bar-plot.js")).barPlot(samples, options),
  },
];
