import { inspect } from "node:util";
import type { ErrorReport } from "../engine.js";
import { inOwnWords } from "./own-words.js";
import { sourceExcerpt } from "./source-excerpt.js";
import { innermostPlace, type SourcePlace } from "./stack-positions.js";

const red = "\u001b[31m";
const grey = "\u001b[90m";
const bold = "\u001b[1m";
const reset = "\u001b[0m";
const framesShown = 10;
const deepestCause = 5;
const internalFrame = /\((?:node:|noisefloor-kernel)|at (?:async )?node:|\/jupyter\/kernel\//;

/** Where sources are found that stacks name. */
export type SourceOf = (file: string) => string | null;

/**
 * An error for people: what it is, the innermost line of the user's own code with the place marked, the stack, and its
 * causes in the same way.
 *
 * @param fileName - what stacks call the cell that failed
 * @param sourceOf - the text of a cell or local module
 */
export function errorReport(error: unknown, fileName: string, sourceOf: SourceOf): ErrorReport {
  const stack = stackOf(error);
  const { ename, evalue } = describe(error, stack, sourceOf);
  const own = innermostPlace(stack, (file) => file === fileName);
  return {
    ename,
    evalue,
    traceback: [`${red}${bold}${ename}${reset}: ${evalue}`, ...details(error, stack, sourceOf, 0)],
    position: own === null ? null : { line: own.line, column: own.column },
  };
}

function details(error: unknown, stack: string, sourceOf: SourceOf, depth: number): string[] {
  const place = innermostPlace(stack, (file) => sourceOf(file) !== null);
  return [
    ...(place === null ? [] : [excerpt(place, sourceOf(place.file) ?? "")]),
    ...frames(stack),
    ...properties(error),
    ...(depth < deepestCause ? causes(error, sourceOf, depth + 1) : []),
  ];
}

function excerpt({ file, line, column }: SourcePlace, source: string): string {
  const name = /^[\w$]+/.exec(source.split("\n")[line - 1]?.slice(column - 1) ?? "")?.[0] ?? " ";
  return `${grey}${file}:${line}:${column}${reset}\n${sourceExcerpt(source, { line, column, endColumn: column + name.length })}`;
}

function frames(stack: string): string[] {
  const all = stack.split("\n").filter((line) => /^\s+at /.test(line) && !internalFrame.test(line));
  const more = all.length - framesShown;
  const shown = [...all.slice(0, framesShown), ...(more > 0 ? [`    … ${more} more`] : [])];
  return shown.length === 0 ? [] : [`${grey}${shown.join("\n")}${reset}`];
}

/** What an error carries besides its message: `code`, `argument`, … */
function properties(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const hidden = new Set(["name", "message", "stack", "cause", "errors"]);
  const own = Object.entries(error).filter(([name]) => !hidden.has(name));
  return own.length === 0 ? [] : [inspect(Object.fromEntries(own), { depth: 1, colors: true })];
}

function causes(error: unknown, sourceOf: SourceOf, depth: number): string[] {
  if (!(error instanceof Error)) return [];
  const list: unknown[] = [...(error.cause === undefined ? [] : [error.cause])];
  if (error instanceof AggregateError) list.push(...error.errors);
  return list.slice(0, deepestCause).flatMap((cause) => {
    const stack = stackOf(cause);
    const { ename, evalue } = describe(cause, stack, sourceOf);
    const head = `Caused by ${red}${bold}${ename}${reset}: ${evalue}`;
    return [head, ...details(cause, stack, sourceOf, depth)];
  });
}

/** Name and message; whatever else was thrown is shown as it is. */
function describe(error: unknown, stack: string, sourceOf: SourceOf): { ename: string; evalue: string } {
  try {
    if (error instanceof Error || isErrorLike(error)) {
      const name = String(error.name || error.constructor?.name || "Error");
      const message = String(error.message);
      if (name !== "TypeError") return { ename: name, evalue: message };
      const place = innermostPlace(stack, (file) => sourceOf(file) !== null);
      const source = place === null ? null : sourceOf(place.file);
      return { ename: name, evalue: source === null ? message : inOwnWords(message, source) };
    }
    return { ename: "Error", evalue: typeof error === "string" ? error : inspect(error) };
  } catch {
    return { ename: "Error", evalue: "something was thrown that cannot be shown" };
  }
}

function stackOf(error: unknown): string {
  try {
    const stack: unknown = (error as { stack?: unknown } | null | undefined)?.stack;
    return typeof stack === "string" ? stack : "";
  } catch {
    return "";
  }
}

/** Errors of other realms fail `instanceof`. */
function isErrorLike(value: unknown): value is Error {
  if (typeof value !== "object" || value === null) return false;
  const { name, message, stack } = value as Partial<Error>;
  return [name, message, stack].every((part) => typeof part === "string");
}
