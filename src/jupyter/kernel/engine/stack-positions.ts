import { fileURLToPath } from "node:url";
import { namesPrefix } from "./cell-exports.js";
import type { PositionMap, TextPosition } from "./position-map.js";

/** A place in a cell or in a local module. */
export interface SourcePlace extends TextPosition {
  /** As stacks call it: "cell[3]", or a path. */
  readonly file: string;
}

const place = /(cell\[[\d+]+\](?: [^():\n]+)?|\/[^():\n]*):(\d+):(\d+)/g;

/** The kernel's own files, as paths and as URLs. */
const ownFolder = new URL("../../", import.meta.url);
const ownFolders = [ownFolder.href, fileURLToPath(ownFolder)];

/** Knows how the places of generated code translate, and sees to it that stacks show those of the user's code. */
export class StackPositions {
  readonly #maps = new Map<string, { readonly map: PositionMap; readonly source: string }>();
  readonly #sources = new Set<string>();

  /** Remembers the map of a cell or module, the last one counts, and what stacks shall name in its place. */
  add(file: string, map: PositionMap, source: string = file): void {
    this.#maps.set(file, { map, source });
    this.#sources.add(source);
  }

  /** Whether a file is the source of code that was generated. */
  isSource(file: string): boolean {
    return this.#sources.has(file);
  }

  /**
   * Lets `error.stack` have the user's places from now on, wherever it is read. Frames of the kernel itself, below the
   * cell's, are left out.
   */
  install(): void {
    Error.prepareStackTrace = (error, frames) => {
      const lines = frames.map(String);
      const end = lines.findIndex((line) => line.includes("noisefloor-kernel:"));
      const inner = end === -1 ? lines : lines.slice(0, end);
      const shown = inner
        // Cells run as generators of the kernel, and their functions as properties of what they share.
        .filter((line, i) => !isOwn(line) && !(line.startsWith("Generator.") && isOwn(inner[i + 1] ?? "")))
        // An ES module that was saved again was loaded by an address of its own.
        .map((line) => line.replace(/(\.mjs)\?[\w%]+/, "$1"))
        .map((line) => `\n    at ${this.translate(line.replace(namesPrefix, ""))}`);
      return `${headline(error)}${shown.join("")}`;
    };
  }

  /** A text with its places of generated code replaced. */
  translate(text: string): string {
    return text.replace(place, (written, file: string, line: string, column: string) => {
      const known = this.#maps.get(file);
      const found = known?.map(Number(line), Number(column));
      return known === undefined || found == null ? written : `${known.source}:${found.line}:${found.column}`;
    });
  }
}

/** The innermost place in the user's own code, of a stack that is already translated. */
export function innermostPlace(stack: string, isUsers: (file: string) => boolean): SourcePlace | null {
  for (const line of stack.split("\n").filter((one) => /^\s+at /.test(one))) {
    for (const [, file = "", row = "0", column = "0"] of line.matchAll(place)) {
      // A URL of a file has three slashes.
      const path = file.replace(/^\/+/, "/");
      if (isUsers(path)) return { file: path, line: Number(row), column: Number(column) };
    }
  }
  return null;
}

function isOwn(line: string): boolean {
  return ownFolders.some((folder) => line.includes(folder));
}

function headline(error: unknown): string {
  try {
    // What is no error, as console.trace has it, would be "[object Object]" by String.
    return Error.prototype.toString.call(error);
  } catch {
    return "an error that cannot be shown";
  }
}
