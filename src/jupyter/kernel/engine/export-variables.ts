import type ts from "typescript";
import type { ColumnMap } from "./position-map.js";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

const keyword = "export ";

/** A cell's JavaScript whose variables are exported where they are declared. */
export interface ExportedVariables {
  readonly code: string;
  /** What a column of the new code was in the old; both count from 0. */
  readonly column: ColumnMap;
}

/**
 * Exports the `let` and `var` of a cell, unless they are patterns, where they are declared, and not, as tslab does, in a list at its end. So the
 * functions of the cell read and write what later cells see, rather than a variable of their own that nobody else has.
 */
export function exportVariables(code: string, file: ts.SourceFile): ExportedVariables {
  const list = file.statements.findLast(isExportList);
  const same = { code, column: (_: number, column: number) => column };
  if (list === undefined) return same;
  const exported = new Set(list.exportClause.elements.map(({ name }) => name.text));
  const starts: number[] = [];
  for (const statement of file.statements) {
    if (!compiler.isVariableStatement(statement) || statement.modifiers !== undefined) continue;
    const { declarations, flags } = statement.declarationList;
    const names = declarations.map(({ name }) => name).filter(compiler.isIdentifier);
    // Of a pattern the compiler would make something that takes arrays only.
    if ((flags & compiler.NodeFlags.Const) !== 0 || names.length < declarations.length) continue;
    starts.push(statement.getStart(file));
    for (const { text } of names) exported.delete(text);
  }
  if (starts.length === 0) return same;
  let changed = `${code.slice(0, list.getStart(file))}export { ${[...exported].join(", ")} };${code.slice(list.end)}`;
  for (const start of starts.toReversed())
    changed = `${changed.slice(0, start)}${keyword}${changed.slice(start)}`;
  const lines = new Set(starts.map((start) => file.getLineAndCharacterOfPosition(start).line));
  return {
    code: changed,
    // The compiler begins each statement on a line of its own.
    column: (line, column) => (lines.has(line) ? Math.max(0, column - keyword.length) : column),
  };
}

function isExportList(
  statement: ts.Statement,
): statement is ts.ExportDeclaration & { readonly exportClause: ts.NamedExports } {
  if (!compiler.isExportDeclaration(statement) || statement.moduleSpecifier !== undefined) return false;
  const { exportClause } = statement;
  return (
    exportClause !== undefined &&
    compiler.isNamedExports(exportClause) &&
    exportClause.elements.every(({ propertyName }) => propertyName === undefined)
  );
}
