import { escapeHtml } from "../../core/escape-html.js";
import type { MimeBundle } from "../../core/jupyter-display.js";

/** A table for people: texts in rows, numbers to the right. */
export interface TableView {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Rows there are in all, where not all are in `rows`. */
  readonly total?: number;
  /** What stands above it. */
  readonly caption?: string;
  /** What stands below it, a paragraph each. */
  readonly notes?: readonly string[];
}

/** Rows that a table in a notebook shows before it says how many more there are. */
export const mostRows = 100;

/** A table as HTML and, for whoever cannot show that, as aligned text. */
export function tableBundle(view: TableView): MimeBundle {
  return { "text/html": tableHtml(view), "text/plain": tableText(view) };
}

function tableHtml(view: TableView): string {
  const isRight = rightColumns(view);
  const row = (cells: readonly unknown[], tag: "td" | "th") =>
    cells
      .map((cell, i) => {
        const style = ` style="text-align: ${isRight[i] ? "right" : "left"};"`;
        return `<${tag}${style}>${escapeHtml(cellText(cell)).replaceAll("\n", "<br>")}</${tag}>`;
      })
      .join("");
  const { caption, columns, rows } = view;
  return [
    "<table>",
    ...(caption === undefined ? [] : [`<caption>${escapeHtml(caption)}</caption>`]),
    ...(columns.every((name) => name === "") ? [] : [`<thead><tr>${row(columns, "th")}</tr></thead>`]),
    `<tbody>${rows.map((cells) => `<tr>${row(cells, "td")}</tr>`).join("\n")}</tbody>`,
    "</table>",
    ...notes(view).map((note) => `<p>${escapeHtml(note)}</p>`),
  ].join("\n");
}

function tableText(view: TableView): string {
  const { caption, columns, rows } = view;
  const isRight = rightColumns(view);
  const head = columns.every((name) => name === "") ? [] : [columns];
  const texts = [...head, ...rows].map((cells) => cells.map((cell) => cellText(cell).replaceAll("\n", " ")));
  const widths = columns.map((_, i) => Math.max(...texts.map((cells) => cells[i]?.length ?? 0)));
  const lines = texts.map((cells) =>
    cells
      .map((cell, i) => (isRight[i] ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
  return [...(caption === undefined ? [] : [caption]), ...lines, ...notes(view)].join("\n");
}

function notes({ rows, total = rows.length, notes: own = [] }: TableView): readonly string[] {
  const more = total - rows.length;
  return more > 0 ? [`… ${more} more of ${total} rows`, ...own] : own;
}

function rightColumns({ columns, rows }: TableView): readonly boolean[] {
  return columns.map((_, i) => {
    const filled = rows.map((cells) => cells[i]).filter((cell) => cell !== null && cell !== undefined);
    return filled.length > 0 && filled.every((cell) => typeof cell === "number" || typeof cell === "bigint");
  });
}

/** A value as it stands in a cell; numbers keep six significant digits, which a table can be read with. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return numberText(value);
  if (typeof value === "string") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  if (Array.isArray(value) || ArrayBuffer.isView(value)) return listText(value);
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, one]) => `${name} ${cellText(one)}`)
      .join(", ");
  }
  return String(value);
}

const longestList = 10;

function listText(value: unknown): string {
  const list = Array.from(value as ArrayLike<unknown>);
  const shown = list.slice(0, longestList).map((one) => (Array.isArray(one) ? listText(one) : cellText(one)));
  return `[${[...shown, ...(list.length > longestList ? [`… ${list.length} in all`] : [])].join(", ")}]`;
}

function numberText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  return String(Number(value.toPrecision(6)));
}
