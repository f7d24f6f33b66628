import vm, { Script } from "node:vm";
import type { CompiledCell } from "./cell-compiler.js";
import type { CellExports } from "./cell-exports.js";
import type { RunInterruptibly } from "./run-interruptibly.js";

/** What a compiled cell needs to run. */
export interface CellScope {
  readonly exports: CellExports;
  readonly require: NodeJS.Require;
  /** Rejects when the user wants the cell to stop. */
  readonly interrupted: Promise<never>;
  readonly runInterruptibly: RunInterruptibly;
}

/** Modules are strict, and tslab drops the directive that says so of what they become. */
const functionHead = {
  never: '(function (exports, require) { "use strict";\n',
  yields: '(function* (exports, require) { "use strict";\n',
  awaits: '(async function (exports, require) { "use strict";\n',
};

/**
 * Runs a compiled cell to its end, waiting where it waits.
 *
 * @param fileName - what stacks call the cell
 * @throws what the cell throws, or the reason of `interrupted`
 */
export async function runCell(cell: CompiledCell, fileName: string, scope: CellScope): Promise<void> {
  const { interrupted, runInterruptibly } = scope;
  const { USE_MAIN_CONTEXT_DEFAULT_LOADER: loader } = vm.constants ?? {};
  const script = new Script(`${functionHead[cell.waiting]}${cell.code}\n})`, {
    filename: fileName,
    lineOffset: -1,
    ...(loader === undefined ? {} : { importModuleDynamically: loader }),
  });
  const call = script.runInThisContext() as (...scope: unknown[]) => unknown;
  const started = runInterruptibly(() => call(scope.exports, scope.require));
  if (cell.waiting === "awaits") await Promise.race([started, interrupted]);
  if (cell.waiting === "yields") await runToEnd(started as Generator, scope);
}

/** Resumes a generator after each promise that it yields; each stretch between them can be interrupted. */
async function runToEnd(generator: Generator, { interrupted, runInterruptibly }: CellScope): Promise<void> {
  let step = runInterruptibly(() => generator.next());
  while (!step.done) {
    let resume: () => IteratorResult<unknown>;
    try {
      const value = await Promise.race([step.value, interrupted]);
      resume = () => generator.next(value);
    } catch (error) {
      resume = () => generator.throw(error);
    }
    step = runInterruptibly(resume);
  }
}
