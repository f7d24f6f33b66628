import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** How tslab calls the value of a last expression; a digit follows where the cell has that name itself. */
const resultName = /^tsLastExpr\d*$/;

/** Keeps a function that is the last expression of a cell from being called like the variable that tslab puts it in. */
export const namelessResult: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (compiler.isVariableStatement(node) || compiler.isVariableDeclarationList(node))
      return compiler.visitEachChild(node, visit, context);
    if (!compiler.isVariableDeclaration(node) || !compiler.isIdentifier(node.name)) return node;
    if (node.initializer === undefined || !resultName.test(node.name.text)) return node;
    // A function is called like a variable only where it is all of what that is given.
    const value = factory.createParenthesizedExpression(
      factory.createComma(factory.createNumericLiteral(0), node.initializer),
    );
    return factory.updateVariableDeclaration(node, node.name, undefined, undefined, value);
  };
  return compiler.visitEachChild(file, visit, context);
};
