import { checkInteger } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import type { Noise } from "./noise.js";

/**
 * Sizes of baseline and candidate, by default those of the pilot.
 *
 * @throws {InputError} they are no whole numbers, 2 or more, or missing without a pilot
 */
export function resolveSizes(
  functionName: string,
  n: number | readonly [baseline: number, candidate: number] | undefined,
  { residuals }: Noise,
): readonly [number, number] {
  if (n === undefined) {
    if (residuals !== null) return [residuals[0].length, residuals[1].length];
    throw new InputError(functionName, "n", "needs the size of the samples, got none");
  }
  const [baseline, candidate] = typeof n === "object" ? n : [n, n];
  for (const size of [baseline, candidate]) checkInteger(functionName, "n", size, 2, 1e7);
  return [baseline, candidate];
}
