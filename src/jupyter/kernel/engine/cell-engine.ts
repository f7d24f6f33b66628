import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MimeBundle } from "../../../core/jupyter-display.js";
import { plainBundle } from "../../rich/plain-bundle.js";
import { isMimeBundle, richBundle, toMimeBundle } from "../../rich/rich-bundle.js";
import type {
  CellOutcome,
  CellRequest,
  Completeness,
  Completions,
  Engine,
  ErrorReport,
  ExpressionOutcome,
} from "../engine.js";
import { CellCompiler, type CompiledCell } from "./cell-compiler.js";
import { runInCell } from "./cell-context.js";
import { declarationsAfterFailure } from "./cell-declarations.js";
import { createCellExports, takeValues } from "./cell-exports.js";
import { CellRequire } from "./cell-require.js";
import { diagnosticReport } from "./diagnostic-report.js";
import { documentationBundle } from "./documentation.js";
import { errorReport } from "./error-report.js";
import { InterruptError } from "./interrupt-error.js";
import { isComplete } from "./is-complete.js";
import { runCell } from "./run-cell.js";
import { runInterruptibly } from "./run-interruptibly.js";
import { StackPositions } from "./stack-positions.js";

/** What the compiler has against a cell, as something that can be thrown. */
class CompileError extends Error {
  readonly report: ErrorReport;

  constructor(report: ErrorReport) {
    super(report.evalue);
    this.report = report;
  }
}

export interface CellEngineOptions {
  /** Modules that the kernel stands in for, by name. */
  readonly provided?: Readonly<Record<string, () => unknown>>;
  /** Does work that no interrupt may stop. */
  readonly ownWork?: <T>(work: () => T) => T;
}

/** TypeScript cells on tslab's converter: compiled, type-checked and run in this thread. */
export class CellEngine implements Engine {
  readonly #folder: string;
  readonly #compiler: CellCompiler;
  readonly #require: CellRequire;
  readonly #exports = createCellExports();
  readonly #positions = new StackPositions();
  /** The texts of the cells so far, by the names that stacks have for them. */
  readonly #sources = new Map<string, string>();
  #declarations = "";
  #compiledCells = 0;
  #interrupt: (() => void) | null = null;

  readonly #ownWork: NonNullable<CellEngineOptions["ownWork"]>;

  /** Takes a second or two. */
  constructor({ provided = {}, ownWork = (work) => work() }: CellEngineOptions = {}) {
    this.#ownWork = ownWork;
    this.#folder = process.cwd();
    this.#compiler = new CellCompiler();
    this.#require = new CellRequire(this.#folder, provided);
    this.#positions.install();
  }

  /** How many cells have been given to the compiler. */
  get compiledCells(): number {
    return this.#compiledCells;
  }

  async execute(request: CellRequest): Promise<CellOutcome> {
    const { code, label, parent, silent, allowStdin, expressions } = request;
    const pages: MimeBundle[] = [];
    return runInCell({ parent, silent, allowStdin, pages }, async () => {
      const file = `cell[${label}]`;
      try {
        const result = await this.#run(code, file, silent);
        const outcomes: Record<string, ExpressionOutcome> = {};
        for (const [name, expression] of Object.entries(expressions)) {
          outcomes[name] = await this.#evaluate(expression, `${file} ${name}`);
        }
        return { status: "ok", result, expressions: outcomes, pages };
      } catch (error) {
        return { status: "error", ...this.#report(error, file) };
      }
    });
  }

  async complete(code: string, offset: number): Promise<Completions> {
    const { candidates, start, end, original } = this.#ownWork(() =>
      this.#compiler.complete(this.#declarations, code, offset),
    );
    const kinds = new Map(original?.entries?.map(({ name, kind }) => [name, kind]));
    const matches = beginningWith(code.slice(start, offset), candidates);
    return { matches, start, end, kinds: matches.map((name) => kinds.get(name) ?? "") };
  }

  async inspect(code: string, offset: number): Promise<MimeBundle | null> {
    const found = this.#ownWork(() => this.#compiler.inspect(this.#declarations, code, offset));
    return found === null ? null : documentationBundle(found.info, found.comment);
  }

  async isComplete(code: string): Promise<Completeness> {
    return isComplete(code);
  }

  interrupt(): void {
    this.#interrupt?.();
  }

  /** An error that was thrown outside of cells, for people. */
  report(error: unknown): ErrorReport {
    return this.#report(error, "");
  }

  /** Has the compiler read the types of a package before somebody imports it. */
  prewarm(specifier: string): void {
    this.#ownWork(() => this.#compiler.compile("", `import {} from ${JSON.stringify(specifier)};`));
  }

  /** Runs code and says how its last expression shows itself; null: not at all. */
  async #run(code: string, file: string, silent: boolean): Promise<MimeBundle | null> {
    if (isBlank(code)) return null;
    this.#sources.set(file, code);
    const cell = this.#compile(code, file);
    const interrupted = this.#interruption();
    const scope = { exports: this.#exports, require: this.#require.require };
    const giveBack = takeValues(this.#exports, cell.names);
    try {
      await Promise.race([this.#require.preload(cell.code), interrupted]);
      await runCell(cell, file, scope, interrupted);
      this.#declarations = cell.declarations;
    } catch (error) {
      this.#interrupt = null;
      this.#declarations = declarationsAfterFailure(this.#declarations, cell.declarations, giveBack());
      throw error;
    }
    try {
      return silent ? null : await this.#result(cell, interrupted);
    } finally {
      this.#interrupt = null;
      if (cell.resultName !== null) delete this.#exports[cell.resultName];
    }
  }

  #compile(code: string, file: string): CompiledCell {
    this.#compiledCells += 1;
    const compiled = this.#ownWork(() => this.#compiler.compile(this.#declarations, code));
    if ("diagnostics" in compiled) {
      const readModule = (path: string) => readText(join(this.#folder, path));
      throw new CompileError(diagnosticReport(compiled.diagnostics, code, file, readModule));
    }
    this.#positions.add(file, compiled.positions);
    for (const { path, positions } of compiled.modules)
      this.#positions.add(path, positions, sourcePath(path));
    this.#require.update(compiled.modules);
    return compiled;
  }

  async #result(cell: CompiledCell, interrupted: Promise<never>): Promise<MimeBundle | null> {
    if (cell.resultName === null) return null;
    const value = await Promise.race([this.#exports[cell.resultName], interrupted]);
    if (value === undefined) return null;
    // Methods and getters of the notebook's own show it; they may never come back.
    const rich = await Promise.race([runInterruptibly(() => richBundle(value)), interrupted]);
    return rich ?? runInterruptibly(() => (isMimeBundle(value) ? toMimeBundle(value) : plainBundle(value)));
  }

  async #evaluate(expression: string, file: string): Promise<ExpressionOutcome> {
    const declarations = this.#declarations;
    try {
      // What begins like a statement is meant as an expression.
      const isAmbiguous = /^\s*(?:\{|function\b|class\b)/.test(expression);
      const data = await this.#run(isAmbiguous ? `(${expression}\n)` : expression, file, false);
      return { status: "ok", data: data ?? { "text/plain": "undefined" } };
    } catch (error) {
      return { status: "error", ...this.#report(error, file) };
    } finally {
      this.#declarations = declarations;
    }
  }

  /** Rejects when the user interrupts. */
  #interruption(): Promise<never> {
    const interrupted = new Promise<never>((_, reject) => {
      this.#interrupt = () => reject(new InterruptError());
    });
    interrupted.catch(() => {});
    return interrupted;
  }

  #report(error: unknown, file: string): ErrorReport {
    if (error instanceof CompileError) return error.report;
    const sourceOf = (name: string) =>
      this.#sources.get(name) ?? (this.#positions.isSource(name) ? readText(name) : null);
    return errorReport(error, file, sourceOf);
  }
}

/** The file from which the JavaScript of a local module was made. */
function sourcePath(path: string): string {
  return [".ts", ".tsx"].map((type) => path.replace(/\.js$/, type)).find((one) => existsSync(one)) ?? path;
}

/** The names that begin as the user began; where none does, those that do in another case, or have it somewhere. */
function beginningWith(typed: string, names: readonly string[]): readonly string[] {
  const exact = names.filter((name) => name.startsWith(typed));
  if (exact.length > 0) return exact;
  const similar = names.filter((name) => name.toLowerCase().startsWith(typed.toLowerCase()));
  return similar.length > 0 ? similar : names;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

/** Whether code is nothing but blanks and comments. */
function isBlank(code: string): boolean {
  return code.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, "").trim() === "";
}
