import type { Kernel } from "../jupyter/kernel.js";
import { type CellFailure, failureReport } from "./cell-failure.js";
import { type ExecuteCellOptions, type ExecutionProblem, executeCell } from "./execute-cell.js";
import { hasTag } from "./has-tag.js";
import type { CodeCell, NotebookDocument } from "./notebook-document.js";
import { OutputCollector } from "./output-collector.js";

/** How far a run is. */
export interface NotebookProgress {
  /** Code cells that are done. */
  readonly done: number;
  /** Code cells in all. */
  readonly cells: number;
}

/** Options of {@link runCells}. */
export interface RunCellsOptions extends ExecuteCellOptions {
  readonly onProgress?: ((progress: NotebookProgress) => void) | undefined;
  /** Whether to go on after cells whose code fails. */
  readonly allowErrors?: boolean | undefined;
}

/** The cells with their new outputs (those after the last that ran have none), and the failures among them. */
export interface RanCells {
  readonly cells: NotebookDocument["cells"];
  readonly failures: readonly CellFailure[];
}

/**
 * Runs a notebook's code cells in order, until one fails that may not. Empty cells are not run; the tags
 * "skip-execution" and "raises-exception" mean what they mean to nbclient. No run goes on after a cell that took too
 * long or ended the kernel: what the cells below found then would not be what they were written for.
 */
export async function runCells(
  path: string,
  document: NotebookDocument,
  kernel: Kernel,
  options: RunCellsOptions,
): Promise<RanCells> {
  const codeCells = document.cells.filter((cell) => cell.cell_type === "code");
  const outputs = new OutputCollector();
  const ran: CodeCell[] = [];
  const failures: CellFailure[] = [];
  let isStopped = false;
  for (const [index, cell] of codeCells.entries()) {
    options.onProgress?.({ done: index, cells: codeCells.length });
    if (isSkipped(cell)) continue;
    outputs.startCell();
    ran.push(cell);
    const problem = await executeCell(kernel, cell.source, outputs, options);
    if (problem === null || (problem.reason === "error" && hasTag(cell, "raises-exception"))) continue;
    const where = `code cell ${index + 1} of ${codeCells.length} (id ${cell.id})`;
    failures.push(cellFailure(path, where, document.cells.indexOf(cell), index + 1, cell, problem, outputs));
    isStopped = !(options.allowErrors && problem.reason === "error");
    if (isStopped) break;
  }
  if (!isStopped) options.onProgress?.({ done: codeCells.length, cells: codeCells.length });
  const cells = document.cells.map((cell) => {
    if (cell.cell_type !== "code" || hasTag(cell, "skip-execution")) return cell;
    const count = ran.indexOf(cell) + 1;
    return { ...cell, execution_count: count || null, outputs: outputs.cells[count - 1] ?? [] };
  });
  return { cells, failures };
}

function isSkipped(cell: CodeCell): boolean {
  return cell.source.trim() === "" || hasTag(cell, "skip-execution");
}

function cellFailure(
  path: string,
  where: string,
  cellIndex: number,
  cellNumber: number,
  cell: CodeCell,
  problem: ExecutionProblem,
  outputs: OutputCollector,
): CellFailure {
  const { reason, message, position } = problem;
  const stdout = outputs.streamText("stdout");
  return {
    reason,
    cellIndex,
    cellNumber,
    cellId: cell.id,
    message,
    line: position?.line ?? null,
    column: position?.column ?? null,
    report: failureReport({ path, where, source: cell.source, position, message, stdout }),
  };
}
