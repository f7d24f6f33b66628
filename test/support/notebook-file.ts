import { writeFileSync } from "node:fs";
import { join } from "node:path";

interface CellSource {
  readonly markdown?: string;
  readonly code?: string;
  readonly tags?: readonly string[];
}

/** Writes a notebook of those cells (a string is code) as a plain 4.5 file, and returns its path. */
export function writeNotebook(
  folder: string,
  name: string,
  cells: readonly (string | CellSource)[],
  metadata: Readonly<Record<string, unknown>> = {},
): string {
  const path = join(folder, name);
  const written = cells.map((cell, index) => {
    const { markdown, code, tags = [] } = typeof cell === "string" ? { code: cell } : cell;
    const common = { id: `cell-${index}`, metadata: tags.length === 0 ? {} : { tags } };
    if (markdown !== undefined) return { ...common, cell_type: "markdown", source: markdown };
    return { ...common, cell_type: "code", source: code, execution_count: null, outputs: [] };
  });
  writeFileSync(path, JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }));
  return path;
}
