import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** Where the compiler keeps to which files the imports of one lead; not in the official types. */
interface ResolvedFile extends ts.SourceFile {
  readonly resolvedModules?: {
    forEach(visit: (found: ts.ResolvedModuleWithFailedLookupLocations) => void): void;
  };
}

/**
 * Makes programs without the state from which a compiler tells what a change affects: to gather it takes as long as to check a cell, and a
 * cell is looked at in any case. Of all that it holds, tslab asks only for the sources that a file imports.
 */
export const createLightBuilder: ts.CreateProgram<ts.BuilderProgram> = (...args) => {
  const builder = compiler.createAbstractBuilder(
    ...(args as Parameters<typeof compiler.createAbstractBuilder>),
  );
  builder.getAllDependencies = (file) => sourcesOf(builder.getProgram(), file);
  return builder;
};

/** A file and all sources that it imports, directly or not; declarations lead to no sources. */
function sourcesOf(program: ts.Program, first: ts.SourceFile): readonly string[] {
  const found = new Set<string>();
  const visit = (file: ResolvedFile | undefined): void => {
    if (file === undefined || file.isDeclarationFile || found.has(file.fileName)) return;
    found.add(file.fileName);
    file.resolvedModules?.forEach(({ resolvedModule }) => {
      if (resolvedModule !== undefined) visit(program.getSourceFile(resolvedModule.resolvedFileName));
    });
  };
  visit(first);
  return [...found];
}
