/** The values of the notebook's names, by name: what cells see as `exports`. */
export type CellExports = Record<string, unknown>;

/**
 * An `exports` on which cells may define a name again and again. Compiled imports define getters; here they become
 * plain values, so that a later cell may give the name another one.
 */
export function createCellExports(): CellExports {
  const values: CellExports = {};
  return new Proxy(values, {
    defineProperty: (_target, name, attributes) => {
      if (name !== "__esModule") {
        values[name as string] = attributes.get === undefined ? attributes.value : attributes.get();
      }
      return true;
    },
  });
}

/**
 * Takes the values from names that a cell is about to declare.
 *
 * @returns for when the cell fails: gives the names that got no value their earlier ones back, and says which those are
 */
export function takeValues(exports: CellExports, names: readonly string[]): () => ReadonlySet<string> {
  const earlier = names.filter((name) => name in exports).map((name) => [name, exports[name]] as const);
  for (const name of names) exports[name] = undefined;
  return () => {
    const valueless = names.filter((name) => exports[name] === undefined);
    for (const name of valueless) delete exports[name];
    for (const [name, value] of earlier) if (valueless.includes(name)) exports[name] = value;
    return new Set(valueless);
  };
}
