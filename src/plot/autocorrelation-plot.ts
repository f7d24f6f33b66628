import { checkConfidence, checkInteger } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { normalQuantile } from "../stats/distributions.js";
import { createFigure, type Figure } from "./figure.js";
import type { AreaMark, NumberAxis, Panel } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";
import { gridColumns, gridHeight } from "./panel-grid.js";
import { type PlotInput, type PlotSample, plotSamples } from "./plot-samples.js";
import { confidenceText, countText } from "./quantity-text.js";
import { severalText, sizeText, subjectText } from "./sample-texts.js";
import {
  correlationText,
  type PooledAutocorrelation,
  pooledAutocorrelation,
} from "./series/pooled-autocorrelation.js";
import { rangeOf } from "./value-range.js";

/** Options of {@link autocorrelationPlot}. */
export interface AutocorrelationPlotOptions extends FigureOptions {
  /** The largest lag; default 10 · log₁₀ n of the shortest sample, at most 60, and less than a run is long. */
  readonly lags?: number;
  /** Of the band, in (0, 1); default 0.95. */
  readonly confidence?: number;
}

const ownOptions = { lags: true, confidence: true } as const;

/**
 * How much each value says about the one so many places later: stems of the autocorrelation over the lag, with the band in which
 * a stem lies if values are independent.
 *
 * Where stems stand out, values repeat one another, and intervals that take them as independent are too narrow (see {@link
 * effectiveSampleSize}). One panel a sample; runs are taken about their own means, so that a difference between runs is no
 * autocorrelation, and the bias that these bring, about −1 / (length of a run), is taken off. The band is for one lag: of 20 lags
 * one may lie outside by chance. At 95 % it leaves out, simulated for independent normal values, 5.0, 4.7, 5.7,
 * and 5.7 % of the first stems of 100 runs of 10 values, 30 of 5, 10 of 10, and 10 of 100; fewer if values have a long tail. Time O(n · lags).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name, three values or more in a run; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, runs too short for `lags`, a value that is not finite, mixed units, or an option out of
 *   range
 * @example
 * autocorrelationPlot([1, 2, 3, 4, 5, 6, 7, 8]).model.panels[0].marks.some(({ kind }) => kind === "stems") // true
 */
export function autocorrelationPlot(samples: PlotInput, options: AutocorrelationPlotOptions = {}): Figure {
  const frame = checkFigureOptions("autocorrelationPlot", options, ownOptions);
  const { confidence = 0.95 } = options;
  checkConfidence("autocorrelationPlot", confidence);
  const drawn = plotSamples("autocorrelationPlot", samples, frame.label, frame.unit);
  const longest = Math.min(...drawn.map(({ runs }) => Math.max(...runs.map(({ length }) => length))));
  const shortest = Math.min(...drawn.map(sizeOf));
  if (longest < 3) {
    throw new InputError(
      "autocorrelationPlot",
      "samples",
      `needs three values or more in a run, got ${longest}`,
    );
  }
  const { lags = Math.min(60, longest - 1, Math.max(2, Math.floor(10 * Math.log10(shortest)))) } = options;
  checkInteger("autocorrelationPlot", "lags", lags, 1, longest - 1);
  const count = drawn.length;
  const columns = gridColumns(count);
  const { width, theme, height = gridHeight(count, columns) } = frame;
  const found = drawn.map(({ runs }) => pooledAutocorrelation(runs, lags));
  const z = -normalQuantile((1 - confidence) / 2);
  const bands = found.map((each) => (each?.deviations ?? []).slice(1).map((deviation) => z * deviation));
  const range = rangeOf([
    0,
    1,
    ...found.flatMap((each) => each?.estimates ?? []),
    ...bands.flatMap((band) => band.map((half) => -half)),
  ]);
  const x = numberAxis({
    label: "lag",
    unit: "",
    scale: "linear",
    ranges: [[0, lags]],
    ticks: Math.min(lags, width / columns / 90),
    air: 0.02,
  });
  const y = numberAxis({
    label: "autocorrelation",
    unit: "",
    scale: "linear",
    ranges: [range],
    ticks: height / Math.ceil(count / columns) / 80,
  });
  const panels = drawn.map(
    (sample, index): Panel => ({
      row: Math.floor(index / columns),
      note: count > 1 ? sample.name : "",
      x,
      y,
      marks: stems(sample, found[index]?.estimates ?? null, bands[index]!, x),
    }),
  );
  const outside = found.map(
    (each, i) => bands[i]!.filter((half, lag) => Math.abs(each!.estimates[lag + 1]!) > half).length,
  );
  const title = options.title ?? titleOf(drawn, found, outside, lags);
  const subtitle = options.subtitle ?? "";
  const several = drawn.some(({ runs }) => runs.length > 1);
  return createFigure({
    method: "autocorrelation-plot",
    title,
    subtitle,
    caption:
      options.caption ??
      [
        sizeText(drawn),
        `Shaded: ${confidenceText(confidence)} band of one lag for independent values.`,
        several
          ? "Runs are taken about their own means, and the bias that these bring is taken off."
          : "The bias that the mean brings is taken off.",
      ].join(" "),
    alt: [
      `${title}.`,
      subtitle,
      ...drawn.map(
        ({ name }, i) =>
          `${name === "" ? "" : `${name}: `}${correlationText(found[i]?.estimates[1] ?? null)} at lag 1; ${outside[i]} of ${lags} lags outside the band.`,
      ),
    ]
      .filter(Boolean)
      .join(" "),
    key: [
      { mark: "band", color: null, text: `${confidenceText(confidence)} band if values are independent` },
    ],
    panels,
    width,
    height,
    theme,
    options: { lags, confidence, unit: drawn[0]!.unit },
    warnings: found.includes(null)
      ? [
          {
            code: "no-variation",
            message: "A sample without variation, or of short runs, has no autocorrelation.",
          },
        ]
      : [],
  });
}

function stems(
  { name }: PlotSample,
  found: readonly number[] | null,
  band: readonly number[],
  { pieces }: NumberAxis,
): Panel["marks"] {
  const [from, to] = pieces[0]!.domain;
  return [
    ...(found === null ? [] : [bandArea(band, from, to)]),
    { kind: "level", name: "", color: null, from, to, value: 0, reference: true, details: [] },
    ...(found === null
      ? []
      : [
          {
            kind: "stems" as const,
            name,
            color: 0,
            x: found.map((_, lag) => lag).slice(1),
            y: found.slice(1),
          },
        ]),
  ];
}

/** The band at each lag, drawn on to both ends of the axis. */
function bandArea(band: readonly number[], from: number, to: number): AreaMark {
  const high = [band[0]!, ...band, band.at(-1)!];
  return {
    kind: "area",
    name: "",
    color: null,
    x: [from, ...band.map((_, i) => i + 1), to],
    low: high.map((half) => -half),
    high,
  };
}

function sizeOf({ runs }: PlotSample): number {
  return runs.reduce((total, { length }) => total + length, 0);
}

function titleOf(
  samples: readonly PlotSample[],
  found: readonly (PooledAutocorrelation | null)[],
  outside: readonly number[],
  lags: number,
): string {
  const subject = subjectText(samples);
  const firsts = found.flatMap((each) => (each === null ? [] : [each.estimates[1]!]));
  if (firsts.length === 0) return `${subject}: no variation`;
  if (samples.length > 1) {
    const [low, high] = rangeOf(firsts).map((r) => correlationText(r).replace("r = ", ""));
    return `${subject}: autocorrelation ${low} to ${high} at lag 1`;
  }
  const far =
    outside[0]! === 0
      ? "no lag stands out"
      : `${severalText([outside[0]!], "lag")} of ${countText(lags)} stand${outside[0] === 1 ? "s" : ""} out`;
  return `${subject}: autocorrelation ${correlationText(firsts[0]!).replace("r = ", "")} at lag 1, ${far}`;
}
