import { checkFinite, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkUnit, unitFor, unitLabel } from "./display-unit.js";
import { unitFamily } from "./unit-scales.js";

/** How {@link formatQuantity} writes. */
export interface FormatQuantityOptions {
  /** 1 to 15, default 4; digits before the decimal point are never rounded away. */
  readonly significantDigits?: number;
  /** Write in this unit of the same family, as in a table; by default the one that puts 1 to 999 before the point. */
  readonly targetUnit?: string;
}

/**
 * A measured quantity as people read it: few digits, a fitting unit, thousands separated by commas, a true minus sign.
 *
 * Meant for display, not for parsing back. Trailing zeros are kept, since they tell the precision.
 *
 * @param value - a finite number in `unit`
 * @param unit - UCUM-like: "ns", "ms", "s", "B", "1/s", "%"; "1" writes the number alone
 * @param options - `significantDigits` (default 4) and `targetUnit` (default: chosen by size)
 * @returns for example "20.08 ms"
 * @throws {InputError} `value` is not finite, an option is out of range, or the units belong to different families
 * @example
 * formatQuantity(737.3712, "ms") // "737.4 ms"
 * formatQuantity(20_080_000, "ns") // "20.08 ms"
 * formatQuantity(1537.64, "ms", { targetUnit: "ms", significantDigits: 6 }) // "1,537.64 ms"
 * formatQuantity(0.2354, "%", { significantDigits: 3 }) // "0.235 %"
 */
export function formatQuantity(value: number, unit: string, options: FormatQuantityOptions = {}): string {
  const { significantDigits = 4, targetUnit } = checkOptions("formatQuantity", options);
  checkFinite("formatQuantity", "value", value);
  checkInteger("formatQuantity", "significantDigits", significantDigits, 1, 15);
  const given = checkUnit("formatQuantity", unit);
  // Rounded first: 999.96 ns with four digits is 1.000 µs, not 1000 ns.
  const rounded = Math.abs(Number(value.toPrecision(significantDigits)));
  const shown =
    targetUnit === undefined
      ? value === 0
        ? given
        : unitFor(rounded, given)
      : checkTarget(given.unit, targetUnit);
  const label = unitLabel(shown.unit);
  const number = formatNumber(value * (given.size / shown.size), significantDigits);
  return label === "" ? number : `${number} ${label}`;
}

function checkTarget(given: string, targetUnit: string): { readonly unit: string; readonly size: number } {
  const target = checkUnit("formatQuantity", targetUnit, "targetUnit");
  const family = unitFamily(given);
  if (!family.some((scaled) => scaled.unit === target.unit)) {
    const units = family.map((scaled) => scaled.unit).join(", ");
    throw new InputError("formatQuantity", "targetUnit", `needs one of ${units}, got "${targetUnit}"`);
  }
  return target;
}

function formatNumber(value: number, significantDigits: number): string {
  if (value === 0) return "0";
  const magnitude = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (magnitude >= 1e15 || magnitude < 1e-6) {
    return sign + magnitude.toExponential(significantDigits - 1).replace("-", "−");
  }
  const precise = magnitude.toPrecision(significantDigits);
  const plain = precise.includes("e") || !precise.includes(".") ? magnitude.toFixed(0) : precise;
  const [whole = "", fraction] = plain.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}
