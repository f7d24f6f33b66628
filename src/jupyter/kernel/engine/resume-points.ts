import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** How a cell's JavaScript waits for promises. */
export type WaitingKind = "never" | "yields" | "awaits";

/**
 * Whether code waits at its top level: "yields" if all its waiting can be done by whoever runs it as a generator,
 * "awaits" if it has a `for await`, which only an async function can run.
 */
export function waitingKind(file: ts.SourceFile): WaitingKind {
  const waits = waitsOf(file);
  return waits.length === 0 ? "never" : waits.some(compiler.isForOfStatement) ? "awaits" : "yields";
}

/** Where a file first waits at its top level. */
export function firstWait(file: ts.SourceFile): ts.Node | undefined {
  return waitsOf(file)[0];
}

/** Every `await` and `for await` of the top level, in their order. */
function waitsOf(file: ts.SourceFile): readonly ts.Node[] {
  const waits: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (startsScope(node)) return;
    const isLoop = compiler.isForOfStatement(node) && node.awaitModifier !== undefined;
    if (isLoop || compiler.isAwaitExpression(node)) waits.push(node);
    compiler.forEachChild(node, visit);
  };
  compiler.forEachChild(file, visit);
  return waits;
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
