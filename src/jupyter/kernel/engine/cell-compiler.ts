import { readFileSync } from "node:fs";
import { relative } from "node:path";
import type ts from "typescript";
import { blankExports } from "./blank-exports.js";
import { calledAround } from "./called-around.js";
import { withEarlierNamespaces } from "./cell-declarations.js";
import { compilerHostOverrides, isPackageTypes } from "./compiler-host.js";
import { commentBefore } from "./documentation.js";
import { type ExportedVariables, exportVariables } from "./export-variables.js";
import { FileWatch } from "./file-watch.js";
import { importMetaOfCommonJs } from "./import-meta.js";
import { leaveUnoptimized } from "./leave-unoptimized.js";
import { namelessResult } from "./nameless-result.js";
import { plainExports } from "./plain-exports.js";
import { type ColumnMap, createPositionMap, type PositionMap } from "./position-map.js";
import { awaitsToYields, firstWait, type WaitingKind, waitingKind } from "./resume-points.js";
import { sourcePath } from "./source-path.js";
import {
  tslabTypeScript as compiler,
  loadConverter,
  type TslabCompletions,
  type TslabConverter,
  type TslabDiagnostic,
} from "./tslab-typescript.js";

/** A cell ready to run. */
export interface CompiledCell {
  /** JavaScript that stores the cell's names as properties of `exports`. */
  readonly code: string;
  readonly waiting: WaitingKind;
  /** The values that the cell declares, by name. */
  readonly names: readonly string[];
  /** The property of `exports` with the value of a last expression, null if the cell ends in something else. */
  readonly resultName: string | null;
  /** What later cells may use, as declarations; given to the compiler with the next cell. */
  readonly declarations: string;
  /** Local modules to load anew, by path. */
  readonly modules: readonly CompiledModule[];
  readonly positions: PositionMap;
}

/** A local module of the notebook's folder as CommonJS. */
export interface CompiledModule {
  readonly path: string;
  readonly code: string;
  readonly positions: PositionMap;
  /** File, line and column where it waits at its top level, null if it does not. */
  readonly waitsAt: string | null;
}

/** What is known of a name. */
export interface Inspection {
  readonly info: ts.QuickInfo;
  readonly comment: string;
}

/** What the compiler says of a cell: runnable, or what is wrong with it. */
export type Compilation = CompiledCell | { readonly diagnostics: readonly TslabDiagnostic[] };

/** What came of a text that tslab had turned into CommonJS. */
interface Transpiled {
  readonly waiting: WaitingKind;
  readonly maps: readonly string[];
  readonly column: ColumnMap;
}

/** The compiler's functions that hold a part of it each. */
const { createProgram, createTypeChecker, createPrinter, transformNodes } = compiler;
const compilerClosures = [createProgram, createTypeChecker, createPrinter, transformNodes];

/** One line of tslab's own stands before the user's in what the compiler sees. */
const linesBefore = 1;
const marker = /\n\/\/# noisefloor=(\d+)\s*$/;

/** tslab's converter with what it lacks: source maps, and cells that can be resumed after each `await`. */
export class CellCompiler {
  readonly #converter: TslabConverter;
  readonly #files = new FileWatch();
  /** What came of each text that tslab had turned into CommonJS during the current conversion. */
  #transpiled: Transpiled[] = [];

  #comment = "";

  /** Takes a second or two: parses the types of the standard library and of Node. */
  constructor() {
    leaveUnoptimized(compilerClosures);
    const transpileModule: typeof ts.transpileModule = (input, options) => this.#transpile(input, options);
    const getQuickInfoAtPosition: typeof compiler.getQuickInfoAtPosition = (file, checker, ...rest) => {
      this.#comment = packageComment(file, checker, rest[1]);
      return compiler.getQuickInfoAtPosition(file, checker, ...rest);
    };
    const overrides = { ...compilerHostOverrides(this.#files), transpileModule, getQuickInfoAtPosition };
    this.#converter = loadConverter(overrides).createConverter();
  }

  /**
   * @param previous - the declarations that the last cell left
   */
  compile(previous: string, source: string): Compilation {
    this.#transpiled = [];
    this.#files.look();
    const converted = this.#converter.convert(previous, blankExports(source));
    if (converted.diagnostics.length > 0) return { diagnostics: converted.diagnostics };
    const { code, waiting, maps, column } = this.#unmark(converted.output ?? "");
    return {
      code,
      waiting,
      names: declaredNames(code),
      resultName: converted.lastExpressionVar ?? null,
      declarations: withEarlierNamespaces(previous, converted.declOutput ?? ""),
      modules: (converted.sideOutputs ?? []).map(({ path, data }) => {
        const module = this.#unmark(data);
        return {
          path,
          code: module.code,
          positions: createPositionMap(module.maps, module.column, 0),
          waitsAt: module.waiting === "never" ? null : placeOfWait(path),
        };
      }),
      positions: createPositionMap(maps, column, linesBefore),
    };
  }

  /** What the compiler knows of the name at an offset, else of the function in whose brackets that is, and what the comment there says. */
  inspect(previous: string, source: string, offset: number): Inspection | null {
    for (const place of [offset, ...calledAround(source, offset)]) {
      this.#comment = "";
      const info = this.#converter.inspect(previous, source, place);
      if (info !== undefined) return { info, comment: this.#comment };
    }
    return null;
  }

  complete(previous: string, source: string, offset: number): TslabCompletions {
    return this.#converter.complete(previous, source, offset);
  }

  #transpile(input: string, options: ts.TranspileOptions): ts.TranspileOutput {
    const [code, inlineMap] = splitSourceMap(input);
    const file = compiler.createSourceFile("cell.js", code, compiler.ScriptTarget.Latest);
    const isCell = inlineMap?.startsWith(cellMap) ?? false;
    const { code: exporting, column } = isCell ? exportVariables(code, file) : asItIs(code);
    const output = compiler.transpileModule(exporting, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
      transformers: isCell
        ? { before: [awaitsToYields, namelessResult], after: [plainExports] }
        : { before: [importMetaOfCommonJs] },
    });
    const maps = [output.sourceMapText, inlineMap].filter((map) => map !== undefined);
    this.#transpiled.push({ waiting: waitingKind(file), maps, column });
    const text = splitSourceMap(output.outputText)[0];
    return { ...output, outputText: `${text}\n//# noisefloor=${this.#transpiled.length - 1}` };
  }

  #unmark(text: string): Transpiled & { readonly code: string } {
    const index = Number(marker.exec(text)?.[1] ?? -1);
    const code = text.replace(marker, "");
    return { waiting: "never", maps: [], ...asItIs(code), ...this.#transpiled[index] };
  }
}

/** Where the source of a local module waits at its top level. */
function placeOfWait(path: string): string {
  const source = sourcePath(path);
  const file = compiler.createSourceFile(
    source,
    readFileSync(source, "utf8"),
    compiler.ScriptTarget.Latest,
    true,
  );
  const { line, character } = file.getLineAndCharacterOfPosition(firstWait(file)?.getStart(file) ?? 0);
  return `${relative(process.cwd(), source)}:${line + 1}:${character + 1}`;
}

/** How the source map of a cell begins; those of local modules name their own files. */
const cellMap = '{"version":3,"file":"__tslab__.js"';

function asItIs(code: string): ExportedVariables {
  return { code, column: (_, column) => column };
}

/** The comment of a name's declaration where that is in a package, whose comments the compiler has not read. */
function packageComment(file: ts.SourceFile, checker: ts.TypeChecker, offset: number): string {
  const named = checker.getSymbolAtLocation(compiler.getTouchingPropertyName(file, offset));
  const isAlias = named !== undefined && (named.flags & compiler.SymbolFlags.Alias) !== 0;
  const symbol = isAlias ? checker.getAliasedSymbol(named) : named;
  for (const declaration of symbol?.declarations ?? []) {
    const { fileName } = declaration.getSourceFile();
    if (!isPackageTypes(fileName)) continue;
    // The comment on a variable stands before its statement.
    const isVariable = compiler.isVariableDeclaration(declaration);
    const comment = commentBefore(fileName, (isVariable ? declaration.parent.parent : declaration).pos);
    if (comment !== "") return comment;
  }
  return "";
}

/** The names of a cell's values: its compiled code begins with giving each of them the value undefined. */
function declaredNames(code: string): readonly string[] {
  const [assignments] = /^exports\.[^\n]*= void 0;$/m.exec(code) ?? [""];
  return [...assignments.matchAll(/exports\.([^\s=]+) = /g)].map(([, name]) => name ?? "");
}

const mapComment =
  /\n?\/\/# sourceMappingURL=(?:data:application\/json;(?:charset=utf-8;)?base64,)?(\S*)\s*$/;

/** A compiler's output without its source map, and that map where it stands inline. */
function splitSourceMap(text: string): [code: string, map: string | undefined] {
  const found = mapComment.exec(text);
  if (found === null) return [text, undefined];
  const map = Buffer.from(found[1] ?? "", "base64").toString("utf8");
  return [text.slice(0, found.index), map.startsWith("{") ? map : undefined];
}
