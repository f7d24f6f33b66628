import type { CellDifference } from "./cell-difference.js";
import type { DiffLine } from "./diff-line.js";

/** What {@link differenceReport} tells of. */
export interface NotebookDifferences {
  readonly path: string;
  readonly differences: readonly CellDifference[];
  /** How the notebook's metadata differ. */
  readonly metadata: readonly DiffLine[];
}

/** The codes that switch a style on and off (ECMA-48, SGR); node:util asks stdout, which is not what we write to. */
const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], cyan: [36, 39] } as const;

const mostCells = 20;
const longestSource = 72;

/** The differences for people: cell by cell, as a unified diff has it, in colour if asked. */
export function differenceReport(
  found: NotebookDifferences,
  options: { readonly color?: boolean } = {},
): string {
  const { path, differences, metadata } = found;
  const paint = (style: keyof typeof styles, text: string) =>
    options.color === true ? `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m` : text;
  const line = ({ kind, text }: DiffLine): string => {
    if (kind === "file") return paint("red", `- ${text}`);
    if (kind === "run") return paint("green", `+ ${text}`);
    return kind === "note" ? paint("cyan", text) : `  ${text}`;
  };
  const count = differences.length;
  const cells = differences
    .slice(0, mostCells)
    .flatMap(({ cellIndex, cellId, source, parts }) => [
      "",
      `${paint("bold", `  cell ${cellIndex + 1}`)} (id ${cellId})  ${paint("dim", cut(source))}`,
      ...parts.flatMap(({ part, lines }) => [`    ${part}`, ...lines.map((one) => `      ${line(one)}`)]),
    ]);
  return [
    headline(path, count, metadata.length > 0),
    ...cells,
    ...(count > mostCells ? ["", `  … ${count - mostCells} more cells differ`] : []),
    ...(metadata.length === 0
      ? []
      : ["", "  metadata of the notebook", ...metadata.map((one) => `      ${line(one)}`)]),
    "",
    `To take over the new one: noisefloor notebook run ${path}`,
  ].join("\n");
}

function headline(path: string, cells: number, isMetadata: boolean): string {
  const legend = "(- file, + fresh run)";
  if (cells === 1) return `${path}: 1 of its cells differs from a fresh run ${legend}`;
  if (cells > 1) return `${path}: ${cells} of its cells differ from a fresh run ${legend}`;
  if (isMetadata) return `${path}: its cells are the same, but its metadata differ from those of a fresh run`;
  return `${path}: it says the same as a fresh run, but the layout of the file differs`;
}

function cut(source: string): string {
  return source.length > longestSource ? `${source.slice(0, longestSource)}…` : source;
}
