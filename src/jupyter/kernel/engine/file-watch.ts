import { statSync } from "node:fs";
import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

interface Watched {
  onChange: ts.FileWatcherCallback;
  state: string;
}

/**
 * Stands in for the compiler's watching of files: looks at them when it is told to, right before a cell is compiled, so
 * that a module that was saved a moment ago is never missed, and an idle kernel does nothing.
 */
export class FileWatch {
  readonly #watched = new Map<string, Watched>();

  /** What the compiler calls to watch a file. */
  readonly watchFile = (path: string, onChange: ts.FileWatcherCallback): ts.FileWatcher => {
    const known = this.#watched.get(path);
    if (known === undefined) this.#watched.set(path, { onChange, state: stateOf(path) });
    else known.onChange = onChange;
    // A cell that does not use a file ends the compiler's interest in it, but tslab must hear of changes still.
    return { close: () => {} };
  };

  /** Tells the compiler which files have changed since the last look. */
  look(): void {
    for (const [path, watched] of [...this.#watched]) {
      const state = stateOf(path);
      if (state === watched.state) continue;
      const { Created, Changed, Deleted } = compiler.FileWatcherEventKind;
      const kind = state === missing ? Deleted : watched.state === missing ? Created : Changed;
      watched.state = state;
      watched.onChange(path, kind);
    }
  }
}

const missing = "missing";

/** Tells one version of a file from another. */
export function stateOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  return stat === undefined ? missing : `${stat.mtimeNs} ${stat.size}`;
}
