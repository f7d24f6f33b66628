import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/**
 * Writes `{ x }` as `{ x: exports.x }` where `x` comes from an earlier cell. tslab replaces names of earlier cells by
 * properties of `exports`, but leaves out this form, in which the name is not an expression of its own.
 */
export function expandShorthandProperties(
  checker: ts.TypeChecker,
  isEarlierCell: (file: ts.SourceFile) => boolean,
): ts.TransformerFactory<ts.SourceFile> {
  return (context) => (file) => {
    const { factory } = context;
    const visit = (node: ts.Node): ts.Node => {
      if (!compiler.isShorthandPropertyAssignment(node)) {
        return compiler.visitEachChild(node, visit, context);
      }
      const declarations = checker.getShorthandAssignmentValueSymbol(node)?.declarations ?? [];
      const isEarlier = declarations.some((declaration) => isEarlierCell(declaration.getSourceFile()));
      if (!isEarlier) return compiler.visitEachChild(node, visit, context);
      const value = factory.createPropertyAccessExpression(
        factory.createIdentifier("exports"),
        node.name.text,
      );
      const fallback = node.objectAssignmentInitializer;
      return factory.createPropertyAssignment(
        node.name.text,
        fallback === undefined
          ? value
          : factory.createAssignment(value, compiler.visitNode(fallback, visit) as ts.Expression),
      );
    };
    return compiler.visitEachChild(file, visit, context);
  };
}
