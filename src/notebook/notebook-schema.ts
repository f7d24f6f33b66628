import * as v from "valibot";
import type { CodeCell, JsonObject, NotebookOutput, TextCell } from "./notebook-document.js";

/** A notebook as its file has it, with texts joined; only the ids of cells may still be missing. */
export interface NotebookFile {
  readonly cells: readonly (WithoutId<CodeCell> | WithoutId<TextCell>)[];
  readonly metadata: JsonObject;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

type WithoutId<T> = Omit<T, "id"> & { readonly id?: string | undefined };

const object = v.record(v.string(), v.unknown());

const joined = v.pipe(
  v.array(v.string()),
  v.transform((lines) => lines.join("")),
);

const text = v.union([v.string(), joined], "needs a text or a list of texts");

/** What is JSON by its MIME type may be a list that is no list of lines. */
const mimeBundle = v.pipe(
  object,
  v.transform((data) =>
    Object.fromEntries(
      Object.entries(data).map(([mime, value]) => [
        mime,
        !/[/+]json$/.test(mime) && v.is(v.array(v.string()), value) ? value.join("") : value,
      ]),
    ),
  ),
);

const executionCount = v.optional(v.nullable(v.number()), null);

const output: v.GenericSchema<unknown, NotebookOutput> = v.variant("output_type", [
  v.object({ output_type: v.literal("stream"), name: v.string(), text }),
  v.object({ output_type: v.literal("display_data"), data: mimeBundle, metadata: v.optional(object, {}) }),
  v.object({
    output_type: v.literal("execute_result"),
    data: mimeBundle,
    metadata: v.optional(object, {}),
    execution_count: executionCount,
  }),
  v.object({
    output_type: v.literal("error"),
    ename: v.string(),
    evalue: v.string(),
    traceback: v.array(v.string()),
  }),
]);

const common = { id: v.optional(v.string()), metadata: v.optional(object, {}), source: text };

const cell = v.variant("cell_type", [
  v.object({
    ...common,
    cell_type: v.literal("code"),
    execution_count: executionCount,
    outputs: v.optional(v.array(output), []),
  }),
  v.object({ ...common, cell_type: v.literal("markdown"), attachments: v.exactOptional(object) }),
  v.object({ ...common, cell_type: v.literal("raw"), attachments: v.exactOptional(object) }),
]);

/** The schema of nbformat 4; what it does not know is dropped. */
export const notebookSchema: v.GenericSchema<unknown, NotebookFile> = v.object({
  cells: v.array(cell),
  metadata: v.optional(object, {}),
  nbformat: v.literal(4),
  nbformat_minor: v.number(),
});
