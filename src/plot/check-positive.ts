import { InputError } from "../core/input-error.js";
import type { PlotSample } from "./plot-samples.js";
import { pooledValues } from "./sample-texts.js";

/**
 * Logarithms exist of what is above 0 only. Time O(n), no memory.
 *
 * @throws {InputError} a value is not above 0; it is named with its sample, if that has a name
 */
export function checkPositive(
  functionName: string,
  samples: Iterable<{ readonly name: string; readonly values: Iterable<number> }>,
): void {
  for (const { name, values } of samples) {
    for (const value of values) {
      if (value > 0) continue;
      const given = `${value}${name === "" ? "" : ` in "${name}"`}`;
      throw new InputError(
        functionName,
        "scale",
        `needs values above 0 to be "log", got ${given}; use "linear"`,
      );
    }
  }
}

/** A sample with the values of all its runs. Time and memory O(n). */
export function withValues(sample: PlotSample): {
  readonly name: string;
  readonly values: Readonly<Float64Array>;
} {
  return { name: sample.name, values: pooledValues(sample) };
}
