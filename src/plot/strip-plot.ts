import { checkChoice } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import { resolveBootstrapOptions } from "../stats/bootstrap/options.js";
import { checkPositive } from "./check-positive.js";
import { createFigure, type Figure } from "./figure.js";
import type { Mark } from "./figure-model.js";
import { checkFigureOptions, type FigureFrame, type FigureOptions } from "./figure-options.js";
import { type PlotInput, plotSamples } from "./plot-samples.js";
import type { StripLayout } from "./strip-dots.js";
import { groupedSamples, type StripGroup } from "./strip-groups.js";
import { type StripAxes, stripPanels } from "./strip-panels.js";
import type { StripData } from "./strip-scale.js";
import { largestResampled, type StripStatistic, stripStatistics } from "./strip-statistics.js";
import {
  hasCutInterval,
  stripCaption,
  stripFinding,
  stripInWords,
  stripKey,
  stripReading,
} from "./strip-texts.js";
import { stripWarnings } from "./strip-warnings.js";

/** Options of {@link stripPlot}. */
export interface StripPlotOptions extends FigureOptions {
  /** Puts strips that share a label side by side, in one colour, with its name below them all; null for none. Default: the first of two labels, if strips share it. */
  readonly group?: StripGroup;
  /** How dots are moved sideways: as wide as they are dense ("jitter"), side by side ("beeswarm"), or in order of value ("sorted"). Default "jitter". */
  readonly layout?: StripLayout;
  /** One axis for all strips, panels with a scale of their own, or an axis broken where there are no values. Default "auto": panels when strips lie far apart relative to their spread, else shared. */
  readonly axes?: "auto" | StripAxes;
  /** Default "linear". */
  readonly scale?: "linear" | "log";
  /** Strips lie, values run from left to right. Default false. */
  readonly horizontal?: boolean;
  /** What stands beside the dots, with its interval; default "mean". */
  readonly statistic?: StripStatistic;
  /** What the interval takes as repeated: runs, or values as if they were independent. Default "auto": runs where there are three or more, values of a single run, and of two runs no interval. */
  readonly over?: "auto" | "runs" | "values";
  /** Labels with the iterations of severe outliers, where there is room; default true. */
  readonly outliers?: boolean;
  /** Of the interval, in (0, 1); default 0.95. */
  readonly confidence?: number;
  /** Of the coefficient of variation: 1 (sample, default) or 0 (population). */
  readonly ddof?: 0 | 1;
  /** Of the bootstrap; default 1,999, which is as fine as can be seen, and none for the largest strips beyond 40,000 values. Up to 20 values, or 10 runs, are not resampled. */
  readonly resamples?: number;
  /** Of the jitter and the bootstrap; default 1. */
  readonly seed?: number;
}

const ownOptions = {
  group: true,
  layout: true,
  axes: true,
  scale: true,
  horizontal: true,
  statistic: true,
  over: true,
  outliers: true,
  confidence: true,
  ddof: true,
  resamples: true,
  seed: true,
} as const;

/**
 * A strip plot: every measurement a dot, one strip a sample, with the mean and its interval, the median, and the coefficient of
 * variation under each label. Runs are told apart by shade, severe outliers (three interquartile ranges outside the quartiles)
 * labelled with their iteration. Of more than 20,000 measurements, crowds are thinned, and nothing else is: darker dots stand for
 * more values.
 *
 * Dots are moved sideways only, by a seeded, density-aware jitter that keeps them from hiding one another, or as `layout` says.
 * Strips that lie far apart relative to their spread get panels with a scale of their own, and the figure says so. The interval
 * of a single run is a BCa bootstrap interval that takes its values as independent, of three to twenty values one of Student's t
 * (median: order statistics, which at 95 % takes six values); of three to ten runs one of Student's t of their means (or medians), of more runs a studentized bootstrap interval of runs, then of values in them. Beyond 40,000
 * values, the largest strips get one of Student's t (median: order statistics), unless `resamples` is given. Time O(n log n + resamples × n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, values of 0 or less on a logarithmic
 *   scale, or an option out of range
 * @example
 * stripPlot({ before: [12.1, 12.4, 12.2], after: [10.9, 11.2, 11.0] }, { unit: "ms" }).model.panels.length // 1
 * stripPlot(loadDataset("smt"), { group: "smt" }).model.panels[0].x.strips.map(({ group, label }) => `${group}: ${label}`) // ["smt on: task 1", "smt on: task 2"]
 */
export function stripPlot(samples: PlotInput, options: StripPlotOptions = {}): Figure {
  const resolved = resolve(options);
  const { layout, scale, horizontal, statistic, over, outliers, confidence, ddof } = resolved;
  const { resamples, seed, width, height, theme } = resolved;
  const given = plotSamples("stripPlot", samples, resolved.label, resolved.unit);
  const grouped = groupedSamples("stripPlot", given, resolved.group);
  const sizes = grouped.map(({ sample }) => sample.runs.reduce((total, run) => total + run.length, 0));
  const limit = options.resamples === undefined ? largestResampled(sizes) : Number.POSITIVE_INFINITY;
  const strips = grouped.map((entry, index): StripData => {
    const { runs } = entry.sample;
    const values = valuesOf(runs, sizes[index]!);
    const repeated = over === "auto" ? repeatedIn(runs.length) : over;
    const how = {
      statistic,
      over: repeated,
      resampled: values.length <= limit,
      confidence,
      ddof,
      resamples,
      seed,
    };
    return { ...entry, values, over: repeated, statistics: stripStatistics(values, runs, how) };
  });
  if (scale === "log") checkPositive("stripPlot", strips);
  const arranged = stripPanels(strips, { ...resolved, lying: horizontal, labels: outliers, height });
  const { panels, largestStand } = arranged;
  const marks = panels.flatMap((panel) => panel.marks);
  const dots = marks.reduce((total, mark) => total + (mark.kind === "dots" ? mark.y.length : 0), 0);
  const title = options.title ?? stripFinding(strips);
  const subtitle = options.subtitle ?? stripReading(arranged.axes, scale, layout);
  const shown = panels.flatMap(({ x, y }) =>
    x.kind === "strips" ? x.strips.map((strip) => stripInWords(strip, y.unit)) : [],
  );
  return createFigure({
    method: "strip-plot",
    title,
    subtitle,
    caption:
      options.caption ??
      stripCaption(strips, { dots, layout, statistic, ddof, resamples, cut: hasCutInterval(panels) }),
    alt: [`${title}.`, subtitle, ...shown].filter((text) => text !== "").join(" "),
    key: stripKey(strips, { statistic, confidence, largestStand, labels: labelled(marks) }),
    panels,
    width,
    height: arranged.height,
    theme,
    options: {
      layout,
      axes: arranged.axes,
      scale,
      horizontal,
      statistic,
      over,
      outliers,
      confidence,
      ddof,
      resamples,
      seed,
      unit: strips[0]!.sample.unit,
    },
    warnings: stripWarnings(strips, dots),
  });
}

type Resolved = FigureFrame &
  Required<Omit<StripPlotOptions, keyof FigureOptions | "group">> & {
    readonly group: StripGroup | undefined;
  };

function resolve(options: StripPlotOptions): Resolved {
  const frame = checkFigureOptions("stripPlot", options, ownOptions);
  const { group, layout = "jitter", axes = "auto", scale = "linear", statistic = "mean" } = options;
  const { over = "auto", horizontal = false, outliers = true, confidence = 0.95, ddof = 1 } = options;
  const { resamples = 1_999, seed = 1 } = options;
  checkChoice("stripPlot", "layout", layout, ["jitter", "beeswarm", "sorted"]);
  checkChoice("stripPlot", "axes", axes, ["auto", "shared", "panels", "broken"]);
  checkChoice("stripPlot", "scale", scale, ["linear", "log"]);
  checkChoice("stripPlot", "statistic", statistic, ["mean", "median"]);
  checkChoice("stripPlot", "over", over, ["auto", "runs", "values"]);
  checkChoice("stripPlot", "ddof", ddof, [0, 1]);
  checkFlag("horizontal", horizontal);
  checkFlag("outliers", outliers);
  resolveBootstrapOptions("stripPlot", { confidence, resamples, seed });
  const how = { group, layout, axes, scale, statistic, over, horizontal, outliers };
  return { ...frame, ...how, confidence, ddof, resamples, seed };
}

function checkFlag(argument: string, flag: boolean): void {
  if (typeof flag !== "boolean") {
    throw new InputError("stripPlot", argument, `needs true or false, got ${show(flag)}`);
  }
}

/** What was repeated in so many runs. Two say too little about how runs differ; to pool them would say too much. */
function repeatedIn(runs: number): "runs" | "values" | null {
  if (runs === 1) return "values";
  return runs === 2 ? null : "runs";
}

function valuesOf(runs: readonly ArrayLike<number>[], size: number): Float64Array {
  const values = new Float64Array(size);
  let start = 0;
  for (const run of runs) {
    values.set(run, start);
    start += run.length;
  }
  return values;
}

function labelled(marks: readonly Mark[]): "none" | "iterations" | "runs and iterations" {
  const labels = marks.flatMap((mark) => (mark.kind === "label" ? [mark.text] : []));
  if (labels.length === 0) return "none";
  return labels.some((text) => !text.startsWith("#")) ? "runs and iterations" : "iterations";
}
