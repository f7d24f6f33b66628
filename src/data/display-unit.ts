import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import { canonicalUnit, type ScaledUnit, unitFamily } from "./unit-scales.js";

/** A unit in which a set of values reads well. */
export interface DisplayUnit {
  /** The unit to show: "ms". */
  readonly unit: string;
  /** Multiply a value in its own unit by this: 1e-6 from ns to ms. */
  readonly factor: number;
  /** What stands behind a number or on an axis: the unit, or "" for the unit "1". */
  readonly label: string;
}

/** Numbers from here on are long. */
const tooLong = 10_000;
/** Values of one axis whose ratio is larger than this have no unit that suits them all. */
const wide = 1_000;

/**
 * One unit for a whole axis or table column.
 *
 * Values stay in their own unit where they read well in it, that is between 1 and 10,000. Otherwise it is the largest
 * unit in which three quarters of the non-zero values are at least 1, so that a few tiny ones do not choose for the
 * rest. Where the largest of all is more than a thousand times those, it decides. Times are shown in ps, ns, µs, ms, s; bytes with decimal prefixes (1 kB = 1,000 B); rates as 1/s, k/s, M/s.
 * Units outside these families ("req/s", "%") stay as given. Time O(n log n), memory O(n).
 *
 * @param values - one finite number or more, in `unit`
 * @param unit - UCUM-like: "ns", "ms", "B", "1/s", "1"; "us" is read as "µs"
 * @returns the unit, the factor from the given unit to it, and its label
 * @throws {InputError} there is no value, one is not finite, or `unit` is empty
 * @example
 * displayUnit([20_080_000, 20_630_000], "ns") // { unit: "ms", factor: 0.000001, label: "ms" }
 * displayUnit([737.37, 1537.64], "ms").unit // "ms"
 */
export function displayUnit(values: ArrayLike<number>, unit: string): DisplayUnit {
  const given = checkUnit("displayUnit", unit);
  const magnitudes = Float64Array.from(values, (value, index) => {
    if (!Number.isFinite(value)) {
      throw new InputError("displayUnit", `values[${index}]`, `needs a finite number, got ${show(value)}`);
    }
    return Math.abs(value);
  });
  if (magnitudes.length === 0) throw new InputError("displayUnit", "values", "needs one value, got none");
  const nonZero = magnitudes.filter((magnitude) => magnitude > 0).sort();
  const typical = nonZero[Math.floor(nonZero.length / 4)];
  const largest = nonZero.at(-1);
  const shown = typical === undefined || largest === undefined ? given : readable(typical, largest, given);
  return { unit: shown.unit, factor: given.size / shown.size, label: unitLabel(shown.unit) };
}

function readable(typical: number, largest: number, given: ScaledUnit): ScaledUnit {
  const isWide = largest >= wide * typical;
  if (largest < tooLong && (typical >= 1 || (isWide && largest >= 1))) return given;
  const shown = unitFor(typical, given);
  // Where no unit suits all, the small values have decimals rather than the large ones many digits.
  return isWide && largest * (given.size / shown.size) >= 100 * tooLong
    ? unitFor(largest / wide, given)
    : shown;
}

/** The largest unit of the family in which `magnitude`, given in `given`, is at least 1; else the smallest unit. */
export function unitFor(magnitude: number, given: ScaledUnit): ScaledUnit {
  const family = unitFamily(given.unit);
  const fitting = family.filter((scaled) => magnitude * (given.size / scaled.size) >= 1);
  return fitting.at(-1) ?? family[0] ?? given;
}

/** The unit with its size in its family. */
export function checkUnit(functionName: string, unit: string, argument = "unit"): ScaledUnit {
  if (typeof unit !== "string" || unit.trim() === "") {
    throw new InputError(functionName, argument, `needs a name such as "ms" or "1", got ${show(unit)}`);
  }
  const spelt = canonicalUnit(unit);
  return unitFamily(spelt).find((scaled) => scaled.unit === spelt) ?? { unit: spelt, size: 1 };
}

/** What stands behind a number: nothing for the unit "1". */
export function unitLabel(unit: string): string {
  return unit === "1" ? "" : unit;
}
