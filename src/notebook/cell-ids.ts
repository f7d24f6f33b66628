import { createHash } from "node:crypto";

/**
 * The same cells with the ids that nbformat 4.5 asks for: 1 to 64 letters, digits, "-" and "_", each once. Those
 * that are so already stay; the others are derived from a cell's place and source, so they are the same each time.
 */
export function withCellIds<T extends { readonly id?: string | undefined; readonly source: string }>(
  cells: readonly T[],
): (T & { readonly id: string })[] {
  const taken = new Set<string>();
  const kept = cells.map(({ id }) => {
    if (id === undefined || !/^[\w-]{1,64}$/.test(id) || taken.has(id)) return null;
    taken.add(id);
    return id;
  });
  return cells.map((cell, index) => {
    let id = kept[index] ?? null;
    for (let attempt = 0; id === null; attempt++) {
      const hash = createHash("sha256")
        .update(JSON.stringify([index, cell.source, attempt]))
        .digest("hex");
      if (!taken.has(hash.slice(0, 8))) id = hash.slice(0, 8);
    }
    taken.add(id);
    return { ...cell, id };
  });
}
