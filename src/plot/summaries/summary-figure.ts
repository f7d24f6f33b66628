import type { DisplayUnit } from "../../data/display-unit.js";
import { createFigure, type Figure } from "../figure.js";
import type { KeyEntry, Mark, NumberAxis } from "../figure-model.js";
import type { FigureFrame, FigureOptions } from "../figure-options.js";
import { numberAxis } from "../number-axis.js";
import { type PlotInput, type PlotSample, plotSamples } from "../plot-samples.js";
import { plotUnit } from "../plot-unit.js";
import { countText } from "../quantity-text.js";
import { axisLabel, pooledValues, subjectText } from "../sample-texts.js";
import { hullOf, type ValueRange } from "../value-range.js";
import { type HiddenFacts, hiddenFacts, summaryReading, summaryWarning } from "./hidden-by-summary.js";

/** A sample with its values in the unit shown, in a row of its own. */
export interface SummaryRow {
  readonly sample: PlotSample;
  readonly values: Float64Array;
  /** Its middle; the first sample is the uppermost. */
  readonly at: number;
  readonly color: number;
}

/** Samples in rows. */
export interface SummaryRows {
  readonly rows: readonly SummaryRow[];
  readonly unit: DisplayUnit;
}

/** Checks the samples and gives each a row. */
export function summaryRows(functionName: string, input: PlotInput, frame: FigureFrame): SummaryRows {
  const samples = plotSamples(functionName, input, frame.label, frame.unit);
  const all = samples.map(pooledValues);
  const unit = plotUnit(all, samples[0]!.unit);
  const rows = samples.map((sample, index) => ({
    sample,
    values: all[index]!.map((value) => value * unit.factor),
    at: samples.length - 1 - index,
    color: samples.length > mostColors ? 0 : index,
  }));
  return { rows, unit };
}

/** With more, colour would be noise. */
const mostColors = 6;

/** What a plot of summaries brings beside its samples. */
export interface SummaryFigure {
  readonly method: "box-plot" | "bar-plot";
  readonly kind: "box" | "bar";
  /** What the marks mean. */
  readonly reading: string;
  readonly key: readonly KeyEntry[];
  /** What has to fit on the axis, of each row. */
  readonly ranges: readonly ValueRange[];
  readonly marks: readonly (readonly Mark[])[];
  /** A sample in words. */
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
}

/** Rows of summaries above a common axis, with the warning that says what they hide. */
export function summaryFigure(
  { rows, unit }: SummaryRows,
  frame: FigureFrame,
  options: FigureOptions,
  figure: SummaryFigure,
): Figure {
  const facts = rows.map(({ sample, values }) => hiddenFacts(sample, values));
  const warning = summaryWarning(figure.kind, facts);
  const title = options.title ?? subjectText(rows.map(({ sample }) => sample));
  const { subtitle = summaryReading(figure.kind, facts) } = options;
  const caption = options.caption ?? `${sizes(facts)} ${figure.reading}`;
  const { width, height = Math.max(300, 190 + 72 * rows.length), theme } = frame;
  return createFigure({
    method: figure.method,
    title,
    subtitle,
    caption,
    alt: [`${title}.`, ...figure.words, subtitle, caption].filter((text) => text !== "").join(" "),
    key: figure.key,
    panels: [
      {
        row: 0,
        note: "",
        x: numberAxis({
          label: axisLabel(rows[0]!.sample.metric, unit.label),
          unit: unit.label,
          scale: "linear",
          ranges: [hullOf(figure.ranges)],
          ticks: width / 90,
        }),
        y: rowAxis(rows),
        marks: figure.marks.flat(),
        aside: rows.map(({ at, values }) => ({ value: at, label: `n = ${countText(values.length)}` })),
      },
    ],
    width,
    height,
    theme,
    options: { ...figure.options, unit: rows[0]!.sample.unit },
    warnings: [warning],
  });
}

function rowAxis(rows: readonly SummaryRow[]): NumberAxis {
  return {
    kind: "number",
    label: "",
    unit: "",
    scale: "linear",
    pieces: [{ domain: [-0.6, rows.length - 0.4], extent: [0, 1] }],
    ticks: rows.map(({ at, sample }) => ({ value: at, label: sample.name })),
    named: true,
  };
}

function sizes(facts: readonly HiddenFacts[]): string {
  const values = facts.map(({ n }) => n);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const each = facts.length > 1 ? " each" : "";
  const size = least === most ? countText(most) : `${countText(least)} to ${countText(most)}`;
  return `n = ${size} value${most === 1 ? "" : "s"}${each}.`;
}
