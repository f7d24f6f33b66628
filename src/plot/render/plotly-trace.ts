import type { KeyEntry, NumberAxis } from "../figure-model.js";
import type { PlotlyPanel } from "./plotly-figure.js";
import { plotlyText } from "./plotly-text.js";
import { wrapText } from "./wrap-text.js";

/** A trace of a Plotly figure. */
export type Trace = Readonly<Record<string, unknown>>;

/** The axes of a trace, under the names that Plotly wants. */
export function axesOf({ suffix }: PlotlyPanel): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: `x${suffix}`, yaxis: `y${suffix}` };
}

/** What hovering shows: a name, and lines below it. */
export function hoverText(name: string, lines: readonly string[]): string {
  const heading = name === "" ? [] : [`<b>${plotlyText(name)}</b>`];
  return [...heading, ...lines.map(plotlyText)].join("<br>");
}

/** A name in the legend, where long ones are cut. */
export function legendText(name: string): string {
  return plotlyText(wrapText(name, { width: 24, lines: 1 })[0] ?? "");
}

/** What the key says about a kind of mark; null if it says nothing. */
export function keyText(
  key: readonly KeyEntry[],
  marks: readonly KeyEntry["mark"][],
  color: number | null,
): string | null {
  return key.find((entry) => marks.includes(entry.mark) && entry.color === color)?.text ?? null;
}

/** As many decimals as tell apart a hundred-thousandth of the axis. */
export function shownDecimals({ pieces }: NumberAxis): number {
  const shortest = Math.min(...pieces.map(({ domain: [low, high] }) => high - low));
  return Math.min(20, Math.max(0, 5 - Math.floor(Math.log10(shortest))));
}

/** A number with no more decimals than that, and no negative zero. */
export function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}
