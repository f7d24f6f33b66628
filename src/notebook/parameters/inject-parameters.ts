import type { Warning } from "../../core/warning.js";
import { hasTag } from "../has-tag.js";
import type { CodeCell, NotebookDocument } from "../notebook-document.js";
import { checkParameters, type NotebookParameters } from "./check-parameters.js";
import { defaultParameters } from "./default-parameters.js";
import { parameterLanguage } from "./parameter-language.js";
import { parameterSource } from "./parameter-source.js";

/** A notebook with its parameters, and what is doubtful about them. */
export interface InjectedParameters {
  readonly document: NotebookDocument;
  readonly warnings: readonly Warning[];
}

const injectedTag = "injected-parameters";

/**
 * The notebook with a cell tagged "injected-parameters" that sets the parameters: after the cell tagged "parameters",
 * which gives their defaults, or first of all if there is none. One that an earlier run has injected is replaced.
 *
 * @param path - only named in messages
 * @param language - the kernel's
 * @throws {InputError} a name or value is wrong, or parameters cannot be written in the language
 */
export function injectParameters(
  functionName: string,
  path: string,
  document: NotebookDocument,
  parameters: NotebookParameters,
  language: string,
): InjectedParameters {
  const known = parameterLanguage(functionName, language);
  checkParameters(functionName, parameters, known);
  const old = document.cells.findIndex((cell) => hasTag(cell, injectedTag));
  const cells = document.cells.filter((cell) => !hasTag(cell, injectedTag));
  const defaultsAt = cells.findIndex((cell) => cell.cell_type === "code" && hasTag(cell, "parameters"));
  const defaults = defaultParameters(cells[defaultsAt]?.source ?? "", known);
  const injected: CodeCell = {
    cell_type: "code",
    id: document.cells[old]?.id ?? freeId(document),
    metadata: { tags: [injectedTag] },
    source: parameterSource(parameters, defaults, known),
    execution_count: null,
    outputs: [],
  };
  const at = defaultsAt === -1 ? Math.max(0, old) : defaultsAt + 1;
  const warnings =
    defaultsAt === -1 ? [noDefaults(path)] : unknownNames(path, parameters, [...defaults.keys()]);
  return { document: { ...document, cells: cells.toSpliced(at, 0, injected) }, warnings };
}

function freeId({ cells }: NotebookDocument): string {
  const isTaken = (id: string) => cells.some((cell) => cell.id === id);
  for (let number = 1; ; number++) {
    const id = number === 1 ? injectedTag : `${injectedTag}-${number}`;
    if (!isTaken(id)) return id;
  }
}

function noDefaults(path: string): Warning {
  const message =
    `${path} has no code cell tagged "parameters", so its parameters are set in a new first cell, ` +
    "and may be set again by the cells below";
  return { code: "no-parameters-cell", message };
}

function unknownNames(path: string, parameters: NotebookParameters, known: readonly string[]): Warning[] {
  const list = known.length === 0 ? "that cell sets none" : `known are: ${known.join(", ")}`;
  return Object.keys(parameters)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      code: "unknown-parameter",
      message: `${path}: its cell tagged "parameters" does not set "${name}"; ${list}`,
    }));
}
