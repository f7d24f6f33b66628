import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** How a cell's JavaScript waits for promises. */
export type WaitingKind = "never" | "yields" | "awaits";

/**
 * Whether code waits at its top level: "yields" if all its waiting can be done by whoever runs it as a generator,
 * "awaits" if it has a `for await`, which only an async function can run.
 */
export function waitingKind(file: ts.SourceFile): WaitingKind {
  let kind: WaitingKind = "never";
  const visit = (node: ts.Node): void => {
    if (startsScope(node) || kind === "awaits") return;
    if (compiler.isForOfStatement(node) && node.awaitModifier !== undefined) kind = "awaits";
    else if (compiler.isAwaitExpression(node)) kind = "yields";
    compiler.forEachChild(node, visit);
  };
  compiler.forEachChild(file, visit);
  return kind;
}

/**
 * Turns each `await` of a cell's top level into a `yield`: the cell becomes the body of a generator, and whoever runs
 * it resumes it after each wait from the outside. So every stretch between two waits can be interrupted.
 */
export const awaitsToYields: ts.TransformerFactory<ts.SourceFile> = (context) => (file) => {
  if (waitingKind(file) !== "yields") return file;
  const { factory } = context;
  const visit = (node: ts.Node): ts.Node => {
    if (startsScope(node)) return node;
    const visited = compiler.visitEachChild(node, visit, context);
    return compiler.isAwaitExpression(visited)
      ? factory.createParenthesizedExpression(factory.createYieldExpression(undefined, visited.expression))
      : visited;
  };
  return compiler.visitEachChild(file, visit, context);
};

/** Whether `await` inside a node is no longer that of the cell. */
function startsScope(node: ts.Node): boolean {
  return (
    compiler.isFunctionLike(node) ||
    compiler.isPropertyDeclaration(node) ||
    compiler.isClassStaticBlockDeclaration(node)
  );
}
