import { checkChoice, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { resolveBootstrapOptions } from "../stats/bootstrap/options.js";
import { createFigure, type Figure } from "./figure.js";
import type { Strip, Theme } from "./figure-model.js";
import { type PlotInput, plotSamples, type SampleLabel } from "./plot-samples.js";
import { confidenceText, countText, percentText, quantityText } from "./quantity-text.js";
import { type StripLayout, stripPanels } from "./strip-panels.js";
import type { StripData } from "./strip-scale.js";
import { largestResampled, stripStatistics } from "./strip-statistics.js";
import { stripWarnings } from "./strip-warnings.js";

/** Options of {@link stripPlot}. */
export interface StripPlotOptions {
  /** Which labels of the samples name a strip; default: those that differ between samples. */
  readonly label?: SampleLabel;
  /** States the finding; default: where the values vary least and most. */
  readonly title?: string;
  /** How to read the figure; default: says so where axes differ, are broken or logarithmic. */
  readonly subtitle?: string;
  /** Default: number of values, what the marks mean, how the intervals were computed. */
  readonly caption?: string;
  /** Default "linear". */
  readonly scale?: "linear" | "log";
  /** One axis for all strips, panels with a scale of their own, or an axis broken where there are no values. Default "auto": panels when strips lie far apart relative to their spread, else shared. */
  readonly layout?: "auto" | StripLayout;
  /** Of the interval of the mean, in (0, 1); default 0.95. */
  readonly confidence?: number;
  /** Of the coefficient of variation: 1 (sample, default) or 0 (population). */
  readonly ddof?: 0 | 1;
  /** Of the bootstrap; default 9,999, and Student's t for the largest strips beyond 40,000 values. */
  readonly resamples?: number;
  /** Of the jitter and the bootstrap; default 1. */
  readonly seed?: number;
  /** Of plain values, which bring none; default "1". */
  readonly unit?: string;
  /** In pixels, 240 or more; default 960. */
  readonly width?: number;
  /** In pixels, 240 or more; default 540, and more for more than one row of panels. */
  readonly height?: number;
  /** Default "light". */
  readonly theme?: Theme;
}

/**
 * A strip plot: every measurement a dot, one strip a sample, with the mean and its interval, the median, and the
 * coefficient of variation under each label. Of more than 20,000 measurements, crowds are thinned, and nothing else is.
 *
 * Dots are moved sideways only, by a seeded, density-aware jitter that keeps them from hiding one another. Strips that lie
 * far apart relative to their spread get panels with a scale of their own, and the figure says so. The interval of the mean
 * is a BCa bootstrap interval that takes the values of a sample as independent; beyond 40,000 values, the largest strips get
 * one of Student's t, unless `resamples` is given. Time O(n log n + resamples × n).
 *
 * @param samples - a sample, a list of samples in one unit, plain values, a list of plain values, or plain values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, values of 0 or less on a logarithmic
 *   scale, or an option out of range
 * @example
 * stripPlot({ before: [12.1, 12.4, 12.2], after: [10.9, 11.2, 11.0] }, { unit: "ms" }).model.panels.length // 1
 */
export function stripPlot(samples: PlotInput, options: StripPlotOptions = {}): Figure {
  checkOptions("stripPlot", options);
  const { label, scale = "linear", layout = "auto", confidence = 0.95, ddof = 1 } = options;
  const { resamples = 9_999, seed = 1, unit = "1", width = 960, height, theme = "light" } = options;
  checkChoice("stripPlot", "scale", scale, ["linear", "log"]);
  checkChoice("stripPlot", "layout", layout, ["auto", "shared", "panels", "broken"]);
  checkChoice("stripPlot", "ddof", ddof, [0, 1]);
  checkChoice("stripPlot", "theme", theme, ["light", "dark"]);
  resolveBootstrapOptions("stripPlot", { confidence, resamples, seed });
  checkInteger("stripPlot", "width", width, 240, 10_000);
  if (height !== undefined) checkInteger("stripPlot", "height", height, 240, 10_000);
  const drawn = plotSamples("stripPlot", samples, label, unit).map((sample) => ({
    sample,
    values: Float64Array.from(sample.runs.flatMap((run) => Array.from(run))),
  }));
  const limit =
    options.resamples === undefined
      ? largestResampled(drawn.map(({ values }) => values.length))
      : Number.POSITIVE_INFINITY;
  const strips = drawn.map(({ sample, values }): StripData => {
    const intervalMethod = values.length <= limit ? "bca" : "student-t";
    const statistics = stripStatistics(values, { confidence, ddof, resamples, seed, intervalMethod });
    return { sample, values, statistics };
  });
  if (scale === "log") checkPositive(strips);
  const arranged = stripPanels(strips, { layout, scale, confidence, seed, width, height });
  const shown = arranged.panels.flatMap(({ x, y }) =>
    x.kind === "strips" ? x.strips.map((strip) => ({ strip, unit: y.unit })) : [],
  );
  const dots = arranged.panels
    .flatMap(({ marks }) => marks)
    .reduce((total, mark) => total + (mark.kind === "dots" ? mark.y.length : 0), 0);
  const title = options.title ?? finding(strips);
  const subtitle = options.subtitle ?? reading(arranged.layout, scale);
  return createFigure({
    method: "strip-plot",
    title,
    subtitle,
    caption: options.caption ?? legend(strips, dots, ddof, resamples),
    alt: `${title}. ${subtitle} ${shown.map(({ strip, unit }) => inWords(strip, unit)).join(" ")}`,
    key: [
      { mark: "dot", color: strips.length === 1 ? 0 : null, text: "one measurement" },
      { mark: "median", color: null, text: "median" },
      { mark: "mean", color: null, text: `mean with ${confidenceText(confidence)} interval` },
    ],
    panels: arranged.panels,
    width,
    height: arranged.height,
    theme,
    options: {
      layout: arranged.layout,
      scale,
      confidence,
      ddof,
      resamples,
      seed,
      unit: strips[0]!.sample.unit,
    },
    warnings: stripWarnings(strips, dots),
  });
}

function checkPositive(strips: readonly StripData[]): void {
  const wrong = strips.find(({ statistics }) => !(statistics.range[0] > 0));
  if (wrong === undefined) return;
  throw new InputError(
    "stripPlot",
    "scale",
    `needs values above 0 to be "log", got ${wrong.statistics.range[0]} in "${wrong.sample.name}"; use "linear"`,
  );
}

function finding(strips: readonly StripData[]): string {
  const varying = strips
    .filter(({ statistics }) => statistics.coefficientOfVariation !== null)
    .sort((a, b) => a.statistics.coefficientOfVariation! - b.statistics.coefficientOfVariation!);
  const [least] = varying;
  const most = varying.at(-1);
  const { metric, benchmark } = strips[0]!.sample;
  const subject = benchmark === "" ? capitalised(metric) : `${capitalised(metric)} of ${benchmark}`;
  if (least === undefined || most === undefined) return subject;
  const cv = ({ statistics }: StripData): string => percentText(statistics.coefficientOfVariation!);
  if (least === most || cv(least) === cv(most)) return `${subject} varies by ${cv(least)}`;
  return `${capitalised(metric)} varies by ${cv(least)} (${least.sample.name}) to ${cv(most)} (${most.sample.name})`;
}

function reading(layout: StripLayout, scale: "linear" | "log"): string {
  if (layout === "panels")
    return "Each panel has a scale of its own: the groups lie far apart and each is tight.";
  if (layout === "broken")
    return "The axis is broken where there are no values (shaded); each part has a scale of its own.";
  return scale === "log" ? "The axis is logarithmic." : "";
}

function legend(strips: readonly StripData[], dots: number, ddof: 0 | 1, resamples: number): string {
  const values = strips.map(({ statistics }) => statistics.n);
  const runs = strips.map(({ sample }) => sample.runs.length);
  const each = strips.length > 1 ? " each" : "";
  const methods = new Set(strips.map(({ statistics }) => statistics.intervalMethod));
  const names = [
    ...(methods.has("bca") ? [`BCa bootstrap (${countText(resamples)} resamples)`] : []),
    ...(methods.has("student-t")
      ? [`Student's t${methods.has("bca") ? " for the largest strips" : ""}`]
      : []),
  ];
  const interval =
    names.length === 0
      ? ""
      : ` Interval of the mean: ${names.join(", ")}, values taken as independent; no bar where it is too short to see.`;
  const all = values.reduce((total, n) => total + n, 0);
  const thinned =
    dots === all
      ? ""
      : ` Where they crowd, some stand for all: ${countText(dots)} dots for ${countText(all)} values.`;
  const cv = strips.some(({ statistics }) => statistics.coefficientOfVariation !== null)
    ? ` CV: ${ddof === 1 ? "sample" : "population"} standard deviation / mean.`
    : "";
  return (
    `n = ${several(values, "value")} in ${several(runs, "run")}${each}. ` +
    `Dots are moved sideways only, so that none hides another.${thinned}${interval}${cv}`
  );
}

/** "1 run", "1,200 values", "800 to 3,214 values". */
function several(counts: readonly number[], noun: string): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const plural = most === 1 ? noun : `${noun}s`;
  return least === most
    ? `${countText(most)} ${plural}`
    : `${countText(least)} to ${countText(most)} ${plural}`;
}

function inWords(strip: Strip, unit: string): string {
  const { name, n, mean, median, interval, coefficientOfVariation: cv } = strip;
  const resolution = interval === null ? 0 : (interval[1] - interval[0]) / 2;
  const parts = [
    several([n], "value"),
    `mean ${quantityText(mean, unit, resolution)}`,
    `median ${quantityText(median, unit, resolution)}`,
    ...(cv === null ? [] : [`coefficient of variation ${percentText(cv)}`]),
  ];
  return `${name === "" ? "" : `${name}: `}${parts.join(", ")}.`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
