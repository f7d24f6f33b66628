import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/**
 * Code with blanks where it exports names of its own: a cell's names are the notebook's anyway, and code that comes from
 * a module is to run as it stands. Positions stay.
 */
export function blankExports(code: string): string {
  if (!/\bexport\b/.test(code)) return code;
  const file = compiler.createSourceFile("cell.tsx", code, compiler.ScriptTarget.Latest);
  let blanked = code;
  const blank = (from: number, to: number) => {
    blanked = blanked.slice(0, from) + blanked.slice(from, to).replace(/[^\n]/g, " ") + blanked.slice(to);
  };
  for (const statement of file.statements) {
    if (compiler.isExportDeclaration(statement)) {
      const { moduleSpecifier, exportClause } = statement;
      if (moduleSpecifier === undefined && exportClause !== undefined)
        blank(statement.getStart(file), statement.end);
      continue;
    }
    const modifiers = compiler.canHaveModifiers(statement) ? (compiler.getModifiers(statement) ?? []) : [];
    // A default export needs no name, which a declaration does.
    const isNamed = (statement as { readonly name?: unknown }).name !== undefined;
    const isDefault = modifiers.some(({ kind }) => kind === compiler.SyntaxKind.DefaultKeyword);
    if (isDefault && !isNamed) continue;
    for (const modifier of modifiers) {
      const { kind } = modifier;
      if (kind === compiler.SyntaxKind.ExportKeyword || kind === compiler.SyntaxKind.DefaultKeyword)
        blank(modifier.getStart(file), modifier.end);
    }
  }
  return blanked;
}
