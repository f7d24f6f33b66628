import { readFile } from "node:fs/promises";
import { InputError } from "../core/input-error.js";
import type { NotebookParameters } from "../notebook/parameters/check-parameters.js";

/**
 * The parameters of a command line: those of the file, and those given as `name=value`, which win. A value is JSON
 * where it can be read so, and text otherwise.
 *
 * @param functionName - the command that is blamed in errors
 * @param file - holds a JSON object
 * @throws {InputError} a parameter has no name, the file cannot be read, or a number is larger than numbers can be
 */
export async function readParameters(
  functionName: string,
  given: readonly string[],
  file: string | undefined,
): Promise<NotebookParameters> {
  const fromFile = file === undefined ? {} : await readFileOf(functionName, file);
  return { ...fromFile, ...Object.fromEntries(given.map((text) => parseParameter(functionName, text))) };
}

function parseParameter(functionName: string, text: string): [string, unknown] {
  const [, name = "", value = ""] = /^([^=]+)=([\s\S]*)$/.exec(text) ?? [];
  if (name === "") {
    throw new InputError(
      functionName,
      "--parameter",
      `needs name=value, such as seed=7, got ${JSON.stringify(text)}`,
    );
  }
  return [name.trim(), parseValue(functionName, name, value)];
}

function parseValue(functionName: string, name: string, text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return text;
  }
  if (typeof value === "number" && /^\s*-?\d+\s*$/.test(text) && !Number.isSafeInteger(value)) {
    const problem = `needs a whole number of up to 15 digits, got ${text}; as text it would be '${name}="${text.trim()}"'`;
    throw new InputError(functionName, "--parameter", problem);
  }
  return value;
}

async function readFileOf(functionName: string, file: string): Promise<NotebookParameters> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, "utf8"));
  } catch (error) {
    const problem = `needs a JSON file, got ${file} (${(error as Error).message})`;
    throw new InputError(functionName, "--parameters", problem);
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value))
    return value as NotebookParameters;
  const problem = `needs a file with one JSON object, such as {"seed": 7}, got ${file}`;
  throw new InputError(functionName, "--parameters", problem);
}
