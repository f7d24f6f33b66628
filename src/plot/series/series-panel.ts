import type { Values } from "../../core/values.js";
import type { DisplayUnit } from "../../data/display-unit.js";
import { dotRadius } from "../dot-radius.js";
import type { DotsMark, LineMark, Mark, NumberAxis, Panel, Series } from "../figure-model.js";
import { lineDash } from "../line-dashes.js";
import { numberAxis } from "../number-axis.js";
import type { PlotSample } from "../plot-samples.js";
import { axisLabel, pooledValues } from "../sample-texts.js";
import { rangeOf } from "../value-range.js";
import { changeMarks, outlierIndices, type PlotChanges, type SegmentLevel } from "./change-marks.js";
import { rollingMedian } from "./rolling-median.js";
import type { SeriesFinding } from "./series-findings.js";
import { type PlotSteadyStart, steadyMarks } from "./steady-marks.js";
import { type ThinnedPointsOptions, thinnedPoints } from "./thinned-points.js";
import type { XPlaces } from "./x-places.js";

/** What all panels of a figure have in common. */
export interface SeriesPanelStyle {
  readonly across: NumberAxis;
  readonly places: XPlaces;
  readonly scale: "linear" | "log";
  readonly mark: "line" | "dots";
  readonly joined: boolean;
  /** Whether lines through all values are dashed where there are a few runs. */
  readonly dashed: boolean;
  readonly level: SegmentLevel;
  /** Null for none. */
  readonly window: number | null;
  /** Shaded ranges and boundaries that the caller gives. */
  readonly below: readonly Mark[];
  readonly above: readonly Mark[];
  readonly thinning: ThinnedPointsOptions;
  /** Room for labels above the values, as a fraction of their range. */
  readonly labelRoom: number;
  /** About how many ticks there is room for. */
  readonly ticks: number;
}

/** What a panel shows. */
export interface SeriesPanelData {
  readonly sample: PlotSample;
  readonly unit: DisplayUnit;
  readonly changes: readonly SeriesFinding<PlotChanges>[];
  readonly steady: readonly SeriesFinding<PlotSteadyStart>[];
}

/** A sample over x: a line or dots for each run, and what was found about them. */
export function seriesPanel(
  { sample, unit: shown, changes, steady }: SeriesPanelData,
  row: number,
  note: string,
  style: SeriesPanelStyle,
): Panel {
  const { places, window } = style;
  const all = pooledValues(sample);
  const { factor, label: unit } = shown;
  const [low, high] = rangeOf(all);
  const several = sample.runs.length > 1;
  const offsets = runOffsets(sample, style.joined);
  const found = changes.map(({ result, offset, run }) =>
    changeMarks(result, { places, offset, factor, unit, level: style.level, color: run }),
  );
  // Runs over each other share one shade, as far as the last of them is warming up.
  const latest = Math.max(...steady.map(({ result }) => result.start ?? 0));
  const shading = steady.findIndex(({ result }) => result.start === latest);
  const phases = steady.map(({ result, offset, run }, index) =>
    steadyMarks(result, {
      shaded: style.joined || index === shading,
      places,
      offset,
      run: steady.length > 1 ? run : null,
      factor,
      unit,
      // Level lines of segments say it already.
      level: changes.length === 0,
    }),
  );
  const pointsOf = (values: Values, kept: readonly number[], run: number): Series => ({
    name: several ? `run ${run + 1}` : sample.name,
    color: run,
    x: kept.map((i) => places.at(offsets[run]! + i)),
    y: kept.map((i) => values[i]! * factor),
    run: kept.map(() => run + 1),
    iteration: kept,
    ...(places.labels === null ? {} : { labels: kept.map((i) => places.text(offsets[run]! + i)) }),
  });
  const series = sample.runs.map((run, index) => pointsOf(run, thinnedPoints(run, style.thinning), index));
  const radius = dotRadius(series.reduce((total, { x }) => total + x.length, 0));
  // Runs over each other are told apart in grey, too.
  const dashed = several && !style.joined && sample.runs.length <= mostNamedRuns;
  const dashOf = (run: number) => (dashed ? { dash: lineDash(run) } : {});
  const lines = series.map((points, index): DotsMark | LineMark => {
    // One value alone is no line.
    if (style.mark !== "line" || points.x.length < 2) return { kind: "dots", radius, ...points };
    if (window !== null) return { kind: "line", width: 1, ...points };
    return { kind: "line", ...points, ...(style.dashed ? dashOf(index) : {}) };
  });
  const smooth = (window === null ? [] : sample.runs).map((run, index): LineMark => {
    const { indices, medians } = rollingMedian(
      run,
      window!,
      Math.ceil(run.length / (2 * style.thinning.columns)),
    );
    return {
      kind: "line",
      name: "rolling median",
      color: several ? index : 1,
      width: 2.5,
      ...dashOf(index),
      x: indices.map((i) => places.at(offsets[index]! + i)),
      y: medians.map((median) => median * factor),
    };
  });
  const boundaries = style.joined ? offsets.slice(1) : [];
  const above = [
    ...found.flatMap((marks) => marks.above),
    ...phases.flatMap((marks) => marks.above),
    ...style.above,
  ];
  const room = above.some((mark) => mark.kind === "rule") ? style.labelRoom : 0;
  return {
    row,
    note,
    x: style.across,
    y: numberAxis({
      label: axisLabel(sample.metric, unit),
      unit,
      scale: style.scale,
      ranges: [[low * factor, withRoom(low * factor, high * factor, style.scale, room)]],
      ticks: style.ticks,
    }),
    marks: [
      ...phases.flatMap(({ below }) => below),
      ...style.below,
      ...found.flatMap(({ below }) => below),
      ...boundaries.map((at): Mark => ({ kind: "rule", reference: true, at: places.before(at), label: "" })),
      ...lines,
      ...smooth,
      ...outlierRings(changes, all, factor, style),
      ...above,
    ],
  };
}

/** With more runs, the key would be all one sees. */
export const mostNamedRuns = 6;

/** A higher end of an axis, so that labels at the top do not hide values. */
function withRoom(low: number, high: number, scale: "linear" | "log", room: number): number {
  return scale === "log" ? high * (high / low) ** room : high + (high - low) * room;
}

/** Place of the first value of each run on the x axis. */
function runOffsets({ runs }: PlotSample, joined: boolean): readonly number[] {
  let before = 0;
  return runs.map(({ length }) => {
    const offset = joined ? before : 0;
    before += length;
    return offset;
  });
}

function outlierRings(
  changes: readonly SeriesFinding<PlotChanges>[],
  all: Readonly<Float64Array>,
  factor: number,
  { places, joined }: SeriesPanelStyle,
): DotsMark[] {
  let before = 0;
  return changes.flatMap(({ result, offset }) => {
    const indices = outlierIndices(result);
    // Over overlaid runs, the values of a run begin after those of the runs before it.
    const start = joined ? offset : before;
    before += result.n;
    if (indices.length === 0) return [];
    const points = {
      x: indices.map((i) => places.at(offset + i)),
      y: indices.map((i) => all[start + i]! * factor),
      labels: indices.map((i) => places.text(offset + i)),
    };
    return [{ kind: "dots", hollow: true, name: "outlier", color: null, radius: 5.5, ...points }];
  });
}
