import type { EstimateMark, Mark } from "../figure-model.js";
import { rangeOf, type ValueRange } from "../value-range.js";
import type { CheckedEffectRow } from "./effect-rows.js";
import { effectIntervalText, effectText } from "./effect-texts.js";
import { type JudgedRow, verdictLook } from "./judge-effect.js";

/** How effects are drawn. */
export interface EffectStyle {
  /** From the rows' numbers to those of the axis. */
  readonly factor: number;
  readonly unit: string;
  readonly place: (index: number) => number;
  readonly floor: number | null;
  readonly better: "lower" | "higher";
  /** What the axis shows, in the rows' numbers. */
  readonly range: ValueRange;
}

/** Intervals reach so many times as far as the estimates, at most: longer ones would hide all others. */
const longest = 3;

/** What the axis has to show: zero, the noise floor, all estimates, and of the intervals what is not far beyond these. */
export function effectRange(
  rows: readonly Pick<CheckedEffectRow, "estimate" | "interval">[],
  floor: number,
): ValueRange {
  const estimates = rows.flatMap(({ estimate }) => (estimate === null ? [] : [estimate]));
  const ends = rows.flatMap(({ interval }) => interval ?? []).filter((end) => end !== null);
  const halves = rows
    .flatMap(({ interval }) => {
      const [low, high] = interval ?? [null, null];
      return low === null || high === null ? [] : [(high - low) / 2];
    })
    .sort((a, b) => a - b);
  const typical = halves[halves.length >> 1] ?? 0;
  const furthest = Math.max(floor, ...estimates.map(Math.abs));
  const most = longest * Math.max(furthest, typical) || 0.01;
  const seen = [0, -floor, floor, ...estimates, ...ends.filter((end) => Math.abs(end) <= most)];
  const cut =
    ends.some((end) => Math.abs(end) > most) || rows.some(({ interval }) => interval?.includes(null));
  const [low, high] = rangeOf(seen);
  // Room for bars that have no end.
  return cut ? [low - 0.1 * (high - low || most), high + 0.1 * (high - low || most)] : [low, high];
}

/** The noise floor, the line of no change, and the effects. */
export function effectMarks(rows: readonly JudgedRow[], style: EffectStyle): readonly Mark[] {
  const { factor, floor } = style;
  const band: Mark[] =
    floor === null || floor === 0
      ? []
      : [{ kind: "range", from: -floor * factor, to: floor * factor, uncertain: true, label: "" }];
  return [
    ...band,
    { kind: "rule", at: 0, reference: true, label: "" },
    ...rows.flatMap((row, index) => effectMark(row, index, style)),
  ];
}

function effectMark(row: JudgedRow, index: number, style: EffectStyle): EstimateMark[] {
  const { name, estimate, interval, verdict, summary } = row;
  if (estimate === null) return [];
  const { factor, unit, place, better, range } = style;
  const inside = (end: number | null): number | null =>
    end === null || end < range[0] || end > range[1] ? null : end * factor;
  const { color, symbol } = verdictLook(verdict, better);
  return [
    {
      kind: "estimate",
      name,
      color,
      symbol: summary ? "diamond" : symbol,
      x: estimate * factor,
      y: place(index),
      interval: interval === null ? null : [inside(interval[0]), inside(interval[1])],
      along: "x",
      details: [
        effectText(row, { factor, unit }),
        ...(interval === null ? [] : [`interval ${effectIntervalText(interval, { factor, unit })}`]),
        ...(verdict === null ? [] : [verdict]),
      ],
    },
  ];
}
