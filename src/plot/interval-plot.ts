import { checkChoice, checkInteger } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import { effectMarks, effectRange } from "./effects/effect-marks.js";
import {
  type EffectInput,
  type EffectInterval,
  type EffectResult,
  type EffectRow,
  type EffectVerdict,
  effectRows,
} from "./effects/effect-rows.js";
import { effectTexts } from "./effects/effect-texts.js";
import { judgeEffect } from "./effects/judge-effect.js";
import { createFigure, type Figure } from "./figure.js";
import type { Tick } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";

export type { EffectInput, EffectInterval, EffectResult, EffectRow, EffectVerdict };

/** Options of {@link intervalPlot}. */
export interface IntervalPlotOptions extends Omit<FigureOptions, "label" | "unit"> {
  /** Draws differences in this unit; default: relative changes in per cent. */
  readonly unit?: string;
  /** Of the axis; default "change". */
  readonly quantity?: string;
  /** The smallest change that can be told from noise, a fraction (or a difference, with `unit`), or the result of {@link noiseFloor}; default none. */
  readonly noiseFloor?: number | { readonly relativeFloor: number | null; readonly floor: number | null };
  /** Which direction is an improvement; default "lower". */
  readonly better?: "lower" | "higher";
  /** Rows as they come, or from the largest fall to the largest rise; default "given". */
  readonly order?: "given" | "sorted";
  /** How many rows are drawn at most: those furthest from zero; default 60. */
  readonly most?: number;
}

const ownOptions = {
  quantity: true,
  noiseFloor: true,
  better: true,
  order: true,
  most: true,
  label: false,
} as const;

/**
 * A forest of effects: for each benchmark the estimate with its interval, the verdict by colour and shape, and the band in which
 * changes cannot be told from noise.
 *
 * A row is "improved" or "regressed" if all of its interval lies beyond the noise floor, "unchanged" if all of it lies within,
 * and else "inconclusive": to overlap with zero is not to be unchanged. Rows may bring verdicts of their own, such as corrected
 * ones. Intervals that run out of the picture have no end. Time O(n log n).
 *
 * @param effects - results by name, a list of `{ name, result }` or of rows `{ name, estimate, interval }`, or the result of
 *   {@link geometricMeanRatio} alone
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} there is no effect, one is no effect or not finite, or gives no relative change where those are drawn, or an
 *   option is out of range
 * @example
 * const rows = [{ name: "parse", estimate: 0.08, interval: [0.06, 0.1] }, { name: "print", estimate: 0, interval: [-0.01, 0.01] }]
 * intervalPlot(rows, { noiseFloor: 0.02 }).model.title // "1 of 2 regressed, 1 unchanged"
 */
export function intervalPlot(effects: EffectInput, options: IntervalPlotOptions = {}): Figure {
  const frame = checkFigureOptions("intervalPlot", options, ownOptions);
  const { better = "lower", order = "given", most = 60, quantity = "change" } = options;
  checkChoice("intervalPlot", "better", better, ["lower", "higher"]);
  checkChoice("intervalPlot", "order", order, ["given", "sorted"]);
  checkInteger("intervalPlot", "most", most, 1, 300);
  const relative = options.unit === undefined;
  const floor = floorOf(options.noiseFloor, relative);
  const { rows, methods, confidence } = effectRows(effects, relative);
  const judged = rows.map((row) => ({ ...row, verdict: judgeEffect(row, floor ?? 0, better) }));
  const shown = arranged(judged, order, most);
  const scale = { factor: relative ? 100 : 1, unit: relative ? "%" : options.unit! };
  const range = effectRange(shown, floor ?? 0);
  const { width, theme } = frame;
  const height = frame.height ?? Math.min(10_000, Math.max(300, 190 + 27 * shown.length));
  const texts = effectTexts(judged, shown, { ...scale, floor, methods, confidence, better });
  const title = options.title ?? texts.title;
  const subtitle = options.subtitle ?? "";
  const place = (index: number): number => shown.length - 1 - index;
  return createFigure({
    method: "interval-plot",
    title,
    subtitle,
    caption: options.caption ?? texts.caption,
    alt: [`${title}.`, subtitle, ...texts.inWords].filter(Boolean).join(" "),
    key: texts.key,
    panels: [
      {
        row: 0,
        note: "",
        x: numberAxis({
          label: `${quantity} (${scale.unit})`,
          unit: scale.unit,
          scale: "linear",
          ranges: [[range[0] * scale.factor, range[1] * scale.factor]],
          ticks: width / 130,
          air: 0.03,
        }),
        y: {
          kind: "number",
          label: "",
          unit: "",
          scale: "linear",
          pieces: [{ domain: [-0.6, shown.length - 0.4], extent: [0, 1] }],
          ticks: shown.map(({ name }, index): Tick => ({ value: place(index), label: name })),
          named: true,
        },
        marks: effectMarks(shown, { ...scale, place, floor, better, range }),
        aside: texts.aside.map((label, index): Tick => ({ value: place(index), label })),
      },
    ],
    width,
    height,
    theme,
    options: { unit: scale.unit, noiseFloor: floor, better, order, most },
    warnings: [],
  });
}

function floorOf(given: IntervalPlotOptions["noiseFloor"], relative: boolean): number | null {
  if (given === undefined) return null;
  const floor =
    typeof given === "object" && given !== null ? (relative ? given.relativeFloor : given.floor) : given;
  if (floor === null) return null;
  if (typeof floor === "number" && floor >= 0 && floor < Number.POSITIVE_INFINITY) return floor;
  throw new InputError(
    "intervalPlot",
    "noiseFloor",
    `needs 0 or more, such as 0.02, or the result of noiseFloor(), got ${show(given)}`,
  );
}

/** The rows that are drawn: those furthest from zero and all summaries, as they came or by size. */
function arranged<Row extends Pick<EffectRow, "estimate" | "summary">>(
  rows: readonly Row[],
  order: "given" | "sorted",
  most: number,
): readonly Row[] {
  const size = ({ estimate }: Row): number => (estimate === null ? -1 : Math.abs(estimate));
  const single = rows.filter(({ summary }) => !summary);
  const kept = new Set(single.toSorted((a, b) => size(b) - size(a)).slice(0, most));
  const shown = single.filter((row) => kept.has(row));
  const summaries = rows.filter(({ summary }) => summary);
  const sorted =
    order === "given"
      ? shown
      : shown.toSorted(
          (a, b) => (a.estimate ?? Number.POSITIVE_INFINITY) - (b.estimate ?? Number.POSITIVE_INFINITY),
        );
  return [...sorted, ...summaries];
}
