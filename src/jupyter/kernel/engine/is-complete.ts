import type ts from "typescript";
import type { Completeness } from "../engine.js";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** TypeScript's codes for what may end in a later line, a comment or a template, and for what may not: texts, expressions. */
const mayEndLater = new Set([1010, 1160]);
const endsInLine = new Set([1002, 1161]);

/** Whether code could run as it stands, goes on in the next line, or can never become right. */
export function isComplete(code: string): Completeness {
  const file = compiler.createSourceFile("cell.ts", `export {};${code}`, compiler.ScriptTarget.Latest, true);
  const errors = (file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] }).parseDiagnostics;
  const end = file.text.trimEnd().length;
  // What is missing at the very end may still come; an error before it will not go away.
  const isAtEnd = ({ start = 0, code: number }: ts.Diagnostic) =>
    mayEndLater.has(number) || (start >= end && !endsInLine.has(number));
  const status =
    errors.length > 0
      ? errors.every(isAtEnd)
        ? "incomplete"
        : "invalid"
      : lacksBody(file.statements.at(-1))
        ? "incomplete"
        : "complete";
  return { status, indent: status === "incomplete" ? nextIndent(code) : "" };
}

/** `function f()` alone is legal as an overload, yet its body is what comes next. */
function lacksBody(statement: ts.Statement | undefined): boolean {
  return (
    statement !== undefined &&
    compiler.isFunctionDeclaration(statement) &&
    statement.body === undefined &&
    !statement.getText().endsWith(";") &&
    !statement.modifiers?.some(({ kind }) => kind === compiler.SyntaxKind.DeclareKeyword)
  );
}

/** That of the last line, and two more after an opening bracket. */
function nextIndent(code: string): string {
  const line = code.trimEnd().split("\n").at(-1) ?? "";
  const indent = /^\s*/.exec(line)?.[0] ?? "";
  return /[{([]\s*(?:\/\/.*)?$|=>\s*$/.test(line) ? `${indent}  ` : indent;
}
