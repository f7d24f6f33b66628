import type { ErrorReport } from "../engine.js";
import { hintOnForeignSyntax } from "./foreign-syntax.js";
import { sourceExcerpt } from "./source-excerpt.js";
import type { TslabDiagnostic } from "./tslab-typescript.js";

const red = "\u001b[31m";
const cyan = "\u001b[36m";
const reset = "\u001b[0m";
const mostShown = 10;

/** Codes below are complaints about the grammar, those above about types and names. */
const firstSemanticCode = 2000;

/**
 * What the compiler has against a cell, in its own words, each place marked.
 *
 * @param fileName - what stacks call the cell
 * @param readModule - the source of a local module, by its path relative to the notebook's folder
 */
export function diagnosticReport(
  diagnostics: readonly TslabDiagnostic[],
  source: string,
  fileName: string,
  readModule: (path: string) => string | null,
): ErrorReport {
  const ordered = chained([...diagnostics].sort((a, b) => severity(a) - severity(b)));
  const [first] = ordered;
  const ename = first !== undefined && first.code < firstSemanticCode ? "SyntaxError" : "TypeScriptError";
  const shown = ordered.slice(0, mostShown).map((diagnostic) => {
    const { start, end, fileName: path, reasons } = diagnostic;
    const text = path === undefined ? source : readModule(path);
    const line = start.line + 1;
    const endColumn = end.line === start.line ? end.character + 1 : Number.POSITIVE_INFINITY;
    const head = `${cyan}${path ?? fileName}:${line}:${start.character + 1}${reset} - ${red}${words(diagnostic)}${reset}`;
    const lines = [head, ...reasons.map((reason, depth) => `${"  ".repeat(depth + 1)}${words(reason)}`)];
    if (text !== null) lines.push(sourceExcerpt(text, { line, column: start.character + 1, endColumn }));
    return lines.join("\n");
  });
  const more = ordered.length - shown.length;
  const line = source.split("\n")[first?.start.line ?? 0] ?? "";
  const hint = first?.fileName === undefined ? hintOnForeignSyntax(line) : null;
  const own = ordered.find((diagnostic) => diagnostic.fileName === undefined);
  return {
    ename,
    evalue:
      first === undefined
        ? ""
        : `${words(first)}${ordered.length > 1 ? ` (and ${ordered.length - 1} more)` : ""}`,
    traceback: [
      ...shown,
      ...(more > 0 ? [`… and ${more} more errors`] : []),
      ...(hint === null ? [] : [hint]),
    ],
    position: own === undefined ? null : { line: own.start.line + 1, column: own.start.character + 1 },
  };
}

/** A complaint with its reasons, each that of the one before. */
interface ChainedDiagnostic extends TslabDiagnostic {
  readonly reasons: readonly TslabDiagnostic[];
}

/** tslab makes complaints of their own, about the same place, of the reasons that the compiler gives. */
function chained(diagnostics: readonly TslabDiagnostic[]): readonly ChainedDiagnostic[] {
  const chains: (ChainedDiagnostic & { reasons: TslabDiagnostic[] })[] = [];
  for (const diagnostic of diagnostics) {
    const last = chains.at(-1);
    if (last !== undefined && severity(last) === 1 && isSamePlace(last, diagnostic))
      last.reasons.push(diagnostic);
    else chains.push({ ...diagnostic, reasons: [] });
  }
  return chains;
}

function isSamePlace(one: TslabDiagnostic, other: TslabDiagnostic): boolean {
  return (
    one.start.offset === other.start.offset &&
    one.end.offset === other.end.offset &&
    one.fileName === other.fileName
  );
}

/** Errors of grammar first: those of types and names mostly follow from them. */
function severity({ code }: TslabDiagnostic): number {
  return code < firstSemanticCode ? 0 : 1;
}

function words({ code, messageText }: TslabDiagnostic): string {
  return `TS${code}: ${messageText}`;
}
