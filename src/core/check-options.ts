import { InputError } from "./input-error.js";
import { nearestName } from "./nearest-name.js";
import { show } from "./show.js";

/**
 * The options as they are.
 *
 * @throws {InputError} they are no object, such as a confidence without its name
 */
export function checkOptions<Options extends object>(
  functionName: string,
  options: Options,
  argument = "options",
): Options {
  if (typeof options === "object" && options !== null && !Array.isArray(options)) return options;
  throw new InputError(
    functionName,
    argument,
    `needs an object such as { name: value }, got ${show(options)}`,
  );
}

/**
 * @param known - the names of all options
 * @throws {InputError} there is another one
 */
export function checkOptionNames<Options extends object>(
  functionName: string,
  options: Options,
  known: Readonly<Record<keyof Options, true>>,
): void {
  const names = Object.keys(known);
  for (const name of Object.keys(options)) {
    if (Object.hasOwn(known, name)) continue;
    const nearest = nearestName(name, names);
    const hint = nearest === null ? `; the options are ${names.join(", ")}` : `; did you mean "${nearest}"?`;
    throw new InputError(functionName, "options", `has none that is called ${show(name)}${hint}`);
  }
}

/** @throws {InputError} `confidence` is not strictly between 0 and 1 */
export function checkConfidence(functionName: string, confidence: number): void {
  if (!(typeof confidence === "number" && confidence > 0 && confidence < 1)) {
    throw new InputError(
      functionName,
      "confidence",
      `needs a number between 0 and 1, such as 0.95, got ${show(confidence)}`,
    );
  }
}

/** @throws {InputError} `p` is not a number from 0 to 1 */
export function checkProbability(functionName: string, argument: string, p: number): void {
  if (!(typeof p === "number" && p >= 0 && p <= 1)) {
    throw new InputError(functionName, argument, `needs a number from 0 to 1, such as 0.5, got ${show(p)}`);
  }
}

/** @throws {InputError} `value` is not a finite number */
export function checkFinite(functionName: string, argument: string, value: number): void {
  if (!Number.isFinite(value)) {
    throw new InputError(functionName, argument, `needs a finite number, got ${show(value)}`);
  }
}

/** @throws {InputError} `value` is not a whole number from `minimum` to `maximum` */
export function checkInteger(
  functionName: string,
  argument: string,
  value: number,
  minimum: number,
  maximum: number = Number.MAX_SAFE_INTEGER,
): void {
  if (!(Number.isSafeInteger(value) && value >= minimum && value <= maximum)) {
    const range = maximum === Number.MAX_SAFE_INTEGER ? `${minimum} or more` : `${minimum} to ${maximum}`;
    throw new InputError(functionName, argument, `needs a whole number, ${range}, got ${show(value)}`);
  }
}

/** @throws {InputError} `value` is none of `choices` */
export function checkChoice<Choice extends string | number | boolean>(
  functionName: string,
  argument: string,
  value: Choice,
  choices: readonly Choice[],
): void {
  if (!choices.includes(value)) {
    throw new InputError(
      functionName,
      argument,
      `needs one of ${choices.map(show).join(", ")}, got ${show(value)}`,
    );
  }
}
