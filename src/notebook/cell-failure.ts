import type { SourcePosition } from "./align-position.js";

/** Why a notebook's run stopped at a cell. */
export interface CellFailure {
  /**
   * "error": its code failed; "timeout": it took too long; "died": the kernel ended; "output-lost": it printed
   * more than the kernel could send; "collect": the cells succeeded, but a value asked for did not come.
   */
  readonly reason: "error" | "timeout" | "died" | "output-lost" | "collect";
  /** Place among all cells, 0-based; null for "collect". */
  readonly cellIndex: number | null;
  /** Place among the code cells, 1-based; null for "collect". */
  readonly cellNumber: number | null;
  readonly cellId: string | null;
  /** The error's text. */
  readonly message: string;
  /** 1-based, in the cell's source; null where the kernel does not say it and it cannot be told for sure. */
  readonly line: number | null;
  readonly column: number | null;
  /** All of it for people: notebook, cell, source with the place marked, error, what was printed. */
  readonly report: string;
}

const linesAround = 2;
const linesPrinted = 10;

/** The lines around a position, numbered, with ^ under it; the whole source where there is no position. */
export function sourceExcerpt(source: string, position: SourcePosition | null): string {
  const lines = source.split("\n");
  const width = String(lines.length).length;
  return lines
    .flatMap((line, index) => {
      const number = index + 1;
      if (position !== null && Math.abs(number - position.line) > linesAround) return [];
      const shown = `  ${String(number).padStart(width)} │ ${line}`;
      if (number !== position?.line) return [shown];
      const before = line.slice(0, position.column - 1).replace(/[^\t]/g, " ");
      return [shown, `  ${" ".repeat(width)} │ ${before}^`];
    })
    .join("\n");
}

/** The report of a failed cell. */
export function failureReport(parts: {
  readonly path: string;
  readonly where: string;
  readonly source: string;
  readonly position: SourcePosition | null;
  readonly message: string;
  readonly stdout: string;
}): string {
  const { path, where, source, position, message, stdout } = parts;
  const place = position === null ? "" : `, line ${position.line}, column ${position.column}`;
  const printed = stdout.trimEnd().split("\n").slice(-linesPrinted).join("\n");
  return [
    `${path}: ${where}${place}`,
    sourceExcerpt(source, position),
    message,
    ...(printed === "" ? [] : [`It had printed:\n${printed.replace(/^/gm, "  ")}`]),
  ].join("\n\n");
}
