import { checkConfidence } from "../core/check-options.js";
import { checkMeasurements, commonUnit, type Measurements } from "../core/measurements.js";
import type { Warning } from "../core/warning.js";
import { dotRadius } from "./dot-radius.js";
import { createFigure, type Figure } from "./figure.js";
import type { Mark, Panel } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";
import { gridColumns, gridHeight } from "./panel-grid.js";
import type { PlotInput } from "./plot-samples.js";
import { againstNormal, againstSample, type QuantilePoints } from "./quantiles/quantile-points.js";
import { confidenceText, countText } from "./quantity-text.js";
import { severalText, sizeText, subjectText } from "./sample-texts.js";
import { type ScaledSamples, scaledSamples } from "./scaled-samples.js";
import { rangeOf } from "./value-range.js";

/** Options of {@link quantileQuantilePlot}. */
export interface QuantileQuantilePlotOptions extends FigureOptions {
  /** What the samples are held against: the normal distribution, or another sample in their unit; default "normal". */
  readonly against?: "normal" | Measurements;
  /** Of the envelope as a whole, in (0, 1); default 0.95. */
  readonly confidence?: number;
  /** Of the simulation of the normal envelope; default 1. */
  readonly seed?: number;
}

const ownOptions = { against: true, confidence: true, seed: true } as const;

/**
 * Quantiles of samples against those of the normal distribution or of another sample: points on the line agree; an S says tails
 * are longer, a bend upwards that the upper one is; a second line, parallel, a shift.
 *
 * The envelope holds all points at once with the confidence given if the two agree. Against the normal distribution it is
 * simulated, and the line goes through the quartiles, so that outliers do not move it. Against a sample it is distribution-free
 * and the line is that of equality. Both assume independent values. Time O(n log n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, or an option out of range
 * @example
 * quantileQuantilePlot([1, 2, 3, 4, 5, 6, 7, 8]).model.title // "Value: may be normal"
 */
export function quantileQuantilePlot(samples: PlotInput, options: QuantileQuantilePlotOptions = {}): Figure {
  const frame = checkFigureOptions("quantileQuantilePlot", options, ownOptions);
  const { against = "normal", confidence = 0.95, seed = 1 } = options;
  checkConfidence("quantileQuantilePlot", confidence);
  const scaled = scaledSamples("quantileQuantilePlot", samples, frame);
  const other = against === "normal" ? null : otherValues(against, scaled);
  const count = scaled.samples.length;
  const columns = gridColumns(count);
  const { width, theme, height = gridHeight(count, columns) } = frame;
  const found = scaled.values.map((values) => {
    const sorted = Float64Array.from(values).sort();
    return other === null
      ? againstNormal(sorted, confidence, seed)
      : againstSample(sorted, other, confidence);
  });
  const outside = found.map(pointsOutside);
  const panels = found.map((points, index) =>
    quantilePanel(scaled, points, index, { columns, normal: other === null, width, height }),
  );
  const title = options.title ?? titleOf(scaled, found, outside, other === null);
  const subtitle = options.subtitle ?? "";
  const level = confidenceText(confidence);
  return createFigure({
    method: "quantile-quantile-plot",
    title,
    subtitle,
    caption:
      options.caption ??
      [
        sizeText(scaled.samples),
        other === null
          ? `Line: through the quartiles. Band: holds all points of a normal sample at once with ${level} confidence (simulated).`
          : `Line: equality with the other sample (n = ${countText(other.length)}). Band: holds all points at once with ${level} confidence if both have one distribution.`,
      ].join(" "),
    alt: [
      `${title}.`,
      subtitle,
      ...scaled.samples.map(({ name }, i) => inWords(name, found[i]!, outside[i]!)),
    ]
      .filter(Boolean)
      .join(" "),
    key: [
      { mark: "dot", color: 0, text: "quantile" },
      { mark: "dashes", color: null, text: other === null ? "normal" : "equal" },
      ...(found.some(({ envelope }) => envelope !== null)
        ? [{ mark: "band" as const, color: 0, text: `${level} envelope` }]
        : []),
    ],
    panels,
    width,
    height,
    theme,
    options: {
      against: other === null ? "normal" : "sample",
      confidence,
      seed,
      unit: scaled.samples[0]!.unit,
    },
    warnings: weaknesses(scaled, found),
  });
}

function otherValues(against: Measurements, { samples, unit }: ScaledSamples): Readonly<Float64Array> {
  const checked = checkMeasurements("quantileQuantilePlot", "against", against, 2);
  if (checked.unit !== null) commonUnit("quantileQuantilePlot", "against", [samples[0]!.unit, checked.unit]);
  return checked.values.map((value) => value * unit.factor).sort();
}

function quantilePanel(
  { samples, unit, axisLabel }: ScaledSamples,
  { x, y, intercept, slope, envelope }: QuantilePoints,
  index: number,
  style: {
    readonly columns: number;
    readonly normal: boolean;
    readonly width: number;
    readonly height: number;
  },
): Panel {
  const { columns, normal, width, height } = style;
  const rows = Math.ceil(samples.length / columns);
  const across = numberAxis({
    label: normal ? "normal quantile (standard deviations)" : `other sample, ${axisLabel}`,
    unit: normal ? "" : unit.label,
    scale: "linear",
    ranges: [rangeOf(x)],
    ticks: width / columns / 110,
  });
  const ends = across.pieces[0]!.domain;
  const line = ends.map((end) => intercept + slope * end);
  // A band that was cut at the axis would look as if it ended there.
  const bounds = envelope === null ? [] : [...envelope.low, ...envelope.high];
  const band = bounds.filter((bound): bound is number => bound !== null);
  const up = numberAxis({
    label: axisLabel,
    unit: unit.label,
    scale: "linear",
    ranges: [rangeOf([...y, ...line, ...band])],
    ticks: height / rows / 80,
  });
  const [lowest, highest] = up.pieces[0]!.domain;
  const inside = (value: number): number => Math.min(highest, Math.max(lowest, value));
  const { name } = samples[index]!;
  const area: Mark[] =
    envelope === null
      ? []
      : [
          {
            kind: "area",
            name: "envelope",
            color: 0,
            x,
            low: envelope.low.map((each) => inside(each ?? lowest)),
            high: envelope.high.map((each) => inside(each ?? highest)),
          },
        ];
  return {
    row: Math.floor(index / columns),
    note: samples.length > 1 ? name : "",
    x: across,
    y: up,
    marks: [
      ...area,
      {
        kind: "line",
        name: normal ? "normal" : "equal",
        color: null,
        dash: [5, 4],
        width: 1.4,
        x: ends,
        y: line,
      },
      { kind: "dots", name: "quantile", color: 0, radius: dotRadius(x.length), x, y },
    ],
  };
}

/** How many of the points lie outside of the envelope. */
function pointsOutside({ y, envelope }: QuantilePoints): number | null {
  if (envelope === null) return null;
  // Where the envelope has no width, at the quartiles that the line goes through, rounding puts no point outside.
  const hair = 1e-9 * (y.at(-1)! - y[0]!);
  return y.filter((value, i) => {
    const [low, high] = [envelope.low[i]!, envelope.high[i]!];
    return (low !== null && value < low - hair) || (high !== null && value > high + hair);
  }).length;
}

function titleOf(
  { samples }: ScaledSamples,
  found: readonly QuantilePoints[],
  outside: readonly (number | null)[],
  normal: boolean,
): string {
  const subject = subjectText(samples);
  const told = outside.filter((count) => count !== null);
  const off = told.filter((count) => count > 0).length;
  const [yes, no] = normal
    ? ["may be normal", "not normal"]
    : ["may have the distribution of the other sample", "not distributed as the other sample"];
  if (told.length === 0) return `${subject}: quantiles`;
  if (found.length === 1) return `${subject}: ${off === 0 ? yes : no}`;
  return off === 0 ? `${subject}: all ${yes}` : `${subject}: ${off} of ${found.length} ${no}`;
}

function inWords(name: string, { x }: QuantilePoints, outside: number | null): string {
  const of = name === "" ? "" : `${name}: `;
  if (outside === null) return `${of}no envelope.`;
  return `${of}${countText(outside)} of ${severalText([x.length], "point")} outside the envelope.`;
}

function weaknesses({ samples }: ScaledSamples, found: readonly QuantilePoints[]): readonly Warning[] {
  const bare = samples.filter((_, i) => found[i]!.envelope === null).map(({ name }) => name || "the sample");
  if (bare.length === 0) return [];
  return [
    {
      code: "no-envelope",
      message: `An envelope takes five values and a middle half that varies (${bare.join(", ")}).`,
    },
  ];
}
