import { checkChoice, checkFinite, checkInteger } from "../core/check-options.js";
import { checkPositive, withValues } from "./check-positive.js";
import { createFigure, type Figure } from "./figure.js";
import type { Mark, NumberAxis } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";
import { type PlotInput, type PlotSample, plotSamples } from "./plot-samples.js";
import { panelUnits } from "./plot-unit.js";
import { fittingTicks } from "./render/fitting-ticks.js";
import { wrapText } from "./render/wrap-text.js";
import { axisLabel, pooledValues } from "./sample-texts.js";
import type { PlotChanges, SegmentLevel } from "./series/change-marks.js";
import { type SeriesRuns, seriesFindings } from "./series/series-findings.js";
import { type SeriesPanelStyle, seriesPanel } from "./series/series-panel.js";
import { seriesTexts } from "./series/series-texts.js";
import type { PlotSteadyStart } from "./series/steady-marks.js";
import type { ThinnedPointsOptions } from "./series/thinned-points.js";
import { type SeriesX, type XPlaces, xPlaces } from "./series/x-places.js";
import { rangeOf } from "./value-range.js";

export type { PlotChanges, PlotSteadyStart, SegmentLevel, SeriesRuns, SeriesX };

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
export interface SeriesPlotOptions extends FigureOptions {
  /** The x axis: what it counts (default "iteration"), its unit, the x of the first value and the distance between values, or the x of each (`values`); and what each value belongs to, such as commits (`labels`). */
  readonly x?: SeriesX;
  /** Values joined by a line, or dots; default "line" up to 1,000 values a run, but dots where changes are drawn over them. */
  readonly mark?: "line" | "dots";
  /** Of the values; default "linear". */
  readonly scale?: "linear" | "log";
  /** Runs over one another, or end to end; default "overlaid", but "joined" where `changePoints` are of all runs of a sample together. */
  readonly runs?: SeriesRuns;
  /** What a change-point method found: one result for each sample, or for each run. */
  readonly changePoints?: PlotChanges | readonly PlotChanges[];
  /** Which number of a segment between changes is drawn as a level line; default "mean". */
  readonly level?: SegmentLevel;
  /** Where the series becomes steady: one result for each sample, or for each run. */
  readonly steady?: PlotSteadyStart | readonly PlotSteadyStart[];
  /** How many values around each one a rolling median takes in; default none. */
  readonly rollingMedian?: number;
  /** Vertical lines, such as the end of the warm-up. */
  readonly boundaries?: readonly SeriesBoundary[];
  /** Shaded stretches, such as the measured phase. */
  readonly ranges?: readonly SeriesRange[];
}

const ownOptions = {
  x: true,
  mark: true,
  scale: true,
  runs: true,
  changePoints: true,
  level: true,
  steady: true,
  rollingMedian: true,
  boundaries: true,
  ranges: true,
} as const;

/** So many points of a figure are drawn one by one; more cover one another, and take notebooks and browsers long. */
const mostPoints = 6_000;

const fewestInColumn = 8;
const fewestColumns = 12;
/** About so many are drawn of more. */
const drawnOfMore = 4_000;

/** In longer runs the dashes would be shorter than the way from one value to the next. */
const mostDashed = 200;

/**
 * Values in the order in which they were measured, over iteration, time or commit: one panel a sample, one line (or row of
 * dots) a run, with what was found in them: segments and change points, the warm-up, outliers, a rolling median.
 *
 * Of more than 6,000 values, each column of the picture shows the lowest, the highest and some in between, so that no spike is
 * lost, and the caption says so. All panels share the x axis; each has a y axis of its own. Time O(n log n), memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, values of 0 or less on a logarithmic
 *   scale, results about other values than those drawn, or an option out of range
 * @example
 * seriesPlot([30, 24, 21, 20, 20], { unit: "ms", boundaries: [{ at: 3, label: "steady" }] }).model.panels.length // 1
 */
export function seriesPlot(samples: PlotInput, options: SeriesPlotOptions = {}): Figure {
  const frame = checkFigureOptions("seriesPlot", options, ownOptions);
  const { scale = "linear", level = "mean", boundaries = [], ranges = [] } = options;
  const { width, theme } = frame;
  checkChoice("seriesPlot", "scale", scale, ["linear", "log"]);
  checkChoice("seriesPlot", "level", level, ["mean", "median"]);
  if (options.runs !== undefined) checkChoice("seriesPlot", "runs", options.runs, ["overlaid", "joined"]);
  checkPlaces(boundaries, ranges);
  const drawn = plotSamples("seriesPlot", samples, frame.label, frame.unit);
  if (scale === "log") checkPositive("seriesPlot", drawn.map(withValues));
  const { changePoints, steady } = options;
  const findings = seriesFindings(drawn, { runs: options.runs, changePoints, steady });
  const joined = findings.runs === "joined";
  const [, longest] = rangeOf(drawn.map((sample) => lengthOf(sample, joined)));
  if (options.rollingMedian !== undefined)
    checkInteger("seriesPlot", "rollingMedian", options.rollingMedian, 1, longest);
  const places = xPlaces("seriesPlot", options.x ?? {}, longest);
  const { mark = longest <= 1_000 && changePoints === undefined ? "line" : "dots" } = options;
  checkChoice("seriesPlot", "mark", mark, ["line", "dots"]);
  const height = frame.height ?? Math.max(540, 140 + 200 * drawn.length);
  const thinning = thinningFor(drawn, longest, width);
  const style: SeriesPanelStyle = {
    across: acrossAxis(places, longest, [...boundaries.map(({ at }) => at), ...ranges.flatMap(ends)], width),
    places,
    scale,
    mark,
    joined,
    dashed: longest <= mostDashed,
    level,
    window: options.rollingMedian ?? null,
    below: ranges.map((range): Mark => ({ kind: "range", ...range })),
    above: boundaries.map((boundary): Mark => ({ kind: "rule", ...boundary })),
    thinning,
    // A label is some 20 pixels high, and the panels take about two thirds of the figure.
    labelRoom: 30 / (0.65 * (height / drawn.length)),
    ticks: height / drawn.length / 75,
  };
  const units = panelUnits(
    drawn.map((sample) => [pooledValues(sample)]),
    drawn[0]!.unit,
  );
  const panels = drawn.map((sample, row) => {
    const data = {
      sample,
      unit: units[row]!,
      changes: findings.changes[row]!,
      steady: findings.steady[row]!,
    };
    return seriesPanel(data, row, drawn.length > 1 ? sample.name : "", style);
  });
  const texts = seriesTexts({ samples: drawn, units, panels, findings, style, boundaries, ranges }, options);
  return createFigure({
    method: "series-plot",
    ...texts,
    panels,
    width,
    height,
    theme,
    options: {
      scale,
      mark,
      runs: findings.runs,
      level,
      rollingMedian: style.window,
      x: { label: places.label, unit: places.unit, start: places.at(0), step: options.x?.step ?? 1 },
      unit: drawn[0]!.unit,
    },
  });
}

function lengthOf({ runs }: PlotSample, joined: boolean): number {
  const lengths = runs.map((run) => run.length);
  return joined ? lengths.reduce((total, length) => total + length, 0) : Math.max(...lengths);
}

/** All points if there is room; else columns as fine as the picture, but for very many series, and as many points in each as fit. */
function thinningFor(samples: readonly PlotSample[], longest: number, width: number): ThinnedPointsOptions {
  const runs = samples.flatMap((sample) => sample.runs);
  const all = runs.reduce((total, { length }) => total + length, 0);
  if (all <= mostPoints) return { columns: width, each: Math.ceil(longest / width) };
  const share = drawnOfMore / runs.length;
  // Too few in a column would be its extremes alone, which look like two bands of values with nothing between.
  const columns = Math.round(Math.min(width, Math.max(fewestColumns, share / fewestInColumn)));
  return { columns, each: Math.max(fewestInColumn, Math.floor(share / columns)) };
}

function acrossAxis(places: XPlaces, longest: number, others: readonly number[], width: number): NumberAxis {
  const { label, unit, labels } = places;
  const [low, high] = rangeOf([places.at(0), places.at(longest - 1), ...others]);
  const axis = numberAxis({
    label: axisLabel(label, unit),
    unit,
    scale: "linear",
    ranges: [[low, high]],
    ticks: width / 90,
    smallestStep: places.step,
    air: longest < 60 ? 0.02 : 0.01,
  });
  // There is no iteration −1.
  const inside = axis.ticks.filter(({ value }) => value >= low && value <= high);
  if (labels === null) return inside.length === 0 ? axis : { ...axis, ticks: inside };
  const named = labels.slice(0, longest).map((text, index) => ({
    value: places.at(index),
    label: wrapText(text, { width: 10, lines: 1 })[0] ?? "",
  }));
  const ticks = fittingTicks({ ...axis, ticks: named }, (0.88 * width) / 13);
  return { ...axis, ticks, named: true };
}

function ends({ from, to }: SeriesRange): readonly number[] {
  return [from, to];
}

function checkPlaces(boundaries: readonly SeriesBoundary[], ranges: readonly SeriesRange[]): void {
  for (const [index, { at }] of boundaries.entries())
    checkFinite("seriesPlot", `boundaries[${index}].at`, at);
  for (const [index, { from, to }] of ranges.entries()) {
    checkFinite("seriesPlot", `ranges[${index}].from`, from);
    checkFinite("seriesPlot", `ranges[${index}].to`, to);
  }
}
