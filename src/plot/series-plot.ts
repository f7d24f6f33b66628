import { checkChoice, checkFinite, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { displayUnit } from "../data/display-unit.js";
import { createFigure, type Figure } from "./figure.js";
import type { Mark, NumberAxis, Panel, Theme } from "./figure-model.js";
import { numberAxis } from "./number-axis.js";
import { type PlotInput, type PlotSample, plotSamples, type SampleLabel } from "./plot-samples.js";
import { countText } from "./quantity-text.js";
import { rangeOf } from "./value-range.js";

/** A place on the x axis where something changes: the end of a warm-up, a commit. */
export interface SeriesBoundary {
  readonly at: number;
  readonly label: string;
}

/** A stretch of the x axis to shade. */
export interface SeriesRange {
  readonly from: number;
  readonly to: number;
  readonly label: string;
}

/** Options of {@link seriesPlot}. */
export interface SeriesPlotOptions {
  /** Which labels of the samples name a panel; default: those that differ between samples. */
  readonly label?: SampleLabel;
  /** States the finding; default: what is drawn. */
  readonly title?: string;
  /** How to read the figure; default none. */
  readonly subtitle?: string;
  /** Default: number of values and runs. */
  readonly caption?: string;
  /** The x axis: what it counts (default "iteration"), its unit (default none), the x of the first value (default 0) and the distance between values (default 1). */
  readonly x?: {
    readonly label?: string;
    readonly unit?: string;
    readonly start?: number;
    readonly step?: number;
  };
  /** Values joined by a line, or dots; default "line" up to 1,000 values a run, else "dots". */
  readonly mark?: "line" | "dots";
  /** Of the values; default "linear". */
  readonly scale?: "linear" | "log";
  /** Vertical lines, such as the end of the warm-up. */
  readonly boundaries?: readonly SeriesBoundary[];
  /** Shaded stretches, such as the measured phase. */
  readonly ranges?: readonly SeriesRange[];
  /** Of plain values, which bring none; default "1". */
  readonly unit?: string;
  /** In pixels, 240 or more; default 960. */
  readonly width?: number;
  /** In pixels, 240 or more; default 540, and more for more than two panels. */
  readonly height?: number;
  /** Default "light". */
  readonly theme?: Theme;
}

/**
 * Values in the order in which they were measured: one panel a sample, one line (or row of dots) a run, with boundaries
 * such as the end of a warm-up and shaded ranges.
 *
 * All panels share the x axis; each has a y axis of its own. Time and memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, plain values, a list of plain values, or plain values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, values of 0 or less on a logarithmic
 *   scale, or an option out of range
 * @example
 * seriesPlot([30, 24, 21, 20, 20], { unit: "ms", boundaries: [{ at: 3, label: "steady" }] }).model.panels.length // 1
 */
export function seriesPlot(samples: PlotInput, options: SeriesPlotOptions = {}): Figure {
  checkOptions("seriesPlot", options);
  const {
    label,
    title,
    subtitle = "",
    x = {},
    scale = "linear",
    boundaries = [],
    ranges = [],
    unit = "1",
  } = options;
  const { width = 960, theme = "light" } = options;
  checkChoice("seriesPlot", "scale", scale, ["linear", "log"]);
  checkChoice("seriesPlot", "theme", theme, ["light", "dark"]);
  const { start = 0, step = 1 } = x;
  checkFinite("seriesPlot", "x.start", start);
  if (!(step > 0 && step < Number.POSITIVE_INFINITY)) {
    throw new InputError("seriesPlot", "x.step", `needs a number above 0, got ${step}`);
  }
  boundaries.forEach(({ at }, index) => {
    checkFinite("seriesPlot", `boundaries[${index}].at`, at);
  });
  ranges.forEach(({ from, to }, index) => {
    checkFinite("seriesPlot", `ranges[${index}].from`, from);
    checkFinite("seriesPlot", `ranges[${index}].to`, to);
  });
  const drawn = plotSamples("seriesPlot", samples, label, unit);
  if (scale === "log") checkPositive(drawn);
  const { height = Math.max(540, 140 + 200 * drawn.length) } = options;
  checkInteger("seriesPlot", "width", width, 240, 10_000);
  checkInteger("seriesPlot", "height", height, 240, 10_000);
  const [, longest] = rangeOf(drawn.flatMap(({ runs }) => runs.map((run) => run.length)));
  const { mark = longest <= 1_000 ? "line" : "dots" } = options;
  checkChoice("seriesPlot", "mark", mark, ["line", "dots"]);
  const across = numberAxis({
    label: axisLabel(x.label ?? "iteration", x.unit ?? ""),
    unit: x.unit ?? "",
    scale: "linear",
    ranges: [xRange(start, start + step * (longest - 1), boundaries, ranges)],
    ticks: width / 90,
    air: 0.01,
  });
  const frame = { across, start, step, scale, mark, boundaries, ranges, ticks: height / drawn.length / 60 };
  const heading = title ?? whatIsDrawn(drawn, x.label ?? "iteration");
  const [, runs] = rangeOf(drawn.map((sample) => sample.runs.length));
  return createFigure({
    method: "series-plot",
    title: heading,
    subtitle,
    caption: options.caption ?? size(drawn),
    alt: `${heading}. ${subtitle} ${size(drawn)} ${inWords(boundaries, ranges)}`.trim(),
    key:
      runs === 1
        ? []
        : Array.from({ length: runs }, (_, run) => ({
            mark: mark === "line" ? "line" : "dot",
            color: run,
            text: `run ${run + 1}`,
          })),
    panels: drawn.map((sample, row) => panel(sample, row, drawn.length > 1, frame)),
    width,
    height,
    theme,
    options: {
      scale,
      mark,
      x: { label: x.label ?? "iteration", unit: x.unit ?? "", start, step },
      unit: drawn[0]!.unit,
    },
    warnings: [],
  });
}

interface Frame {
  readonly across: NumberAxis;
  readonly start: number;
  readonly step: number;
  readonly scale: "linear" | "log";
  readonly mark: "line" | "dots";
  readonly boundaries: readonly SeriesBoundary[];
  readonly ranges: readonly SeriesRange[];
  readonly ticks: number;
}

function panel(sample: PlotSample, row: number, several: boolean, frame: Frame): Panel {
  const all = sample.runs.flatMap((run) => Array.from(run));
  const { factor, label } = displayUnit(all, sample.unit);
  const [low, high] = rangeOf(all);
  const y = numberAxis({
    label: axisLabel(sample.metric, label),
    unit: label,
    scale: frame.scale,
    ranges: [[low * factor, high * factor]],
    ticks: frame.ticks,
  });
  const lines = sample.runs.map((run, index): Mark => {
    const points = {
      name: sample.runs.length === 1 ? sample.name : `run ${index + 1}`,
      color: index,
      x: Array.from(run, (_, i) => frame.start + i * frame.step),
      y: Array.from(run, (value) => value * factor),
      run: Array.from(run, () => index + 1),
      iteration: Array.from(run, (_, i) => i),
    };
    return frame.mark === "line" ? { kind: "line", ...points } : { kind: "dots", radius: 2, ...points };
  });
  return {
    row,
    note: several ? sample.name : "",
    x: frame.across,
    y,
    marks: [
      ...frame.ranges.map((range): Mark => ({ kind: "range", ...range })),
      ...lines,
      ...frame.boundaries.map((boundary): Mark => ({ kind: "rule", ...boundary })),
    ],
  };
}

function xRange(
  first: number,
  last: number,
  boundaries: readonly SeriesBoundary[],
  ranges: readonly SeriesRange[],
): readonly [number, number] {
  const places = [
    first,
    last,
    ...boundaries.map(({ at }) => at),
    ...ranges.flatMap(({ from, to }) => [from, to]),
  ];
  return rangeOf(places);
}

function checkPositive(samples: readonly PlotSample[]): void {
  for (const { name, runs } of samples) {
    const wrong = runs.flatMap((run) => Array.from(run)).find((value) => !(value > 0));
    if (wrong !== undefined) {
      throw new InputError(
        "seriesPlot",
        "scale",
        `needs values above 0 to be "log", got ${wrong} in "${name}"; use "linear"`,
      );
    }
  }
}

function axisLabel(label: string, unit: string): string {
  return unit === "" ? label : `${label} (${unit})`;
}

function whatIsDrawn(samples: readonly PlotSample[], x: string): string {
  const { metric, benchmark } = samples[0]!;
  const subject = metric.charAt(0).toUpperCase() + metric.slice(1);
  return benchmark === "" ? `${subject} by ${x}` : `${subject} of ${benchmark} by ${x}`;
}

function size(samples: readonly PlotSample[]): string {
  const runs = samples.reduce((total, sample) => total + sample.runs.length, 0);
  const values = samples.flatMap((sample) => sample.runs).reduce((total, run) => total + run.length, 0);
  return `${countText(values)} values in ${countText(runs)} run${runs === 1 ? "" : "s"}.`;
}

function inWords(boundaries: readonly SeriesBoundary[], ranges: readonly SeriesRange[]): string {
  return [
    ...boundaries.map(({ at, label }) => `Boundary at ${at}: ${label}.`),
    ...ranges.map(({ from, to, label }) => `From ${from} to ${to}: ${label}.`),
  ].join(" ");
}
