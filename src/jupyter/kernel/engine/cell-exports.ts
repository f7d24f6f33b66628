/** The values of the notebook's names, by name: what cells see as `exports`. */
export type CellExports = Record<string, unknown>;

/** Stacks call the notebook's functions methods of this. */
class NotebookNames {}
Object.setPrototypeOf(NotebookNames.prototype, null);

/** How stacks begin the name of a function of the notebook. */
export const namesPrefix: RegExp = /^NotebookNames\./;

/** An `exports` without any name. */
export function createCellExports(): CellExports {
  return new NotebookNames() as CellExports;
}

/**
 * Takes the values from names that a cell is about to declare. Nothing is ever deleted, and the cell itself adds what is new: an object
 * that lost a property, or got many by computed names, is a hash table to V8, and each use of a variable takes ten times as long.
 *
 * @returns for when the cell fails: gives the names that got no value their earlier ones back, and says which those are
 */
export function takeValues(exports: CellExports, names: readonly string[]): () => ReadonlySet<string> {
  const earlier = names.filter((name) => name in exports).map((name) => [name, exports[name]] as const);
  for (const [name] of earlier) exports[name] = undefined;
  return () => {
    const valueless = new Set(names.filter((name) => exports[name] === undefined));
    for (const [name, value] of earlier) if (valueless.has(name)) exports[name] = value;
    return valueless;
  };
}
