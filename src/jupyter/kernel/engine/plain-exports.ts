import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/**
 * Turns what the compiler makes of imports, getters that can be defined only once, into plain values of `exports`: a later
 * cell may give the name another one.
 */
export const plainExports: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const statements = file.statements.map((statement) => {
    const definition = generatedDefinition(statement);
    if (definition === null) return statement;
    const target = factory.createElementAccessExpression(
      factory.createIdentifier("exports"),
      factory.createStringLiteral(definition.name),
    );
    return factory.createExpressionStatement(factory.createAssignment(target, definition.value));
  });
  return factory.updateSourceFile(file, statements);
};

/** `Object.defineProperty(exports, name, { …, get: function () { return value; } })` as the compiler writes it. */
function generatedDefinition(
  statement: ts.Statement,
): { readonly name: string; readonly value: ts.Expression } | null {
  // What the user has written has a place in the text.
  if (!compiler.isExpressionStatement(statement) || !compiler.isCallExpression(statement.expression))
    return null;
  const { expression, arguments: given, pos } = statement.expression;
  const [target, name, attributes] = given;
  const isDefinition =
    pos < 0 && compiler.isPropertyAccessExpression(expression) && expression.name.text === "defineProperty";
  if (!isDefinition || target === undefined || !compiler.isIdentifier(target) || target.text !== "exports")
    return null;
  if (name === undefined || !compiler.isStringLiteral(name)) return null;
  if (attributes === undefined || !compiler.isObjectLiteralExpression(attributes)) return null;
  const getter = attributes.properties.at(-1);
  if (getter === undefined || !compiler.isPropertyAssignment(getter)) return null;
  if (!compiler.isFunctionExpression(getter.initializer)) return null;
  const [returned] = getter.initializer.body.statements;
  if (returned === undefined || !compiler.isReturnStatement(returned)) return null;
  return returned.expression === undefined ? null : { name: name.text, value: returned.expression };
}
