/** `(0 , module_1.name)`, `exports.name` or `module_1.name`, as the compiler writes them. */
const generatedName = /\(0 , \w+_\d+\.([\w$]+)\)|\b(?:exports|(\w+?)_\d+)\.([\w$]+)/g;
const defaultImport = /\bimport\s+([\w$]+)[^;"']*?\bfrom\s*["'](?:[^"']*\/)?([^"'/]+)["']/g;

/**
 * What an engine's message calls a name of the notebook, in the words of who wrote it: `exports.x` is `x`, and `fs_1.default` is what the
 * import calls it. Anything that the source has itself stays.
 *
 * @param source - the code in which the error arose
 */
export function inOwnWords(message: string, source: string): string {
  return message.replace(generatedName, (found, called?: string, module?: string, member?: string) => {
    if (source.includes(found)) return found;
    const isDefault = module !== undefined && member === "default";
    return (isDefault ? importedAs(module, source) : (called ?? member)) ?? found;
  });
}

/** @param module - the last part of its path, with underscores for what names cannot have */
function importedAs(module: string, source: string): string {
  const imports = [...source.matchAll(defaultImport)];
  return imports.find(([, , path]) => path?.replace(/\W/g, "_") === module)?.[1] ?? module;
}
