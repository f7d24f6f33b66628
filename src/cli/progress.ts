import { relative } from "node:path";
import type { SingleBar } from "cli-progress";
import type { NotebookProgress } from "../notebook/run-cells.js";
import type { Io } from "./io.js";

/** The progress of several notebooks. */
export interface Progress {
  readonly update: (name: string, progress: NotebookProgress) => void;
  /** Prints what a finished notebook has to say, as soon as all named before it have had their say. */
  readonly finish: (name: string, print: () => void) => void;
  /** Prints what is still held back, and leaves nothing else on the terminal. */
  readonly stop: () => void;
}

/**
 * Results in the order of the names, whichever is finished first. On a terminal there is a bar below them for each
 * notebook that is running.
 */
export async function showProgress(names: readonly string[], io: Io): Promise<Progress> {
  const results = inOrder(names);
  if (!io.isTTY) {
    return {
      update: () => {},
      finish: (name, print) => {
        for (const next of results.add(name, print)) next();
      },
      stop: () => {
        for (const print of results.rest()) print();
      },
    };
  }
  const { MultiBar, Presets } = (await import("cli-progress")).default;
  const width = Math.max(...names.map((name) => relative("", name).length));
  const bars = new MultiBar(
    {
      stream: io.stderr as NodeJS.WritableStream,
      format: "{name} {bar} {value}/{total}",
      barsize: Math.max(10, Math.min(40, io.columns - width - 10)),
      clearOnComplete: true,
      hideCursor: true,
      // What is printed above them moves the bars down.
      forceRedraw: true,
      // Ctrl-C reaches us as io.signal; the bars are stopped once the kernels are.
      gracefulExit: false,
    },
    Presets.shades_grey,
  );
  const shown = new Map<string, SingleBar>();
  let printable: (() => void)[] = [];
  // The cursor stands where the first bar begins.
  bars.on("redraw-pre", () => {
    if (printable.length === 0) return;
    io.stderr.write("\u001b[J");
    for (const print of printable) print();
    printable = [];
  });
  return {
    update: (name, { done, cells }) => {
      const bar = shown.get(name) ?? bars.create(cells, 0, { name: relative("", name).padEnd(width) });
      shown.set(name, bar);
      bar.update(done);
    },
    finish: (name, print) => {
      printable.push(...results.add(name, print));
      const bar = shown.get(name);
      if (bar !== undefined) bars.remove(bar);
    },
    stop: () => {
      bars.stop();
      for (const print of [...printable, ...results.rest()]) print();
    },
  };
}

/** Hands out what was added when its turn has come. */
function inOrder(names: readonly string[]) {
  const waiting = new Map<string, () => void>();
  const queue = [...names];
  return {
    add: (name: string, print: () => void): readonly (() => void)[] => {
      waiting.set(name, print);
      const ready: (() => void)[] = [];
      for (let next = waiting.get(queue[0] ?? ""); next !== undefined; next = waiting.get(queue[0] ?? "")) {
        ready.push(next);
        queue.shift();
      }
      return ready;
    },
    rest: (): readonly (() => void)[] => queue.flatMap((name) => waiting.get(name) ?? []),
  };
}
