import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** Where the names of the functions stand in whose brackets a place is, the innermost first. */
export function calledAround(code: string, offset: number): readonly number[] {
  const file = compiler.createSourceFile("cell.ts", code, compiler.ScriptTarget.Latest);
  const places: number[] = [];
  const visit = (node: ts.Node): void => {
    if (offset < node.pos || offset > node.end) return;
    if ((compiler.isCallExpression(node) || compiler.isNewExpression(node)) && offset > node.expression.end) {
      const { expression } = node;
      const name = compiler.isPropertyAccessExpression(expression) ? expression.name : expression;
      places.unshift(name.getStart(file));
    }
    compiler.forEachChild(node, visit);
  };
  visit(file);
  return places;
}
