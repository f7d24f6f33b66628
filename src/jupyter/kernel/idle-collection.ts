import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const idleMilliseconds = 100;
const cellsBetween = 5;
const mostCells = 10;
/** Cells that know many names leave more of it. */
const mostGarbage = 32e6;
/** The heap that is collected in a tenth of a second; where more is in use, collections are rarer. */
const smallHeap = 250e6;

/**
 * Collects garbage between cells. The compiler leaves several megabytes of it for each cell, and V8 would let them pile up to
 * four times of what is in use; and what is collected between cells does not disturb what cells measure.
 */
export class IdleCollection {
  readonly #collect: () => void;
  readonly #heapUsed: () => number;
  #patience = 1;
  #cells = 0;
  /** What was in use after the last collection. */
  #kept = Number.POSITIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  /** Both are V8's own unless a test has others. */
  constructor(
    collect: () => void = exposeCollector(),
    heapUsed: () => number = () => process.memoryUsage().heapUsed,
  ) {
    this.#collect = collect;
    this.#heapUsed = heapUsed;
  }

  /** A cell begins. */
  cellStarts(): void {
    clearTimeout(this.#timer);
  }

  /** A cell that was compiled has been answered. */
  cellEnded(): void {
    this.#cells += 1;
    clearTimeout(this.#timer);
    if (this.#cells >= mostCells * this.#patience || this.#garbage() > mostGarbage * this.#patience)
      this.#run();
    else if (this.#cells >= cellsBetween * this.#patience) {
      this.#timer = setTimeout(() => this.#run(), idleMilliseconds);
      this.#timer.unref();
    }
  }

  #garbage(): number {
    return this.#heapUsed() - this.#kept;
  }

  #run(): void {
    this.#cells = 0;
    this.#collect();
    this.#kept = this.#heapUsed();
    this.#patience = Math.ceil(this.#kept / smallHeap);
  }
}

function exposeCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}
