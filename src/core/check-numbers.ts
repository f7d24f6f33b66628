import { InputError } from "./input-error.js";
import { show } from "./show.js";
import type { Values } from "./values.js";

/**
 * Checks that all values are finite numbers.
 *
 * @param needed - what else may stand there, for the error
 * @returns the caller's own memory where it was a Float64Array, else a copy
 * @throws {InputError} it is no array of finite numbers
 */
export function checkNumbers(
  functionName: string,
  argument: string,
  input: Values,
  needed = "an array of numbers",
): Readonly<Float64Array> {
  if (!(Array.isArray(input) || input instanceof Float64Array)) {
    const remedy = ArrayBuffer.isView(input) ? "; convert it with Float64Array.from(values, Number)" : "";
    throw new InputError(functionName, argument, `needs ${needed}, got ${show(input)}${remedy}`);
  }
  // Float64Array.from would turn "3" into 3 and null into 0: a lost sample must not pass for a measurement.
  for (let i = 0; i < input.length; i++) {
    if (!Number.isFinite(input[i])) {
      throw new InputError(functionName, `${argument}[${i}]`, `needs a finite number, got ${show(input[i])}`);
    }
  }
  return input instanceof Float64Array ? input : Float64Array.from(input);
}
