import { InputError } from "../../core/input-error.js";

/** A language in which parameters can be written. */
export type ParameterLanguage = "typescript" | "javascript" | "python";

/**
 * The language of a kernel, if parameters can be written in it.
 *
 * @throws {InputError} they cannot
 */
export function parameterLanguage(functionName: string, language: string): ParameterLanguage {
  const known = language.toLowerCase();
  if (known === "typescript" || known === "javascript" || known === "python") return known;
  const problem = `needs a kernel for TypeScript, JavaScript or Python, got one for ${language}`;
  throw new InputError(functionName, "parameters", problem);
}
