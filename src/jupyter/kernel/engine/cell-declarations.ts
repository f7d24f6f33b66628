import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/**
 * The declarations after a cell that did not come to its end: its own, except for the names that have no value, which
 * are again what they were before.
 *
 * @param previous - the declarations before the cell
 * @param declared - those that it would have left
 */
export function declarationsAfterFailure(
  previous: string,
  declared: string,
  valueless: ReadonlySet<string>,
): string {
  if (valueless.size === 0) return declared;
  const own = filterDeclarations(declared, (name) => !valueless.has(name));
  const earlier = filterDeclarations(previous, (name, isValue) => isValue && valueless.has(name));
  return own + earlier;
}

/** The declarations after a cell with the namespaces from before it, which tslab forgets. */
export function withEarlierNamespaces(previous: string, declared: string): string {
  if (!/^declare namespace /m.test(previous)) return declared;
  const known = new Set<string>();
  filterDeclarations(declared, (name) => known.add(name) !== undefined);
  return declared + filterDeclarations(previous, (name, _, kind) => isNamespace(kind) && !known.has(name));
}

const isNamespace = (kind: ts.SyntaxKind) => kind === compiler.SyntaxKind.ModuleDeclaration;

type Filter = (name: string, isValue: boolean, kind: ts.SyntaxKind) => boolean;

/** Declarations less the names that a filter refuses, of a text in which no name stands within a pattern. */
function filterDeclarations(text: string, keeps: Filter): string {
  const file = compiler.createSourceFile("declarations.d.ts", text, compiler.ScriptTarget.Latest);
  const { factory } = compiler;
  const keepsNode = (node: ts.Node & { readonly name?: ts.Node | undefined }, isValue = true) =>
    node.name === undefined || keeps((node.name as ts.Identifier).text, isValue, node.kind);

  const filtered = (statement: ts.Statement): ts.Statement | null => {
    if (compiler.isVariableStatement(statement)) {
      const { declarations, flags } = statement.declarationList;
      const kept = declarations.filter((declaration) => keepsNode(declaration));
      if (kept.length === 0) return null;
      const list = factory.createVariableDeclarationList(kept, flags);
      return factory.updateVariableStatement(statement, statement.modifiers, list);
    }
    if (compiler.isImportDeclaration(statement)) {
      const clause = statement.importClause && filteredImport(statement.importClause);
      if (clause === undefined) return null;
      const { modifiers, moduleSpecifier, assertClause } = statement;
      return factory.updateImportDeclaration(statement, modifiers, clause, moduleSpecifier, assertClause);
    }
    const isType = compiler.isInterfaceDeclaration(statement) || compiler.isTypeAliasDeclaration(statement);
    return keepsNode(statement, !isType) ? statement : null;
  };

  const filteredImport = (clause: ts.ImportClause): ts.ImportClause | undefined => {
    const { isTypeOnly } = clause;
    const name = clause.name !== undefined && keepsNode(clause, !isTypeOnly) ? clause.name : undefined;
    let bindings = clause.namedBindings;
    if (bindings !== undefined && compiler.isNamedImports(bindings)) {
      const kept = bindings.elements.filter((one) => keepsNode(one, !isTypeOnly && !one.isTypeOnly));
      bindings = kept.length === 0 ? undefined : factory.updateNamedImports(bindings, kept);
    } else if (bindings !== undefined && !keepsNode(bindings, !isTypeOnly)) bindings = undefined;
    if (name === undefined && bindings === undefined) return undefined;
    return factory.updateImportClause(clause, isTypeOnly, name, bindings);
  };

  const statements = file.statements.map(filtered).filter((statement) => statement !== null);
  return compiler.createPrinter().printFile(factory.updateSourceFile(file, statements));
}
