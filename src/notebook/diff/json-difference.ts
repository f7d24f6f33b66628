import { type DiffLine, firstLines, note } from "./diff-line.js";

const mostPaths = 8;
const longestValue = 60;

/** Two JSON values, path by path: `data[0].y[3]: 1 → 2`. */
export function jsonDifference(file: unknown, run: unknown): readonly DiffLine[] {
  return firstLines([...walk(file, run, "")].map(note), mostPaths);
}

function* walk(file: unknown, run: unknown, path: string): Generator<string> {
  const where = path === "" ? "the whole" : path.replace(/^\./, "");
  if (isContainer(file) && isContainer(run) && Array.isArray(file) === Array.isArray(run)) {
    if (Array.isArray(file) && Array.isArray(run) && file.length !== run.length) {
      yield `${where}: ${file.length} items → ${run.length} items`;
    }
    for (const key of new Set([...Object.keys(file), ...Object.keys(run)])) {
      const inner = Array.isArray(file)
        ? `[${key}]`
        : /^[\w$]+$/.test(key)
          ? `.${key}`
          : `[${JSON.stringify(key)}]`;
      const [before, after] = [(file as Record<string, unknown>)[key], (run as Record<string, unknown>)[key]];
      // That a list is longer has been said.
      if (Array.isArray(file) && (before === undefined || after === undefined)) continue;
      yield* walk(before, after, `${path}${inner}`);
    }
  } else if (!Object.is(file, run)) {
    yield `${where}: ${brief(file)} → ${brief(run)}`;
  }
}

function isContainer(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function brief(value: unknown): string {
  if (value === undefined) return "(nothing)";
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}
