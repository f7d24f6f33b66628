import { checkChoice } from "../core/check-options.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import type { Warning } from "../core/warning.js";
import { outliers } from "../stats/outliers.js";
import { createFigure, type Figure } from "./figure.js";
import type { AreaMark, DotsMark, Mark, Tick } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";
import type { PlotInput } from "./plot-samples.js";
import { countText, quantityText } from "./quantity-text.js";
import { mediansText, sizeText, subjectText } from "./sample-texts.js";
import { runsOf, type ScaledSamples, scaledSamples } from "./scaled-samples.js";
import { thinnedDots } from "./thinned-dots.js";
import { bandwidthOf, type Density, density, densityPlaces } from "./trails/density.js";
import { hullOf, rangeOf, type ValueRange } from "./value-range.js";

/** Options of {@link frequencyTrailPlot}. */
export interface FrequencyTrailPlotOptions extends FigureOptions {
  /** Samples as they come, or by their medians; default "given". */
  readonly order?: "given" | "median";
}

const ownOptions = { order: true } as const;

/** Where a trail is lower than this part of its height, a value is drawn by itself. */
const invisible = 0.03;
/** How far trails rise into the row above, in rows. */
const peak = 1.5;
/** With more groups than colours that are easily told apart, colour would be noise. */
const mostColors = 6;
/** Dots of a sample, at most. */
const mostDots = 1_500;

/**
 * Frequency trails: one density ridge a sample, above one another on one axis, and each value that its ridge is too low to show
 * as a dot of its own. The shapes of many samples at a glance, and no outlier lost.
 *
 * After Brendan Gregg (2013), "Frequency Trails". Each ridge is as high as its own densest place, so that heights say nothing
 * about numbers of values. The bandwidth of the Gaussian kernel is chosen for each sample by Botev, Grotowski & Kroese (2010), and
 * is never finer than the picture. Time O(n log n), memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, or an option out of range
 * @example
 * const figure = frequencyTrailPlot({ before: [12, 12.1, 12.2, 12.1, 19], after: [11, 11.1, 10.9, 11] }, { unit: "ms" })
 * figure.model.panels[0].marks.filter(({ kind }) => kind === "area").length // 2
 */
export function frequencyTrailPlot(samples: PlotInput, options: FrequencyTrailPlotOptions = {}): Figure {
  const frame = checkFigureOptions("frequencyTrailPlot", options, ownOptions);
  const { order = "given" } = options;
  checkChoice("frequencyTrailPlot", "order", order, ["given", "median"]);
  const scaled = scaledSamples("frequencyTrailPlot", samples, frame);
  const ordered = scaled.values.map((values): OrderedValues => {
    const sorted = Float64Array.from(values).sort();
    return { sorted, bandwidth: bandwidthOf(sorted) };
  });
  const range = rangeOfTrails(ordered);
  const trails = trailsOf(scaled, ordered, range, order);
  const count = trails.length;
  const { width, theme } = frame;
  const height = frame.height ?? Math.min(10_000, Math.max(400, 210 + 56 * count));
  const marks = trails.flatMap((trail, index) => trailMarks(trail, count - 1 - index, range));
  const alone = trails.map(({ alone: each }) => each.length);
  const drawn = marks.reduce((total, mark) => total + (mark.kind === "dots" ? mark.x.length : 0), 0);
  const strays = alone.reduce((total, each) => total + each, 0);
  const title = options.title ?? titleOf(scaled, trails);
  const subtitle = options.subtitle ?? "";
  const thinned = drawn < strays ? `Of ${countText(strays)} dots ${countText(drawn)} are drawn.` : "";
  const caption =
    options.caption ??
    [
      sizeText(scaled.samples),
      "Each trail is as high as its own densest place (Gaussian kernel, bandwidth by Botev et al. 2010).",
      "Dots: severe outliers, and values where it is too low to see.",
      thinned,
    ]
      .join(" ")
      .trim();
  return createFigure({
    method: "frequency-trail-plot",
    title,
    subtitle,
    caption,
    alt: [`${title}.`, subtitle, ...trails.map((trail) => inWords(trail, scaled))].filter(Boolean).join(" "),
    key: [
      { mark: "area", color: count === 1 ? 0 : null, text: "where values are dense" },
      { mark: "dot", color: count === 1 ? 0 : null, text: "one value" },
    ],
    panels: [
      {
        row: 0,
        note: "",
        x: numberAxis({
          label: scaled.axisLabel,
          unit: scaled.unit.label,
          scale: "linear",
          ranges: [range],
          ticks: width / 110,
          air: 0.01,
        }),
        y: {
          kind: "number",
          label: "",
          unit: "",
          scale: "linear",
          pieces: [{ domain: [-0.3, count - 1 + peak + 0.1], extent: [0, 1] }],
          ticks: trails.map(({ name }, index): Tick => ({ value: count - 1 - index, label: name })),
          named: true,
        },
        marks,
        aside: trails.map(({ label }, index): Tick => ({ value: count - 1 - index, label })),
      },
    ],
    width,
    height,
    theme,
    options: { order, bandwidths: trails.map(({ ridge }) => ridge.bandwidth), unit: scaled.samples[0]!.unit },
    warnings: weaknesses(trails, thinned),
  });
}

interface OrderedValues {
  /** Ascending. */
  readonly sorted: Readonly<Float64Array>;
  readonly bandwidth: number;
}

interface Trail {
  readonly name: string;
  readonly color: number;
  readonly values: Readonly<Float64Array>;
  readonly runs: readonly Readonly<Float64Array>[];
  readonly median: number;
  readonly label: string;
  readonly ridge: Density;
  /** Indices of the values drawn by themselves. */
  readonly alone: readonly number[];
}

function trailsOf(
  { samples, values, unit }: ScaledSamples,
  ordered: readonly OrderedValues[],
  range: ValueRange,
  order: "given" | "median",
): readonly Trail[] {
  const groups = [...new Set(samples.map(({ group }) => group))];
  const trails = samples.map((sample, index): Trail => {
    const own = values[index]!;
    const { sorted, bandwidth } = ordered[index]!;
    const ridge = density(sorted, bandwidth, range);
    const median = sortedQuantile(sorted, 0.5);
    const severe =
      own.length < 5 ? [] : outliers(own).outliers.filter(({ severity }) => severity === "severe");
    const far = new Set(severe.map(({ index }) => index));
    const spread = sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25);
    return {
      name: sample.name,
      color: groups.length > mostColors ? 0 : groups.indexOf(sample.group),
      values: own,
      runs: runsOf(sample, own),
      median,
      label: `median ${quantityText(median, unit.label, spread / Math.sqrt(own.length))}`,
      ridge,
      alone: Array.from(own.keys()).filter((i) => far.has(i) || ridge.without(own[i]!) < invisible),
    };
  });
  return order === "given" ? trails : trails.toSorted((a, b) => a.median - b.median);
}

function trailMarks(
  { name, color, values, runs, ridge, alone }: Trail,
  base: number,
  [low, high]: ValueRange,
): readonly Mark[] {
  const step = (high - low) / (densityPlaces - 1);
  // What is flat needs no corners.
  const corners = Array.from(ridge.heights.keys()).filter((i) => {
    const [before, here, after] = [ridge.heights[i - 1] ?? -1, ridge.heights[i]!, ridge.heights[i + 1] ?? -1];
    return here > 0.002 || before > 0.002 || after > 0.002 || i === 0 || i === densityPlaces - 1;
  });
  const area: AreaMark = {
    kind: "area",
    name,
    color,
    ridge: true,
    x: corners.map((i) => low + i * step),
    low: corners.map(() => base),
    high: corners.map((i) => base + peak * (ridge.heights[i]! > 0.002 ? ridge.heights[i]! : 0)),
  };
  if (alone.length === 0) return [area];
  const kept = thinnedDots(
    alone.map((i) => values[i]!),
    { stretch: step, most: mostDots },
  ).map((i) => alone[i]!);
  const origin = originOf(runs);
  const dots: DotsMark = {
    kind: "dots",
    name,
    color,
    radius: 2.6,
    along: "x",
    x: kept.map((i) => values[i]!),
    y: kept.map(() => base + 0.06),
    labels: kept.map((i) => origin(i)),
  };
  return [area, dots];
}

/** Where a value comes from, in words. */
function originOf(runs: readonly Readonly<Float64Array>[]): (index: number) => string {
  return (index) => {
    let [run, before] = [0, 0];
    while (index >= before + runs[run]!.length) before += runs[run++]!.length;
    return `run ${run + 1}, iteration ${index - before}`;
  };
}

/** Trails come down at both ends where there is room for it, and equal values get some around them. */
function rangeOfTrails(ordered: readonly OrderedValues[]): ValueRange {
  const [low, high] = hullOf(ordered.map(({ sorted }) => [sorted[0]!, sorted.at(-1)!]));
  if (low === high) {
    const room = Math.abs(low) * 0.01 || 1;
    return [low - room, high + room];
  }
  const [least, most] = [0.05 * (high - low), 0.3 * (high - low)];
  const [bottom, top] = hullOf(
    ordered.map(({ sorted, bandwidth }) => {
      const tail = Math.min(most, 3.5 * bandwidth);
      return [sorted[0]! - tail, sorted.at(-1)! + tail];
    }),
  );
  return [Math.min(low - least, bottom), Math.max(high + least, top)];
}

function titleOf({ samples, unit }: ScaledSamples, trails: readonly Trail[]): string {
  const subject = subjectText(samples);
  if (samples.length === 1) return `${subject}: ${trails[0]!.label}`;
  const medians = trails.map(({ median }) => median);
  return `${subject}: ${mediansText(medians, unit.label)}`;
}

function inWords({ name, values, label, alone }: Trail, { unit }: ScaledSamples): string {
  const [low, high] = rangeOf(values).map((end) => quantityText(end, unit.label, 0));
  const strays = alone.length === 0 ? "" : `, ${countText(alone.length)} drawn by themselves`;
  return `${name === "" ? "" : `${name}: `}${label}, from ${low} to ${high}${strays}.`;
}

function weaknesses(trails: readonly Trail[], thinned: string): readonly Warning[] {
  const few = trails.filter(({ values }) => values.length < 20);
  return [
    ...(few.length === 0
      ? []
      : [
          {
            code: "too-few-values",
            message: `A density of fewer than 20 values is mostly kernel (${few.map(({ name }) => name || "the sample").join(", ")}); a strip plot shows each of them.`,
          },
        ]),
    ...(thinned === "" ? [] : [{ code: "thinned-dots", message: thinned }]),
  ];
}
