import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { InputError } from "../core/input-error.js";
import { jsonErrorOffset } from "./json-error-offset.js";

type JsonObject = Readonly<Record<string, unknown>>;

/** One output of a code cell, as nbformat 4 has it, but with every text in one string. */
export type NotebookOutput =
  | { readonly output_type: "stream"; readonly name: string; readonly text: string }
  | { readonly output_type: "display_data"; readonly data: JsonObject; readonly metadata: JsonObject }
  | {
      readonly output_type: "execute_result";
      readonly data: JsonObject;
      readonly metadata: JsonObject;
      readonly execution_count: number | null;
    }
  | {
      readonly output_type: "error";
      readonly ename: string;
      readonly evalue: string;
      readonly traceback: readonly string[];
    };

export interface CodeCell {
  readonly cell_type: "code";
  readonly id: string;
  readonly metadata: JsonObject;
  readonly source: string;
  readonly execution_count: number | null;
  readonly outputs: readonly NotebookOutput[];
}

export interface TextCell {
  readonly cell_type: "markdown" | "raw";
  readonly id: string;
  readonly metadata: JsonObject;
  readonly source: string;
  readonly attachments?: JsonObject;
}

/** A notebook of nbformat 4.5. */
export interface NotebookDocument {
  readonly cells: readonly (CodeCell | TextCell)[];
  readonly metadata: JsonObject;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

const object = v.record(v.string(), v.unknown());
const text = v.union(
  [
    v.string(),
    v.pipe(
      v.array(v.string()),
      v.transform((lines) => lines.join("")),
    ),
  ],
  "needs a text or a list of texts",
);
/** Texts of a MIME bundle may be lists of lines; what is JSON by its MIME type stays as it is. */
const mimeBundle = v.pipe(
  object,
  v.transform((data) =>
    Object.fromEntries(
      Object.entries(data).map(([mime, value]) => [
        mime,
        /[/+]json$/.test(mime) || !v.is(v.array(v.string()), value) ? value : value.join(""),
      ]),
    ),
  ),
);
const count = v.optional(v.nullable(v.number()), null);
const output = v.variant("output_type", [
  v.object({ output_type: v.literal("stream"), name: v.string(), text }),
  v.object({ output_type: v.literal("display_data"), data: mimeBundle, metadata: v.optional(object, {}) }),
  v.object({
    output_type: v.literal("execute_result"),
    data: mimeBundle,
    metadata: v.optional(object, {}),
    execution_count: count,
  }),
  v.object({
    output_type: v.literal("error"),
    ename: v.string(),
    evalue: v.string(),
    traceback: v.array(v.string()),
  }),
]);
const common = { id: v.optional(v.string()), metadata: v.optional(object, {}), source: text };
const notebook = v.object({
  cells: v.array(
    v.variant("cell_type", [
      v.object({
        ...common,
        cell_type: v.literal("code"),
        execution_count: count,
        outputs: v.optional(v.array(output), []),
      }),
      v.object({ ...common, cell_type: v.literal("markdown"), attachments: v.exactOptional(object) }),
      v.object({ ...common, cell_type: v.literal("raw"), attachments: v.exactOptional(object) }),
    ]),
  ),
  metadata: v.optional(object, {}),
  nbformat: v.literal(4),
  nbformat_minor: v.number(),
});

/**
 * A notebook from its file; 4.0 to 4.4 are raised to 4.5: cells without an id get one derived from their place
 * and content, the same each time.
 *
 * @throws {InputError} the file cannot be read, is not JSON (with line and column), or is no nbformat 4 notebook
 */
export async function readNotebook(path: string): Promise<NotebookDocument> {
  let content: string;
  try {
    content = await readFile(path, "utf8");
  } catch (error) {
    throw new InputError("readNotebook", path, readProblem(error as NodeJS.ErrnoException));
  }
  return parseNotebook(content, path);
}

/** A notebook from its text; `path` is only used in errors. See {@link readNotebook}. */
export function parseNotebook(content: string, path: string): NotebookDocument {
  const json = parseJson(content, path);
  const version = (json as { nbformat?: unknown } | null)?.nbformat;
  if (typeof version !== "number") {
    throw new InputError(
      "readNotebook",
      path,
      "needs to be a Jupyter notebook, but it has no nbformat number",
    );
  }
  if (version !== 4) {
    throw new InputError(
      "readNotebook",
      path,
      `needs nbformat 4, got ${version}; convert it first: jupyter nbconvert --to notebook --nbformat 4 ${path}`,
    );
  }
  const parsed = v.safeParse(notebook, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new InputError(
      "readNotebook",
      path,
      `needs to follow nbformat 4; ${v.getDotPath(issue) ?? "it"}: ${issue.message}`,
    );
  }
  const { cells, metadata, nbformat, nbformat_minor } = parsed.output;
  return { cells: withIds(cells), metadata, nbformat, nbformat_minor: Math.max(5, nbformat_minor) };
}

function parseJson(content: string, path: string): unknown {
  if (content.trim() === "")
    throw new InputError("readNotebook", path, "needs to be a notebook, but is empty");
  try {
    return JSON.parse(content);
  } catch {
    const before = content.slice(0, jsonErrorOffset(content)).split("\n");
    const column = (before.at(-1) ?? "").length + 1;
    throw new InputError(
      "readNotebook",
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

/** Ids of nbformat 4.5: 1 to 64 letters, digits, - and _, each once. Those that are so already are kept. */
function withIds<T extends { id?: string | undefined; source: string }>(
  cells: readonly T[],
): (T & { id: string })[] {
  const valid = (id: string | undefined): id is string => id !== undefined && /^[\w-]{1,64}$/.test(id);
  const kept = new Set(cells.map((cell) => cell.id).filter(valid));
  const used = new Set<string>();
  return cells.map((cell, index) => {
    let id = valid(cell.id) && !used.has(cell.id) ? cell.id : undefined;
    for (let attempt = 0; id === undefined; attempt++) {
      const hash = createHash("sha256")
        .update(JSON.stringify([index, cell.source, attempt]))
        .digest("hex");
      if (!kept.has(hash.slice(0, 8))) id = hash.slice(0, 8);
    }
    used.add(id);
    kept.add(id);
    return { ...cell, id };
  });
}
