import { relative } from "node:path";
import type { SingleBar } from "cli-progress";
import type { NotebookProgress } from "../notebook/run-cells.js";
import type { Io } from "./io.js";

/** The progress of several notebooks. */
export interface Progress {
  readonly update: (name: string, progress: NotebookProgress) => void;
  /** Prints what a finished notebook has to say: at once, or after the bars where there are some. */
  readonly finish: (print: () => void) => void;
  readonly stop: () => void;
}

/** On a terminal one bar a notebook; elsewhere nothing but the results as they come. */
export async function showProgress(names: readonly string[], io: Io): Promise<Progress> {
  if (!io.isTTY) return { update: () => {}, finish: (print) => print(), stop: () => {} };
  const { MultiBar, Presets } = (await import("cli-progress")).default;
  const width = Math.max(...names.map((name) => relative("", name).length));
  const bars = new MultiBar(
    {
      stream: io.stderr as NodeJS.WritableStream,
      format: "{name} {bar} {value}/{total}",
      barsize: Math.max(10, Math.min(40, io.columns - width - 10)),
      clearOnComplete: true,
      hideCursor: true,
      // Ctrl-C reaches us as io.signal; the bars are stopped once the kernels are.
      gracefulExit: false,
    },
    Presets.shades_grey,
  );
  const shown = new Map<string, SingleBar>();
  const prints: (() => void)[] = [];
  return {
    update: (name, { done, cells }) => {
      const bar = shown.get(name) ?? bars.create(cells, 0, { name: relative("", name).padEnd(width) });
      shown.set(name, bar);
      bar.update(done);
    },
    finish: (print) => {
      prints.push(print);
    },
    stop: () => {
      bars.stop();
      for (const print of prints) print();
    },
  };
}
