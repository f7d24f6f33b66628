import { type DisplayUnit, displayUnit } from "../data/display-unit.js";
import { rangeOf } from "./value-range.js";

/** So many values are enough to choose a unit by. */
const enough = 5_000;

/**
 * The unit of an axis: that of {@link displayUnit}, for many values chosen by some of them, in an even spread, and the extremes.
 * Time O(n).
 */
export function plotUnit(values: Readonly<Float64Array>, unit: string): DisplayUnit {
  if (values.length <= enough) return displayUnit(values, unit);
  const every = Math.ceil(values.length / enough);
  return displayUnit([...rangeOf(values), ...values.filter((_, i) => i % every === 0)], unit);
}
