import { AsyncLocalStorage } from "node:async_hooks";
import type { MimeBundle } from "../../../core/jupyter-display.js";
import type { Parent } from "../engine.js";

/** The cell that some code belongs to, wherever that code runs: in a timer, after a wait, in a callback. */
export interface CellContext {
  readonly parent: Parent;
  readonly silent: boolean;
  readonly allowStdin: boolean;
  readonly pages: MimeBundle[];
}

const storage = new AsyncLocalStorage<CellContext>();
let latest: CellContext = { parent: {}, silent: false, allowStdin: false, pages: [] };

/** Runs code as part of a cell. */
export function runInCell<T>(context: CellContext, run: () => T): T {
  latest = context;
  return storage.run(context, run);
}

/** The cell whose code is running; where that cannot be told, the one that was started last. */
export function currentCell(): CellContext {
  return storage.getStore() ?? latest;
}

/** Follows contexts no more, until the next cell; what runs belongs to the cell that was started last. */
export function forgetCells(): void {
  storage.disable();
}
