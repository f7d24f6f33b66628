import { readFile } from "node:fs/promises";
import type { CellFailure } from "./cell-failure.js";
import { parseNotebook } from "./document.js";
import { formatNotebook } from "./format-notebook.js";
import type { NotebookDocument } from "./notebook-document.js";
import { executeNotebook, type RunNotebookOptions } from "./run-notebook.js";

/** A cell whose content in the file is not what a fresh run gives. */
export interface CellDifference {
  /** Place among all cells, 0-based. */
  readonly cellIndex: number;
  readonly cellId: string;
  /** The first line that differs: in the file, and after the run; null where there is none. */
  readonly file: string | null;
  readonly run: string | null;
}

/** The result of {@link checkNotebook}. */
export interface NotebookCheck {
  readonly path: string;
  /** Whether a fresh run gives the file byte for byte. */
  readonly ok: boolean;
  /** Set if a cell failed; there are no `differences` then. */
  readonly failure: CellFailure | null;
  readonly differences: readonly CellDifference[];
  /** For people; "" if all is well. */
  readonly report: string;
}

const shownLength = 160;

/**
 * Runs a notebook in a fresh kernel without writing it, and compares the result with the file byte for byte.
 *
 * @param path - an .ipynb file of nbformat 4
 * @throws what {@link runNotebook} throws
 */
export async function checkNotebook(
  path: string,
  options: Pick<RunNotebookOptions, "kernel" | "timeoutSeconds" | "signal" | "onProgress"> = {},
): Promise<NotebookCheck> {
  const { failure, content } = await executeNotebook("checkNotebook", path, { ...options, write: false });
  if (failure !== null) return { path, ok: false, failure, differences: [], report: failure.report };
  const file = await readFile(path, "utf8");
  if (file === content) return { path, ok: true, failure, differences: [], report: "" };
  const differences = differingCells(
    parseNotebook("checkNotebook", file, path),
    parseNotebook("checkNotebook", content, path),
  );
  const remedy = `To take over the new one: noisefloor notebook run ${path}`;
  const found =
    differences.length === 0
      ? [
          `${path}: its cells are the same, but its metadata or the layout of the file differ from a fresh run`,
        ]
      : [
          `${path}: ${differences.length} of its cells ${differences.length === 1 ? "differs" : "differ"} from a fresh run`,
          ...differences.map(describe),
        ];
  return { path, ok: false, failure, differences, report: [...found, remedy].join("\n") };
}

function differingCells(file: NotebookDocument, run: NotebookDocument): CellDifference[] {
  return run.cells.flatMap((cell, cellIndex) => {
    const [before, after] = [file, run].map((document) => {
      const one = document.cells[cellIndex];
      return formatNotebook({ ...run, cells: one === undefined ? [] : [one] }).split("\n");
    }) as [string[], string[]];
    const line = Array.from({ length: Math.max(before.length, after.length) }, (_, i) => i).find(
      (i) => before[i] !== after[i],
    );
    if (line === undefined) return [];
    return [{ cellIndex, cellId: cell.id, file: before[line] ?? null, run: after[line] ?? null }];
  });
}

function describe({ cellIndex, cellId, file, run }: CellDifference): string {
  return `  cell ${cellIndex + 1} (id ${cellId})\n    file: ${shorten(file)}\n    run:  ${shorten(run)}`;
}

function shorten(line: string | null): string {
  const text = (line ?? "(nothing)").trim();
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}
