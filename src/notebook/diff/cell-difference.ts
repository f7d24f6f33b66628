import { diffArrays } from "diff";
import type { CodeCell, NotebookDocument, NotebookOutput } from "../notebook-document.js";
import { type DiffLine, note } from "./diff-line.js";
import { jsonDifference } from "./json-difference.js";
import { outputDifference, outputExcerpt, outputName } from "./output-difference.js";

/** One thing in a cell that is not what a fresh run gives. */
export interface PartDifference {
  /** "output 2, text/html", "execution count", … */
  readonly part: string;
  readonly lines: readonly DiffLine[];
}

/** A cell whose content in the file is not what a fresh run gives. */
export interface CellDifference {
  /** Place among all cells, 0-based. */
  readonly cellIndex: number;
  readonly cellId: string;
  /** The first line of its source. */
  readonly source: string;
  readonly parts: readonly PartDifference[];
}

/** The cells that differ; both documents have the same cells, since one is the other's run. */
export function cellDifferences(file: NotebookDocument, run: NotebookDocument): readonly CellDifference[] {
  return run.cells.flatMap((after, cellIndex) => {
    const before = file.cells[cellIndex];
    if (before?.cell_type !== "code" || after.cell_type !== "code") return [];
    const parts = [...executionCount(before, after), ...outputDifferences(before.outputs, after.outputs)];
    const source = after.source.split("\n").find((line) => line.trim() !== "") ?? "";
    return parts.length === 0 ? [] : [{ cellIndex, cellId: after.id, source: source.trim(), parts }];
  });
}

function executionCount(file: CodeCell, run: CodeCell): PartDifference[] {
  if (file.execution_count === run.execution_count) return [];
  return [
    {
      part: "execution count",
      lines: jsonDifference(file, run).filter(({ text }) => text.startsWith("execution_count")),
    },
  ];
}

/** Outputs that are the same anchor the others, so that one that is new does not make all below it differ. */
function outputDifferences(
  file: readonly NotebookOutput[],
  run: readonly NotebookOutput[],
): PartDifference[] {
  const comparable = (output: NotebookOutput) => JSON.stringify({ ...output, execution_count: null });
  const found: PartDifference[] = [];
  let [inFile, inRun] = [0, 0];
  const changes = diffArrays(file.map(comparable), run.map(comparable));
  for (let i = 0; i < changes.length; ) {
    const removed = changes[i]?.removed ? (changes[i++]?.value.length ?? 0) : 0;
    const added = changes[i]?.added ? (changes[i++]?.value.length ?? 0) : 0;
    for (let k = 0; k < Math.max(removed, added); k++) {
      const before = k < removed ? file[inFile + k] : undefined;
      const after = k < added ? run[inRun + k] : undefined;
      found.push(...compareOutputs(before, after, inRun + k + 1));
    }
    inFile += removed;
    inRun += added;
    if (removed + added === 0) {
      const same = changes[i++]?.value.length ?? 0;
      inFile += same;
      inRun += same;
    }
  }
  return found;
}

function compareOutputs(
  file: NotebookOutput | undefined,
  run: NotebookOutput | undefined,
  number: number,
): PartDifference[] {
  if (file !== undefined && run !== undefined && outputKind(file) === outputKind(run)) {
    return [{ part: `output ${number}, ${outputName(run)}`, lines: outputDifference(file, run) }];
  }
  return [
    ...(file === undefined ? [] : [onlyIn(file, "file", number)]),
    ...(run === undefined ? [] : [onlyIn(run, "run", number)]),
  ];
}

function outputKind(output: NotebookOutput): string {
  return output.output_type === "stream" ? output.name : output.output_type;
}

function onlyIn(output: NotebookOutput, kind: "file" | "run", number: number): PartDifference {
  const where = kind === "file" ? "only in the file" : "only in the fresh run";
  const lines = outputExcerpt(output, kind);
  return { part: `output ${number}, ${outputName(output)}`, lines: [note(where), ...lines] };
}
