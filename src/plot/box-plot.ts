import { describe } from "../stats/describe.js";
import { outliers } from "../stats/outliers.js";
import { quantile } from "../stats/quantile.js";
import type { Figure } from "./figure.js";
import type { Mark } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import type { PlotInput } from "./plot-samples.js";
import { quantityText } from "./quantity-text.js";
import { type SummaryRow, summaryFigure, summaryRows } from "./summaries/summary-figure.js";

/** Options of {@link boxPlot}. */
export type BoxPlotOptions = FigureOptions;

/**
 * Box plots of samples, to be compared with plots that show every value: quartiles, median, whiskers to the last value within 1.5
 * interquartile ranges, and the values beyond as circles.
 *
 * A box hides modes, order and size of a sample. This one says so on the figure, and names what it hides of these samples;
 * `subtitle` replaces the text, the warning stays in the model. For everything but the comparison see {@link stripPlot}.
 * Tukey (1977), Exploratory Data Analysis, chapter 2; quartiles of type 7. Time O(n log n), memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @param options - as of every plot
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, or an option out of range
 * @example
 * boxPlot({ before: [12, 13, 14, 15, 30] }, { unit: "ms" }).model.warnings[0].code // "summaries-only"
 */
export function boxPlot(samples: PlotInput, options: BoxPlotOptions = {}): Figure {
  const frame = checkFigureOptions("boxPlot", options, {});
  const drawn = summaryRows("boxPlot", samples, frame);
  const boxes = drawn.rows.map(boxOf);
  return summaryFigure(drawn, frame, options, {
    method: "box-plot",
    kind: "box",
    reading:
      "Boxes: quartiles and median; whiskers: the last values within 1.5 interquartile ranges; circles: values beyond.",
    key: [
      { mark: "area", color: null, text: "middle half" },
      { mark: "line", color: null, text: "median, and whiskers" },
      { mark: "ring", color: null, text: "value beyond" },
    ],
    ranges: boxes.map(({ range }) => range),
    marks: boxes.map((box, index) => boxMarks(box, drawn.rows[index]!)),
    words: boxes.map(({ lower, median, upper }, index) => {
      const { name } = drawn.rows[index]!.sample;
      const text = (value: number): string => quantityText(value, drawn.unit.label, upper - lower);
      return `${name === "" ? "" : `${name}: `}median ${text(median)}, middle half ${text(lower)} to ${text(upper)}.`;
    }),
    options: {},
  });
}

/** The numbers of a box. */
interface Box {
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly whiskers: readonly [number, number];
  /** Places of the values beyond. */
  readonly beyond: readonly number[];
  readonly range: readonly [number, number];
}

function boxOf({ values }: SummaryRow): Box {
  const { median, min, max } = describe(values);
  const [lower, upper] = quantile(values, [0.25, 0.75]).estimate as [number, number];
  const beyond = values.length < 3 ? [] : outliers(values).outliers.map(({ index }) => index);
  const marked = new Set(beyond);
  const inside = values.filter((_, index) => !marked.has(index));
  const ends = describe(inside.length === 0 ? values : inside);
  return { lower, median, upper, whiskers: [ends.min, ends.max], beyond, range: [min, max] };
}

const halfHeight = 0.28;

function boxMarks(
  { lower, median, upper, whiskers, beyond }: Box,
  { sample, values, at, color }: SummaryRow,
): Mark[] {
  const { name, runs } = sample;
  const [low, high] = [at - halfHeight, at + halfHeight];
  const line = (corners: readonly (readonly [x: number, y: number])[], width: number): Mark => ({
    kind: "line",
    name,
    color,
    along: "x",
    x: corners.map(([x]) => x),
    y: corners.map(([, y]) => y),
    width,
  });
  const [start, end] = whiskers;
  const outline = [
    ...([
      [start, at],
      [lower, at],
      [lower, high],
      [upper, high],
      [upper, at],
      [end, at],
    ] as const),
    ...([
      [upper, at],
      [upper, low],
      [lower, low],
      [lower, at],
    ] as const),
  ];
  const places = runs.flatMap((run, index) =>
    Array.from(run, (_, iteration) => [index + 1, iteration] as const),
  );
  return [
    { kind: "area", name, color, x: [lower, upper], low: [low, low], high: [high, high] },
    line(outline, 1.6),
    line(
      [
        [median, low],
        [median, high],
      ],
      3,
    ),
    ...(beyond.length === 0
      ? []
      : [
          {
            kind: "dots" as const,
            name,
            color,
            hollow: true,
            radius: 2.8,
            along: "x" as const,
            x: beyond.map((index) => values[index]!),
            y: beyond.map(() => at),
            run: beyond.map((index) => places[index]![0]),
            iteration: beyond.map((index) => places[index]![1]),
          },
        ]),
  ];
}
