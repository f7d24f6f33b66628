import type {
  CodeCell,
  JsonObject,
  NotebookDocument,
  NotebookOutput,
  TextCell,
} from "./notebook-document.js";

/**
 * A notebook's file content in one canonical form: keys sorted, one space of indent, texts as lists of lines, a
 * newline at the end, as the nbformat package writes it; but numbers stand side by side, since one a line would make
 * a notebook with plots half as long again. What changes from run to run is left out: when cells
 * were executed, and whether their outputs are trusted.
 */
export function formatNotebook(document: NotebookDocument): string {
  return `${stringify({ ...document, cells: document.cells.map(formatCell) }, "\n")}\n`;
}

function formatCell(cell: CodeCell | TextCell): JsonObject {
  const { execution: _, trusted: __, ...metadata } = cell.metadata;
  const source = splitLines(cell.source);
  if (cell.cell_type !== "code") return { ...cell, metadata, source };
  return { ...cell, metadata, source, outputs: cell.outputs.map(formatOutput) };
}

function formatOutput(output: NotebookOutput): JsonObject {
  if (output.output_type === "error") return output;
  if (output.output_type === "stream") return { ...output, text: splitLines(output.text) };
  const data = Object.entries(output.data).map(([mime, value]) => {
    const isText = mime.startsWith("text/") || mime === "application/javascript" || mime === "image/svg+xml";
    return [mime, isText && typeof value === "string" ? splitLines(value) : value];
  });
  return { ...output, data: Object.fromEntries(data) };
}

/** The line ends of Python's str.splitlines, by which nbformat splits. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: Python counts them as line ends
const lineEnd = /(?<=\r\n|\r(?!\n)|[\n\v\f\x1c-\x1e\x85\u2028\u2029])/;

function splitLines(text: string): string[] {
  return text === "" ? [] : text.split(lineEnd);
}

/** JSON.stringify puts keys like "10" first, whatever their order; here they are sorted like any other. */
function stringify(value: unknown, newline: string): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value) && value.every((item) => typeof item === "number")) return JSON.stringify(value);
  const inner = `${newline} `;
  const items = Array.isArray(value)
    ? value.map((item) => stringify(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([key, item]) => `${JSON.stringify(key)}: ${stringify(item, inner)}`);
  const [start, end] = Array.isArray(value) ? "[]" : "{}";
  return items.length === 0 ? `${start}${end}` : `${start}${inner}${items.join(`,${inner}`)}${newline}${end}`;
}
