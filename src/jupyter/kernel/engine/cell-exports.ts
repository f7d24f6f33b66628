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
