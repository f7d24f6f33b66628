import { displayUnit } from "../../data/display-unit.js";
import { formatQuantity } from "../../data/format-quantity.js";

/** A value with its unit, in four digits: "12.34 ms". */
export function amount(value: number, unit: string | null, significantDigits = 4): string {
  return formatQuantity(value, unit ?? "1", { significantDigits });
}

/** A value that was given rather than measured, in as many digits as it has: "20 ms". */
export function given(value: number, unit: string | null): string {
  return formatQuantity(value, unit ?? "1", { significantDigits: 12 }).replace(/\.?0+(?=\s|$)/, "");
}

/** Two values in one unit, in as many digits as tell them well apart: "3.2 to 21.4 ms". */
export function span(low: number, high: number, unit: string | null): string {
  const shown = displayUnit([low, high], unit ?? "1");
  const bounds = [low * shown.factor, high * shown.factor] as const;
  const step = smallestStep(bounds);
  const [from, to] = bounds.map((bound) => {
    const digits = Math.floor(Math.log10(Math.abs(bound))) - Math.floor(Math.log10(step)) + 1;
    return Number.isFinite(digits) && digits >= 1
      ? formatQuantity(bound, "1", { significantDigits: Math.min(15, digits) })
      : "0";
  });
  return `${from} to ${to}${shown.label === "" ? "" : ` ${shown.label}`}`;
}

/** A hundredth to a tenth of the width, but no bound other than zero is to vanish. */
function smallestStep([low, high]: readonly [number, number]): number {
  const width = Math.abs(high - low);
  const sizes = [low, high].map(Math.abs).filter((size) => size > 0);
  if (width === 0) return Math.max(...sizes, 1) / 1000;
  return Math.max(Math.min(width / 10, ...sizes), width / 1e4);
}

/** A fraction in per cent, in three digits at most: "2.1 %". */
export function percent(fraction: number): string {
  if (fraction === 0) return "0 %";
  const size = Math.floor(Math.log10(Math.abs(100 * fraction)));
  return formatQuantity(100 * fraction, "%", { significantDigits: Math.min(3, Math.max(2, size + 2)) });
}

/** A confidence or a level in as many digits as it has: "95 %", "99.9 %". */
export function level(fraction: number): string {
  return `${Number((100 * fraction).toPrecision(6))} %`;
}

/** A whole number with commas: "1,200". */
export function count(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A number of things: "1 value", "12 values". */
export function countOf(n: number, thing: string): string {
  return `${count(n)} ${thing}${n === 1 ? "" : "s"}`;
}

/** A list in a sentence: "a, b and c". */
export function listOf(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

/** Sentences one after the other; empty ones are left out. */
export function joined(sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== "").join(" ");
}
