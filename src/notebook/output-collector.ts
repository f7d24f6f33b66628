import type { Message } from "../jupyter/wire.js";
import type { JsonObject, NotebookOutput } from "./notebook-document.js";

/**
 * The outputs of a notebook's cells, built from what the kernel publishes: streams of one name merged while
 * nothing comes between, displays updated by id wherever they stand, `transient` dropped.
 */
export class OutputCollector {
  readonly #cells: NotebookOutput[][] = [];
  /** Display id → where the displays with that id are: cell and index. */
  readonly #displays = new Map<string, { cell: NotebookOutput[]; index: number }[]>();
  #clearBeforeNext = false;

  /** Starts the next cell: messages go there from now on. */
  startCell(): void {
    this.#cells.push([]);
    this.#clearBeforeNext = false;
  }

  /** The outputs of the cells so far, in order. */
  get cells(): readonly (readonly NotebookOutput[])[] {
    return this.#cells;
  }

  /** What the current cell wrote to stdout or stderr. */
  streamText(name: "stdout" | "stderr"): string {
    return (this.#cells.at(-1) ?? [])
      .map((output) => (output.output_type === "stream" && output.name === name ? output.text : ""))
      .join("");
  }

  /** Takes one message; types that are no output are ignored. */
  add({ header, content }: Message): void {
    const cell = this.#cells.at(-1);
    if (cell === undefined) return;
    if (header.msg_type === "clear_output") {
      if (content.wait === true) this.#clearBeforeNext = true;
      else this.#clear(cell);
      return;
    }
    if (header.msg_type === "update_display_data") {
      this.#update(content);
      return;
    }
    const output = toOutput(header.msg_type, content, this.#cells.length);
    if (output === null) return;
    if (this.#clearBeforeNext) this.#clear(cell);
    const last = cell.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      cell[cell.length - 1] = { ...last, text: last.text + output.text };
      return;
    }
    const id = displayId(content);
    if (id !== null) {
      this.#displays.set(id, [...(this.#displays.get(id) ?? []), { cell, index: cell.length }]);
    }
    cell.push(output);
  }

  #clear(cell: NotebookOutput[]): void {
    cell.length = 0;
    this.#clearBeforeNext = false;
    for (const [id, places] of this.#displays) {
      this.#displays.set(
        id,
        places.filter((place) => place.cell !== cell),
      );
    }
  }

  #update(content: JsonObject): void {
    for (const { cell, index } of this.#displays.get(displayId(content) ?? "") ?? []) {
      const shown = cell[index];
      if (shown?.output_type !== "display_data" && shown?.output_type !== "execute_result") continue;
      cell[index] = { ...shown, data: object(content.data), metadata: object(content.metadata) };
    }
  }
}

function toOutput(type: string, content: JsonObject, executionCount: number): NotebookOutput | null {
  const { name, text, data, metadata, ename, evalue, traceback } = content;
  switch (type) {
    case "stream":
      return { output_type: "stream", name: String(name), text: String(text) };
    case "display_data":
      return { output_type: "display_data", data: object(data), metadata: object(metadata) };
    case "execute_result":
      return {
        output_type: "execute_result",
        data: object(data),
        metadata: object(metadata),
        execution_count: executionCount,
      };
    case "error":
      return {
        output_type: "error",
        ename: String(ename),
        evalue: String(evalue),
        traceback: Array.isArray(traceback) ? traceback.map(String) : [],
      };
    default:
      return null;
  }
}

function displayId({ transient }: JsonObject): string | null {
  const id = object(transient).display_id;
  return typeof id === "string" ? id : null;
}

function object(value: unknown): JsonObject {
  return typeof value === "object" && value !== null ? (value as JsonObject) : {};
}
