import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { InputError } from "../core/input-error.js";
import { withCellIds } from "./cell-ids.js";
import { jsonErrorOffset } from "./json-error-offset.js";
import type { NotebookDocument } from "./notebook-document.js";
import { notebookSchema } from "./notebook-schema.js";

/**
 * A notebook from its file; 4.0 to 4.4 are raised to 4.5: cells without an id get one derived from their place
 * and content, the same each time.
 *
 * @param functionName - the public function that is blamed in errors
 * @throws {InputError} the file cannot be read, is not JSON (with line and column), or is no nbformat 4 notebook
 */
export async function readNotebook(functionName: string, path: string): Promise<NotebookDocument> {
  return parseNotebook(functionName, await readNotebookText(functionName, path), path);
}

/** The text of a notebook's file. See {@link readNotebook}. */
export async function readNotebookText(functionName: string, path: string): Promise<string> {
  if (!(typeof path === "string" && path !== "")) {
    const given = path === "" ? "an empty text" : typeof path;
    throw new InputError(functionName, "path", `needs the name of an .ipynb file, got ${given}`);
  }
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    throw new InputError(functionName, path, readProblem(error as NodeJS.ErrnoException));
  }
}

/** A notebook from its text; `path` is only used in errors. See {@link readNotebook}. */
export function parseNotebook(functionName: string, content: string, path: string): NotebookDocument {
  // Windows editors like to write a byte order mark, which JSON does not know.
  const json = parseJson(functionName, content.replace(/^\uFEFF/, ""), path);
  const version = (json as { nbformat?: unknown } | null)?.nbformat;
  if (typeof version !== "number") {
    throw new InputError(functionName, path, "needs to be a Jupyter notebook, but it has no nbformat number");
  }
  if (version !== 4) {
    throw new InputError(
      functionName,
      path,
      `needs nbformat 4, got ${version}; convert it first: jupyter nbconvert --to notebook --nbformat 4 ${path}`,
    );
  }
  const parsed = v.safeParse(notebookSchema, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new InputError(
      functionName,
      path,
      `needs to follow nbformat 4; ${v.getDotPath(issue) ?? "it"}: ${issue.message}`,
    );
  }
  const { cells, metadata, nbformat, nbformat_minor } = parsed.output;
  return { cells: withCellIds(cells), metadata, nbformat, nbformat_minor: Math.max(5, nbformat_minor) };
}

function parseJson(functionName: string, content: string, path: string): unknown {
  if (content.trim() === "") throw new InputError(functionName, path, "needs to be a notebook, but is empty");
  try {
    return JSON.parse(content);
  } catch {
    const before = content.slice(0, jsonErrorOffset(content)).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    throw new InputError(
      functionName,
      path,
      `needs to be JSON, but is not from line ${before.length}, column ${column}`,
    );
  }
}

function readProblem({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "needs to be a notebook, but there is no such file";
  if (code === "EISDIR") return "needs to be a notebook, but is a directory; name the .ipynb files in it";
  return `cannot be read (${message})`;
}
