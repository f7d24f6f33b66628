import { capitalised } from "../../core/capitalised.js";
import type { KeyEntry } from "../figure-model.js";
import { changeText, confidenceText, countText, quantityText, signedText } from "../quantity-text.js";
import { type CheckedEffectRow, type EffectInterval, type EffectVerdict, verdicts } from "./effect-rows.js";
import { type JudgedRow, verdictLook } from "./judge-effect.js";

/** In which numbers effects are written. */
export interface EffectScale {
  readonly factor: number;
  readonly unit: string;
}

/** What the texts need to know. */
export interface EffectTextOptions extends EffectScale {
  readonly floor: number | null;
  readonly methods: string;
  readonly confidence: number | null;
  readonly better: "lower" | "higher";
}

/** The words of a forest. */
export interface EffectTexts {
  readonly title: string;
  readonly caption: string;
  readonly key: readonly KeyEntry[];
  /** Numbers beside each row. */
  readonly aside: readonly string[];
  readonly inWords: readonly string[];
}

/** The words for all rows, of which some are shown. */
export function effectTexts(
  all: readonly JudgedRow[],
  shown: readonly JudgedRow[],
  options: EffectTextOptions,
): EffectTexts {
  const rows = all.filter(({ summary }) => !summary);
  const counts = verdicts.map((verdict) => ({
    verdict,
    count: rows.filter((row) => row.verdict === verdict).length,
  }));
  const summary = all.find((row) => row.summary);
  return {
    title:
      summary === undefined
        ? titleOf(counts, rows, options)
        : `${capitalised(summary.name)}: ${[asideOf(summary, options), summary.verdict].filter(Boolean).join(", ")}`,
    caption: captionOf(all, shown, options),
    key: [
      ...verdicts
        .filter((verdict) => shown.some((row) => row.verdict === verdict && !row.summary))
        .map((verdict): KeyEntry => {
          const { color, symbol } = verdictLook(verdict, options.better);
          return { mark: symbol, color, text: verdict };
        }),
      ...(shown.some(({ verdict, summary: isSummary }) => verdict === null && !isSummary)
        ? [{ mark: "circle" as const, color: null, text: "estimate alone" }]
        : []),
      ...(options.floor === null || options.floor === 0
        ? []
        : [{ mark: "band" as const, color: null, text: `noise floor ±${sizeText(options.floor, options)}` }]),
    ],
    aside: shown.map((row) => asideOf(row, options)),
    inWords: shown.map(
      (row) =>
        `${[`${row.name || "Effect"}: ${asideOf(row, options)}`, row.verdict].filter(Boolean).join(", ")}.`,
    ),
  };
}

/** An estimate with its sign: "+8.2 %". */
export function effectText(
  { estimate, interval }: Pick<CheckedEffectRow, "estimate" | "interval">,
  scale: EffectScale,
): string {
  return estimate === null ? "not known" : signed(estimate, scale, resolutionOf(interval));
}

/** An interval: "+6.1 to +10 %". */
export function effectIntervalText(interval: EffectInterval, scale: EffectScale): string {
  const resolution = resolutionOf(interval);
  const [low, high] = interval.map((end) => (end === null ? null : signed(end, scale, resolution))) as [
    string | null,
    string | null,
  ];
  if (low === null) return high === null ? "unbounded" : `up to ${high}`;
  const unit = scale.unit === "" ? "" : ` ${scale.unit}`;
  return high === null ? `from ${low}` : `${low.slice(0, low.length - unit.length)} to ${high}`;
}

function asideOf(row: JudgedRow, scale: EffectScale): string {
  const estimate = effectText(row, scale);
  return row.interval === null ? estimate : `${estimate} (${effectIntervalText(row.interval, scale)})`;
}

function signed(value: number, { factor, unit }: EffectScale, resolution: number | null): string {
  if (resolution !== null) return signedText(value * factor, unit, resolution * factor);
  if (unit === "%") return changeText(value);
  const sign = value === 0 ? "±" : value < 0 ? "−" : "+";
  return `${sign}${quantityText(Math.abs(value * factor), unit, 0)}`;
}

function sizeText(value: number, { factor, unit }: EffectScale): string {
  return quantityText(value * factor, unit, (value * factor) / 5);
}

function resolutionOf(interval: EffectInterval | null): number | null {
  if (interval === null || interval[0] === null || interval[1] === null) return null;
  return (interval[1] - interval[0]) / 2 || null;
}

function titleOf(
  counts: readonly { readonly verdict: EffectVerdict; readonly count: number }[],
  rows: readonly JudgedRow[],
  scale: EffectScale,
): string {
  const total = rows.length;
  const [first, ...others] = counts.filter(({ count }) => count > 0);
  if (first === undefined) {
    if (total > 1) return `${countText(total)} effects without an interval`;
    return [rows[0]!.name, asideOf(rows[0]!, scale)].filter(Boolean).join(": ");
  }
  if (total === 1) {
    const effect = `${effectText(rows[0]!, scale)}, ${first.verdict}`;
    return rows[0]!.name === "" ? effect : `${rows[0]!.name}: ${effect}`;
  }
  if (others.length === 0) return `All ${countText(total)} ${first.verdict}`;
  return [
    `${countText(first.count)} of ${countText(total)} ${first.verdict}`,
    ...others.map(({ count, verdict }) => `${countText(count)} ${verdict}`),
  ].join(", ");
}

function captionOf(
  all: readonly JudgedRow[],
  shown: readonly JudgedRow[],
  { methods, confidence, floor, better }: EffectTextOptions,
): string {
  const count = all.filter(({ summary }) => !summary).length;
  const left = all.length - shown.length;
  const level = confidence === null ? "" : `${confidenceText(confidence)} `;
  const how = methods === "" ? "" : ` by ${methods}`;
  const bare = all.every(({ interval }) => interval === null);
  return [
    `n = ${countText(count)} effect${count === 1 ? "" : "s"}.`,
    ...(bare ? [] : [`Bars: ${level}intervals${how}.`]),
    `${better === "lower" ? "Lower" : "Higher"} is better.`,
    ...(floor === null ? [] : ["Shaded: what this setup cannot tell from noise."]),
    ...(left > 0
      ? [`The ${countText(shown.length)} furthest from zero are shown; ${countText(left)} are not.`]
      : []),
  ].join(" ");
}
