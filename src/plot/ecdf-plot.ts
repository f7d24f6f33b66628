import { checkChoice, checkConfidence } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import { checkPositive } from "./check-positive.js";
import { dkwHalfWidth, type EcdfSteps, ecdfSteps } from "./ecdf/ecdf-steps.js";
import { type QuantileShift, shiftFunction } from "./ecdf/shift-function.js";
import { isShifted, openShifts, shiftIntervalText, shiftPanel, shiftText } from "./ecdf/shift-panel.js";
import { createFigure, type Figure } from "./figure.js";
import type { AreaMark, KeyEntry, LineMark, Panel } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { lineDash } from "./line-dashes.js";
import { numberAxis } from "./number-axis.js";
import type { PlotInput } from "./plot-samples.js";
import { confidenceText, quantityText } from "./quantity-text.js";
import { mediansText, sizeText, subjectText } from "./sample-texts.js";
import { type ScaledSamples, scaledSamples } from "./scaled-samples.js";
import { hullOf, rangeOf } from "./value-range.js";

/** Options of {@link ecdfPlot}. */
export interface EcdfPlotOptions extends FigureOptions {
  /** Of the bands and of the shift function, in (0, 1); default 0.95. */
  readonly confidence?: number;
  /** Whether each curve has a confidence band; default up to three samples. */
  readonly band?: boolean;
  /** Whether a second panel shows the shift at each decile; default for two samples, the only number that it is for. */
  readonly shift?: boolean;
  /** Of the values; default "linear". */
  readonly scale?: "linear" | "log";
}

/** More of them cannot be told apart. */
const mostBands = 3;

const ownOptions = { confidence: true, band: true, shift: true, scale: true } as const;

/**
 * Empirical distribution functions: for each value, which share of the values is at most as large. Nothing is binned or
 * smoothed, so it is the plot to trust where histograms depend on their bins; medians and tails can be read off.
 *
 * The band holds the whole distribution with the confidence given, for any number of values (Dvoretzky, Kiefer, Wolfowitz &
 * Massart). For two samples a second panel shows the shift function: how far the candidate (the second) lies from the baseline
 * at each decile, with intervals that hold together: the horizontal distance of the two curves. Both assume independent
 * values. Simulated at 95 %, all nine intervals hold in 97 to 99.8 % of pairs of samples of 20 to 1,000 values, be they
 * normal, log-normal, uniform or of two humps. Time O(n log n),
 * memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, values of 0 or less on a logarithmic
 *   scale, a shift asked for of other than two samples, or an option out of range
 * @example
 * ecdfPlot({ before: [12, 14, 13, 12], after: [11, 12, 10, 11] }, { unit: "ms" }).model.panels.length // 2
 */
export function ecdfPlot(samples: PlotInput, options: EcdfPlotOptions = {}): Figure {
  const frame = checkFigureOptions("ecdfPlot", options, ownOptions);
  const { confidence = 0.95, scale = "linear" } = options;
  checkConfidence("ecdfPlot", confidence);
  checkChoice("ecdfPlot", "scale", scale, ["linear", "log"]);
  const scaled = scaledSamples("ecdfPlot", samples, frame);
  const sorted = scaled.values.map((values) => Float64Array.from(values).sort());
  const count = sorted.length;
  if (scale === "log") {
    checkPositive(
      "ecdfPlot",
      sorted.map((values, i) => ({ name: scaled.samples[i]!.name, values })),
    );
  }
  const { band = count <= mostBands, shift = count === 2 } = options;
  if (shift && count !== 2) {
    throw new InputError("ecdfPlot", "shift", `needs two samples, baseline and candidate, got ${count}`);
  }
  const shifts = shift ? shiftFunction(sorted[0]!, sorted[1]!, confidence) : [];
  const { width, theme, height = 540 } = frame;
  const curves = curvePanel(scaled, sorted, { confidence, band, scale, width, height, shift });
  const texts = textsOf(scaled, sorted, shifts, { confidence, band });
  const title = options.title ?? texts.title;
  const subtitle = options.subtitle ?? (scale === "log" ? "The axis is logarithmic." : "");
  return createFigure({
    method: "ecdf-plot",
    title,
    subtitle,
    caption: options.caption ?? texts.caption,
    alt: [`${title}.`, subtitle, sizeText(scaled.samples), ...texts.inWords].filter(Boolean).join(" "),
    key: keyOf(scaled, shifts),
    panels: shift ? [curves, shiftPanel(scaled, shifts, curves.y, confidence, width)] : [curves],
    width,
    height,
    theme,
    options: { confidence, band, shift, scale, unit: scaled.samples[0]!.unit },
    warnings: openShifts(shifts, confidence),
  });
}

function curvePanel(
  { samples, unit, axisLabel: label }: ScaledSamples,
  sorted: readonly Readonly<Float64Array>[],
  style: {
    readonly confidence: number;
    readonly band: boolean;
    readonly scale: "linear" | "log";
    readonly width: number;
    readonly height: number;
    readonly shift: boolean;
  },
): Panel {
  const { confidence, band, scale, width, height, shift } = style;
  const x = numberAxis({
    label,
    unit: unit.label,
    scale,
    ranges: [hullOf(sorted.map(rangeOf))],
    ticks: width / (shift ? 220 : 90),
  });
  const [start, end] = x.pieces[0]!.domain;
  const curves = sorted.map((values) => fromEndToEnd(ecdfSteps(values), start, end));
  const bands = (band ? curves : []).map(({ x, share }, color): AreaMark => {
    const half = dkwHalfWidth(sorted[color]!.length, confidence);
    return {
      kind: "area",
      name: samples[color]!.name,
      color,
      steps: true,
      x,
      low: share.map((y) => 100 * Math.max(0, y - half)),
      high: share.map((y) => 100 * Math.min(1, y + half)),
    };
  });
  const lines = curves.map(({ x, share }, color): LineMark => {
    const y = share.map((each) => 100 * each);
    return {
      kind: "line",
      name: samples[color]!.name,
      color,
      width: 2,
      steps: true,
      dash: lineDash(color),
      x,
      y,
    };
  });
  return {
    row: 0,
    note: "",
    x,
    y: numberAxis({
      label: "values at or below (%)",
      unit: "%",
      scale: "linear",
      ranges: [[0, 100]],
      ticks: height / 60,
      air: 0.02,
    }),
    marks: [...bands, ...lines],
  };
}

/** A distribution from one end of the axis to the other. */
function fromEndToEnd({ x, share }: EcdfSteps, start: number, end: number): EcdfSteps {
  return { x: [start, ...x, end], share: [0, ...share, 1] };
}

function keyOf({ samples }: ScaledSamples, shifts: readonly QuantileShift[]): readonly KeyEntry[] {
  return [
    ...(samples.length === 1
      ? []
      : samples.map(
          ({ name }, color): KeyEntry => ({ mark: "line", color, dash: lineDash(color), text: name }),
        )),
    ...(shifts.some(isShifted) ? [{ mark: "circle", color: null, text: "shift" } as const] : []),
    ...(shifts.some((shift) => !isShifted(shift))
      ? [{ mark: "open", color: null, text: "shift that may be zero" } as const]
      : []),
  ];
}

function textsOf(
  { samples, unit }: ScaledSamples,
  sorted: readonly Readonly<Float64Array>[],
  shifts: readonly QuantileShift[],
  { confidence, band }: { readonly confidence: number; readonly band: boolean },
): { readonly title: string; readonly caption: string; readonly inWords: readonly string[] } {
  const middles = sorted.map((values) => sortedQuantile(values, 0.5));
  const medians = middles.map((median, i) =>
    quantityText(median, unit.label, spread(sorted[i]!)).replace(" ", "\u00a0"),
  );
  const subject = subjectText(samples);
  const title =
    samples.length === 1
      ? `${subject}: median ${medians[0]}`
      : samples.length === 2
        ? `${subject}: median ${medians[1]} (${samples[1]!.name}) against ${medians[0]} (${samples[0]!.name})`
        : `${subject}: ${mediansText(middles, unit.label)}`;
  const level = confidenceText(confidence);
  const caption = [
    sizeText(samples),
    ...(band
      ? [
          `Bands: ${level}, for each distribution as a whole (Dvoretzky–Kiefer–Wolfowitz–Massart), values taken as independent.`,
        ]
      : samples.length > mostBands
        ? ["Without bands, which would hide one another."]
        : []),
    ...(shifts.length > 0
      ? [
          `Shift: the horizontal distance of the curves at each decile, with ${level} intervals from order statistics that hold together.`,
        ]
      : []),
    ...(shifts.some(({ interval }) => interval.includes(null))
      ? ["Bars without an end: too few values for a bound."]
      : []),
  ].join(" ");
  const inWords = [
    ...samples.map(({ name }, index) => `${name === "" ? "M" : `${name}: m`}edian ${medians[index]}.`),
    ...shifts
      .filter(({ p }) => p === 0.1 || p === 0.5 || p === 0.9)
      .map(
        (shift) =>
          `Shift at ${100 * shift.p} %: ${shiftText(shift, unit.label)} (${shiftIntervalText(shift, unit.label)}).`,
      ),
  ];
  return { title, caption, inWords };
}

/** How well a median is known, roughly. */
function spread(sorted: Readonly<Float64Array>): number {
  return (sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25)) / Math.sqrt(sorted.length);
}
