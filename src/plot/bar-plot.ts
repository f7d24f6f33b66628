import { checkChoice } from "../core/check-options.js";
import { describe } from "../stats/describe.js";
import { studentTQuantile } from "../stats/distributions.js";
import type { Figure } from "./figure.js";
import type { Mark } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import type { PlotInput } from "./plot-samples.js";
import { quantityText } from "./quantity-text.js";
import { type SummaryRow, summaryFigure, summaryRows } from "./summaries/summary-figure.js";

/** Options of {@link barPlot}. */
export interface BarPlotOptions extends FigureOptions {
  /** One standard deviation to each side, or Student's interval of the mean at 95 %. Default "sd". */
  readonly errors?: "sd" | "interval";
}

const ownOptions = { errors: true } as const;

/**
 * Means as bars with error bars, to be compared with plots that show every value.
 *
 * Samples as different as they can be have the same bar. This one says so on the figure, and names what it hides of these
 * samples; `subtitle` replaces the text, the warning stays in the model. For everything but the comparison see
 * {@link stripPlot}. Time O(n log n), memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @param options - `errors` "sd" (default) or "interval", and those of every plot
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, or an option out of range
 * @example
 * barPlot({ steady: [9, 10, 11], torn: [5, 10, 15] }, { unit: "ms" }).model.panels[0].marks.map(({ kind }) => kind) // ["area", "line", "estimate", "area", "line", "estimate"]
 */
export function barPlot(samples: PlotInput, options: BarPlotOptions = {}): Figure {
  const frame = checkFigureOptions("barPlot", options, ownOptions);
  const { errors = "sd" } = options;
  checkChoice("barPlot", "errors", errors, ["sd", "interval"]);
  const drawn = summaryRows("barPlot", samples, frame);
  const bars = drawn.rows.map((row) => barOf(row, errors));
  const meaning = errors === "sd" ? "one standard deviation" : "95 % interval of the mean (Student's t)";
  return summaryFigure(drawn, frame, options, {
    method: "bar-plot",
    kind: "bar",
    reading: `Bars: means; error bars: ${meaning}.`,
    key: [
      { mark: "area", color: null, text: "from 0 to the mean" },
      { mark: "circle", color: null, text: `mean, and ${meaning}` },
    ],
    ranges: bars.map(({ mean, ends }) => [
      Math.min(0, mean, ...(ends ?? [])),
      Math.max(0, mean, ...(ends ?? [])),
    ]),
    marks: bars.map((bar, index) => barMarks(bar, drawn.rows[index]!, drawn.unit.label)),
    words: bars.map(({ mean, sd }, index) => {
      const { name } = drawn.rows[index]!.sample;
      const text = (value: number): string => quantityText(value, drawn.unit.label, sd ?? 0);
      return `${name === "" ? "" : `${name}: `}mean ${text(mean)}${sd === null ? "" : `, standard deviation ${text(sd)}`}.`;
    }),
    options: { errors },
  });
}

interface Bar {
  readonly mean: number;
  readonly sd: number | null;
  readonly ends: readonly [number, number] | null;
}

function barOf({ values }: SummaryRow, errors: "sd" | "interval"): Bar {
  const { n, mean, sd, standardError } = describe(values);
  if (sd === null || standardError === null) return { mean, sd, ends: null };
  const reach = errors === "sd" ? sd : studentTQuantile(0.975, n - 1) * standardError;
  return { mean, sd, ends: [mean - reach, mean + reach] };
}

const halfHeight = 0.3;

function barMarks({ mean, sd, ends }: Bar, { sample, at, color }: SummaryRow, unit: string): Mark[] {
  const { name } = sample;
  const text = (value: number): string => quantityText(value, unit, sd ?? 0);
  const [low, high] = [at - halfHeight, at + halfHeight];
  return [
    {
      kind: "area",
      name,
      color,
      x: [Math.min(0, mean), Math.max(0, mean)],
      low: [low, low],
      high: [high, high],
    },
    {
      kind: "line",
      name,
      color,
      along: "x",
      x: [0, mean, mean, 0, 0],
      y: [high, high, low, low, high],
    },
    {
      kind: "estimate",
      name,
      color: null,
      symbol: "circle",
      x: mean,
      y: at,
      interval: ends,
      along: "x",
      details: [
        `mean ${text(mean)}`,
        ...(ends === null ? [] : [`error bar ${text(ends[0])} to ${text(ends[1])}`]),
      ],
    },
  ];
}
