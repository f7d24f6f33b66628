import { createRequire } from "node:module";
import type ts from "typescript";
import type { ParameterLanguage } from "./parameter-language.js";

/** Name of a parameter → the source of its type, where its default tells it. */
export type DefaultParameters = ReadonlyMap<string, string | null>;

/** The variables that a cell declares at its top level. */
export function defaultParameters(source: string, language: ParameterLanguage): DefaultParameters {
  return language === "python" ? pythonAssignments(source) : declarations(source);
}

/** One assignment a line, as in `n: int = 10`; what is indented belongs to something else. */
function pythonAssignments(source: string): DefaultParameters {
  const names = [...source.matchAll(/^([\p{XID_Start}_]\p{XID_Continue}*)[ \t]*(?::[^=\n]+)?=(?!=)/gmu)];
  return new Map(names.map(([, name = ""]) => [name, null]));
}

function declarations(source: string): DefaultParameters {
  const compiler = loadCompiler();
  const file = compiler.createSourceFile("parameters.ts", source, compiler.ScriptTarget.Latest, true);
  const found = new Map<string, string | null>();
  const add = (name: ts.BindingName, type: string | null): void => {
    if (compiler.isIdentifier(name)) {
      found.set(name.text, type);
      return;
    }
    for (const element of name.elements) if (compiler.isBindingElement(element)) add(element.name, null);
  };
  for (const statement of file.statements) {
    if (!compiler.isVariableStatement(statement)) continue;
    for (const { name, type, initializer } of statement.declarationList.declarations) {
      add(name, type?.getText() ?? literalType(compiler, initializer));
    }
  }
  return found;
}

/** The type to which TypeScript widens a literal. */
function literalType(compiler: typeof ts, initializer: ts.Expression | undefined): string | null {
  if (initializer === undefined) return null;
  const { SyntaxKind } = compiler;
  if (compiler.isPrefixUnaryExpression(initializer)) {
    return initializer.operator === SyntaxKind.ExclamationToken
      ? "boolean"
      : literalType(compiler, initializer.operand);
  }
  if (compiler.isNumericLiteral(initializer)) return "number";
  if (compiler.isStringLiteralLike(initializer) || compiler.isTemplateExpression(initializer))
    return "string";
  const isBoolean = [SyntaxKind.TrueKeyword, SyntaxKind.FalseKeyword].includes(initializer.kind);
  return isBoolean ? "boolean" : null;
}

/** The compiler that comes with tslab; it is loaded only here, since that takes a third of a second. */
function loadCompiler(): typeof ts {
  return createRequire(createRequire(import.meta.url).resolve("tslab/package.json"))(
    "@tslab/typescript-for-tslab",
  );
}
