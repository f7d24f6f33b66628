import { formatQuantity } from "../data/format-quantity.js";
import type { ValueRange } from "./value-range.js";

/** More digits nobody reads. */
const mostDigits = 5;
/** From here on a power of ten is shorter. */
const huge = 1e9;

/**
 * A value with unit and as many digits as can be told apart: one more than `resolution` has, but at most five.
 *
 * @param unit - as shown on the axis; "" for none
 * @param resolution - a difference that matters, such as the half-width of an interval; 0 where nothing differs: four digits at most
 */
export function quantityText(
  value: number,
  unit: string,
  resolution: number,
  most: number = mostDigits,
): string {
  const decimals = 0 - Math.floor(Math.log10(resolution));
  const sizeOf = (number: number): number => Math.floor(Math.log10(Math.abs(number) || 1));
  const rounded = resolution > 0 && decimals >= 0 && decimals < 16 ? Number(value.toFixed(decimals)) : value;
  // 99.97 with one decimal is 100.0, which has four digits.
  const shown = sizeOf(rounded) > sizeOf(value) && rounded !== 0 ? rounded : value;
  const significantDigits =
    resolution > 0 ? Math.min(most, Math.max(2, sizeOf(shown) + 1 + decimals)) : digitsOf(shown);
  const text =
    Math.abs(shown) < huge
      ? formatQuantity(shown, "1", { significantDigits })
      : powerText(shown, significantDigits);
  return unit === "" ? text : `${text} ${unit}`;
}

/** How many digits say the same as four do. */
function digitsOf(value: number): number {
  const rounded = Number(value.toPrecision(4));
  return [1, 2, 3].find((digits) => Number(value.toPrecision(digits)) === rounded) ?? 4;
}

/** Two ends with their unit: "1,517 to 1,559 ms". */
export function spanText([low, high]: ValueRange, unit: string, resolution: number): string {
  // Ends that are close together need all their digits.
  return `${quantityText(low, "", resolution, 9)} to ${quantityText(high, unit, resolution, 9)}`;
}

function powerText(value: number, digits: number): string {
  const [mantissa, exponent = ""] = Math.abs(value)
    .toExponential(Math.min(3, digits - 1))
    .split("e+");
  return `${value < 0 ? "−" : ""}${mantissa}e${exponent}`;
}

/** A fraction in per cent with three digits, but not more than three decimals: "23.9 %", "0.041 %". */
export function percentText(fraction: number): string {
  const percent = 100 * fraction;
  const size = Math.floor(Math.log10(percent || 1));
  return formatQuantity(percent, "%", { significantDigits: Math.min(3, Math.max(1, 4 + size)) });
}

/** A confidence in per cent: "95 %". */
export function confidenceText(confidence: number): string {
  return `${Number((100 * confidence).toPrecision(6))} %`;
}

/** A count with commas between thousands: "1,200". */
export function countText(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A relative change in per cent with its sign and two digits, or all before the point: "+8.2 %", "−0.59 %"; "±0 %" for none. */
export function changeText(fraction: number): string {
  const percent = 100 * fraction;
  const size = Math.floor(Math.log10(Math.abs(percent) || 1));
  const digits = Math.max(size < -1 ? 1 : 2, size + 1);
  const text = formatQuantity(Math.abs(percent), "%", { significantDigits: digits });
  return `${percent === 0 ? "±" : percent < 0 ? "−" : "+"}${text}`;
}

/**
 * A difference with its sign and as many decimals as its resolution has, and one more: "+8.0 ms", "−0.05 %". All numbers of one
 * resolution have the same decimals.
 *
 * @param unit - as shown; "" for none
 * @param resolution - a difference that matters, above 0, such as the half-width of an interval
 */
export function signedText(value: number, unit: string, resolution: number): string {
  const decimals = Math.min(12, Math.max(0, 1 - Math.floor(Math.log10(resolution))));
  const rounded = Number(Math.abs(value).toFixed(decimals));
  const digits = Math.floor(Math.log10(rounded || 1)) + 1 + decimals;
  const number =
    rounded === 0 || digits < 1
      ? (0).toFixed(decimals)
      : formatQuantity(rounded, "1", { significantDigits: Math.min(15, digits) });
  const sign = rounded === 0 ? "" : value < 0 ? "−" : "+";
  return `${sign}${number}${unit === "" ? "" : ` ${unit}`}`;
}
