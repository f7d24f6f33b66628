import type { ComparedFigure } from "../compare/compare-with-published.js";
import { escapeHtml } from "../core/escape-html.js";
import { jupyterDisplay, type MimeBundle } from "../core/jupyter-display.js";

/** Published beside reproduced figures, as text for a terminal and as HTML for a notebook or a page. */
export interface PublishedTable {
  readonly rows: readonly ComparedFigure[];
  toText(): string;
  toHtml(): string;
  [jupyterDisplay](): MimeBundle;
}

const header = ["configuration", "figure", "published", "reproduced", "interval", "drawn", "match"] as const;

/**
 * The table of published against reproduced figures.
 *
 * @param rows - what {@link compareWithPublished} returned, of one experiment or of several
 * @returns a table that shows itself in a notebook; `toText()` has one line a figure
 * @example
 * publishedTable([]).toText().startsWith("configuration") // true
 */
export function publishedTable(rows: readonly ComparedFigure[]): PublishedTable {
  return {
    rows,
    toText: () => toText(rows),
    toHtml: () => toHtml(rows),
    [jupyterDisplay]: () => ({ "text/html": toHtml(rows), "text/plain": toText(rows) }),
  };
}

/** "12 of 13 figures match", for a heading or a last line. */
export function matchSummary(rows: readonly ComparedFigure[]): string {
  const matches = rows.filter((row) => row.match).length;
  return `${matches} of ${rows.length} published figures match`;
}

const matchText = { digits: "yes", interval: "yes, in the interval", claim: "yes, within 10 %" } as const;

function cells(row: ComparedFigure): string[] {
  const { published, criterion, interval, reproduced, match } = row;
  const unit = published.unit === "1" ? "×" : ` ${published.unit}`;
  return [
    published.configuration,
    published.statistic,
    `${published.printed}${unit}`,
    `${reproduced}${unit}`,
    interval === null ? "" : intervalText(interval, row),
    row.drawn,
    match ? matchText[criterion] : "NO",
  ];
}

/** In the digits of the figure; of a ratio, whose bounds may be far apart, three significant ones. */
function intervalText(
  interval: readonly [number, number],
  { criterion, reproduced }: ComparedFigure,
): string {
  const digits = reproduced.split(".")[1]?.length ?? 0;
  const [low, high] = interval.map((bound) =>
    criterion === "claim" ? `${Number(bound.toPrecision(3))}` : bound.toFixed(digits),
  );
  return `[${low}, ${high}]`;
}

function toText(rows: readonly ComparedFigure[]): string {
  const lines = [[...header], ...rows.map(cells)];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          isNumeric(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function toHtml(rows: readonly ComparedFigure[]): string {
  const alignment = header.map((_, column) =>
    isNumeric(column) ? ' style="text-align:right"' : ' style="text-align:left"',
  );
  const head = header.map((name, column) => `<th${alignment[column]}>${name}</th>`).join("");
  const body = rows
    .map(
      (row) =>
        `<tr>${cells(row)
          .map((cell, column) => `<td${alignment[column]}>${escapeHtml(cell)}</td>`)
          .join("")}</tr>`,
    )
    .join("\n");
  return `<table>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table>`;
}

function isNumeric(column: number): boolean {
  return column >= 2 && column <= 4;
}
