import { createRequire } from "node:module";
import type ts from "typescript";

/** TypeScript as tslab has it: a build of its own, with a few names more than the official one. */
export type TslabTypeScript = typeof ts & {
  /** The token before a place: not in the official types. */
  readonly getTouchingPropertyName: (file: ts.SourceFile, position: number) => ts.Node;
  readonly getQuickInfoAtPosition: (
    file: ts.SourceFile,
    checker: ts.TypeChecker,
    cancellation: unknown,
    position: number,
  ) => ts.QuickInfo | undefined;
  readonly createTypeChecker: (...args: never) => unknown;
  readonly transformNodes: (...args: never) => unknown;
};

/** `require` as tslab's own files have it. */
const tslabRequire: NodeJS.Require = createRequire(
  createRequire(import.meta.url).resolve("tslab/package.json"),
);

const typescriptPath = tslabRequire.resolve("@tslab/typescript-for-tslab");

/** The compiler of tslab's converter. */
export const tslabTypeScript: TslabTypeScript = tslabRequire(typescriptPath);

/**
 * Loads tslab's converter so that it meets some functions of the compiler in our version. The compiler's module
 * is frozen, therefore an object in front of it takes its place while tslab loads.
 */
export function loadConverter(overrides: Partial<TslabTypeScript>): TslabConverterModule {
  const cached = tslabRequire.cache[typescriptPath];
  if (cached === undefined) throw new Error("the compiler is not loaded");
  const original = cached.exports;
  const properties = Object.entries({ __esModule: true, ...overrides }).map(([name, value]) => [
    name,
    { value, enumerable: true },
  ]);
  cached.exports = Object.create(tslabTypeScript, Object.fromEntries(properties));
  const converterPath = tslabRequire.resolve("./dist/converter.js");
  delete tslabRequire.cache[converterPath];
  try {
    return tslabRequire(converterPath);
  } finally {
    cached.exports = original;
  }
}

/** What we use of `tslab/dist/converter`. */
export interface TslabConverterModule {
  readonly createConverter: (options?: { readonly isJS?: boolean }) => TslabConverter;
}

/** A place in a cell; lines and characters count from 0. */
export interface TslabPosition {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

/** One complaint of the compiler. */
export interface TslabDiagnostic {
  readonly start: TslabPosition;
  readonly end: TslabPosition;
  readonly messageText: string;
  readonly category: number;
  readonly code: number;
  /** Set if it is not about the cell but about a local module, relative to the notebook's folder. */
  readonly fileName?: string;
}

/** What tslab makes of a cell. */
export interface TslabConversion {
  readonly diagnostics: readonly TslabDiagnostic[];
  readonly output?: string;
  /** The declarations of this cell and of those before it. */
  readonly declOutput?: string;
  /** The export that holds the value of a last expression. */
  readonly lastExpressionVar?: string;
  /** JavaScript of local modules that changed. */
  readonly sideOutputs?: readonly { readonly path: string; readonly data: string }[];
}

/** tslab's converter of cells; it compiles in the process's working directory. */
export interface TslabConverter {
  readonly convert: (previous: string, source: string) => TslabConversion;
  readonly inspect: (previous: string, source: string, position: number) => ts.QuickInfo | undefined;
  readonly complete: (previous: string, source: string, position: number) => TslabCompletions;
  readonly close: () => void;
}

/** Completions as tslab ranks them. */
export interface TslabCompletions {
  readonly start: number;
  readonly end: number;
  readonly candidates: readonly string[];
  readonly original?: { readonly entries?: readonly { readonly name: string; readonly kind: string }[] };
}
