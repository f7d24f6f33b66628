import { isBuiltin } from "node:module";
import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import type ts from "typescript";
import { allowPackagePaths } from "./allow-package-paths.js";
import { blankComments } from "./blank-comments.js";
import type { FileWatch } from "./file-watch.js";
import { globalTypes, globalTypesFile } from "./global-types.js";
import { createLightBuilder } from "./light-builder.js";
import { expandShorthandProperties } from "./shorthand-properties.js";
import { tslabTypeScript as compiler, type TslabTypeScript } from "./tslab-typescript.js";

type Host = ts.WatchCompilerHostOfFilesAndCompilerOptions<ts.EmitAndSemanticDiagnosticsBuilderProgram>;

/** Where packages are looked for that the notebook's folder does not know: the kernel's own installation. */
const ownFile = fileURLToPath(import.meta.url);
/** Of its compiled files, as the compiler writes paths. */
const ownFolder = fileURLToPath(new URL("../../../", import.meta.url)).replaceAll("\\", "/");

/** The name of tslab's file that declares what earlier cells left. */
const declarationsFile = "__prev__.d.ts";

/**
 * The functions with which tslab sets up its compiler, tuned: top-level `await` as in any module, source maps,
 * the newest library, types of packages from the kernel's installation too, and a faster start.
 */
export function compilerHostOverrides(watch: FileWatch): Partial<TslabTypeScript> {
  const createWatchCompilerHost = (
    files: string[],
    options: ts.CompilerOptions,
    system: ts.System,
    _: unknown,
    ...rest: unknown[]
  ): Host => {
    Object.assign(options, {
      // Names of files as editors complete them.
      allowImportingTsExtensions: true,
      disableTopLevelAwait: false,
      inlineSourceMap: true,
      lib: ["lib.es2023.d.ts"],
      // A script of the folder without any import or export is loaded like the others.
      moduleDetection: compiler.ModuleDetectionKind.Force,
      types: ["node"],
    });
    lightenSystem(system);
    const create = compiler.createWatchCompilerHost as (...args: unknown[]) => Host;
    const host = create([...files, globalTypesFile], options, system, createLightBuilder, ...rest);
    resolveFromInstallation(host, options);
    return host;
  };
  const createWatchProgram = (host: Host): ts.Watch<ts.BuilderProgram> => {
    const receive = host.afterProgramCreate;
    host.afterProgramCreate = (builder) => {
      allowPackagePaths(builder.getProgram().getTypeChecker());
      receive?.(withShorthandProperties(builder));
    };
    return compiler.createWatchProgram(host);
  };
  const sys = Object.assign(Object.create(compiler.sys), { watchFile: watch.watchFile });
  return { createWatchCompilerHost, createWatchProgram, sys } as unknown as Partial<TslabTypeScript>;
}

/** Packages are not watched, nor are their comments read; what stands in the notebook's folder is. */
function lightenSystem(system: ts.System): void {
  const { fileExists, readFile, watchFile } = system;
  system.fileExists = (path) => path === globalTypesFile || fileExists(path);
  system.readFile = (path, encoding) => {
    if (path === globalTypesFile) return globalTypes;
    const text = readFile(path, encoding);
    return text !== undefined && isPackageTypes(path) ? blankComments(text) : text;
  };
  system.watchFile = (path, ...rest) =>
    isPackageFile(path) || watchFile === undefined ? { close: () => {} } : watchFile(path, ...rest);
  system.watchDirectory = () => ({ close: () => {} });
}

function isPackageFile(path: string): boolean {
  return path.includes("/node_modules/");
}

/** Whether a file's doc comments are blanked while the compiler reads it. */
export function isPackageTypes(path: string): boolean {
  return isPackageFile(path) && path.endsWith(".d.ts");
}

function resolveFromInstallation(host: Host, options: ts.CompilerOptions): void {
  const directory = host.getCurrentDirectory();
  const ways = [
    options,
    // Packages that say where their types are by `exports` alone; the way of old comes first, as stock tslab knows that only.
    { ...options, moduleResolution: compiler.ModuleResolutionKind.Bundler },
  ];
  /** Looks by each way, with caches of its own. */
  const createResolver = () => {
    const caches = ways.map((way) => compiler.createModuleResolutionCache(directory, (name) => name, way));
    return (name: string, from: string, isCached: boolean): ts.ResolvedModuleFull | undefined => {
      for (const [i, way] of ways.entries()) {
        if (i > 0 && name.startsWith(".")) break;
        const cache = isCached ? caches[i] : undefined;
        const { resolvedModule } = compiler.resolveModuleName(name, from, way, host, cache);
        if (resolvedModule !== undefined) return resolvedModule;
      }
      return undefined;
    };
  };
  const [resolveForPackages, resolveForCells] = [createResolver(), createResolver()];
  host.resolveModuleNames = (names, containingFile) =>
    names.map((name) => {
      // Their types declare themselves.
      if (isBuiltin(name)) return undefined;
      const beside = declarationBeside(name, containingFile, host);
      if (beside !== undefined) return beside;
      // What cells import may have been installed a moment ago; what packages import stays.
      if (isPackageFile(containingFile)) return resolveForPackages(name, containingFile, true);
      if (name.startsWith(".")) return atRealPath(resolveForCells(name, containingFile, false), host);
      return resolveForCells(name, containingFile, false) ?? resolveForCells(name, ownFile, true);
    });
  host.hasInvalidatedResolutions = () => false;
}

/** What a package's declarations import from each other, without the search for sources that packages do not have. */
function declarationBeside(name: string, from: string, host: Host): ts.ResolvedModuleFull | undefined {
  if (!/^\.\.?\/.*\.js$/.test(name) || !(isPackageTypes(from) || from.startsWith(ownFolder)))
    return undefined;
  const resolvedFileName = posix.join(posix.dirname(from), name.replace(/js$/, "d.ts"));
  if (!host.fileExists(resolvedFileName)) return undefined;
  const extension = compiler.Extension.Dts;
  return { resolvedFileName, extension, isExternalLibraryImport: isPackageFile(resolvedFileName) };
}

/** Finds what is named by a path through a linked package where the package itself was found. */
function atRealPath(
  module: ts.ResolvedModuleFull | undefined,
  host: Host,
): ts.ResolvedModuleFull | undefined {
  if (module === undefined || host.realpath === undefined || !isPackageFile(module.resolvedFileName))
    return module;
  return { ...module, resolvedFileName: host.realpath(module.resolvedFileName) };
}

function isCell({ fileName }: ts.SourceFile): boolean {
  return /__tslab__\.tsx?$/.test(fileName);
}

function withShorthandProperties<T extends ts.BuilderProgram>(builder: T): T {
  const emit: ts.BuilderProgram["emit"] = (file, write, cancellation, onlyDts, transformers = {}) => {
    const checker = builder.getProgram().getTypeChecker();
    const expand = expandShorthandProperties(checker, ({ fileName }) => fileName.endsWith(declarationsFile));
    return builder.emit(file, write, cancellation, onlyDts, {
      ...transformers,
      // tslab's own takes the last expression of a file as its result, which only cells have.
      after: file === undefined || isCell(file) ? (transformers.after ?? []) : [],
      before: [...(transformers.before ?? []), expand],
    });
  };
  return Object.assign(Object.create(builder), { emit });
}
