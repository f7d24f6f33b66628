import type { Warning } from "../core/warning.js";

/** Says so where a series has no room for so many changes. */
export function tooShort(
  n: number,
  minSegment: number,
  changes = 1,
  needed: number = (changes + 1) * minSegment,
): Warning[] {
  if (n >= needed) return [];
  return [
    {
      code: "too-few-values",
      message:
        `${n === 1 ? "1 value leaves" : `${n} values leave`} no room for ${changes === 1 ? "a change" : `${changes} changes`} ` +
        `between segments of ${minSegment} or more: ${needed} values would do.`,
    },
  ];
}

/** Says so where all values are equal. */
export function constant(values: Readonly<Float64Array>): Warning[] {
  if (values.some((value) => value !== values[0])) return [];
  return [{ code: "no-variation", message: "All values are equal, so there is no change to be found." }];
}
