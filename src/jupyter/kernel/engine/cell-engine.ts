import { readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { isProxy } from "node:util/types";
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
import { InterruptFlags } from "../interrupt-flags.js";
import { beginningWith } from "./beginning-with.js";
import { CellCompiler, type CompiledCell } from "./cell-compiler.js";
import { runInCell } from "./cell-context.js";
import { declarationsAfterFailure } from "./cell-declarations.js";
import { createCellExports, takeValues } from "./cell-exports.js";
import { CellRequire } from "./cell-require.js";
import { completeModule } from "./complete-module.js";
import { diagnosticReport } from "./diagnostic-report.js";
import { documentationBundle } from "./documentation.js";
import { errorReport } from "./error-report.js";
import { Interruption } from "./interruption.js";
import { isComplete } from "./is-complete.js";
import { runCell } from "./run-cell.js";
import { type RunInterruptibly, runInterruptibly } from "./run-interruptibly.js";
import { sourcePath } from "./source-path.js";
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
  /** What it shares with whoever interrupts it. */
  readonly flags?: InterruptFlags;
}

/** How long what was stopped by force may take to end as the cell's error, in milliseconds. */
const lastWordsMilliseconds = 100;

const noUndo = (): void => {};

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
  /** Of the cell that runs. */
  #interruption: Interruption | null = null;
  /** Gives back what a cell has taken that does not come to its end. */
  #undo = noUndo;

  readonly #ownWork: NonNullable<CellEngineOptions["ownWork"]>;
  readonly #runInterruptibly: RunInterruptibly;

  /** Takes a second or two. */
  constructor(options: CellEngineOptions = {}) {
    const { provided = {}, ownWork = (work) => work(), flags = new InterruptFlags() } = options;
    this.#ownWork = ownWork;
    this.#runInterruptibly = (call) => runInterruptibly(flags, call);
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
    const interruption = new Interruption();
    this.#interruption = interruption;
    try {
      // A stop by force unwinds all frames, and what waits for them never hears: so they must not be ours.
      const outcome = new Promise<CellOutcome>((resolve, reject) => {
        setImmediate(() => this.#execute(request, interruption).then(resolve, reject));
      });
      return await Promise.race([outcome, interruption.abandoned]);
    } catch (error) {
      this.#undo();
      return { status: "error", ...this.#report(error, fileOf(request)) };
    } finally {
      this.#interruption = null;
    }
  }

  async complete(code: string, offset: number): Promise<Completions> {
    const module = completeModule(code, offset, this.#folder);
    if (module !== null) return module;
    const { candidates, start, end, original } = this.#ownWork(() =>
      this.#compiler.complete(this.#declarations, code, offset),
    );
    const kinds = new Map(original?.entries?.map(({ name, kind }) => [name, kind]));
    const matches = beginningWith(code.slice(start, offset), candidates);
    return { matches, start, end, kinds: matches.map((name) => kinds.get(name) ?? "") };
  }

  async inspect(code: string, offset: number): Promise<MimeBundle | null> {
    const found = this.#ownWork(() => this.#compiler.inspect(this.#declarations, code, offset));
    // What the compiler says of a name that nobody has declared.
    if (found?.info.displayParts?.map(({ text }) => text).join("") === "any") return null;
    return found === null ? null : documentationBundle(found.info, found.comment);
  }

  async isComplete(code: string): Promise<Completeness> {
    return isComplete(code);
  }

  interrupt(): void {
    this.#interruption?.request();
  }

  /** Something of the cell's was stopped by force: if it was the cell itself, that will not end any more. */
  stopped(): void {
    const interruption = this.#interruption;
    setTimeout(() => interruption?.abandon(), lastWordsMilliseconds);
  }

  /** An error that was thrown outside of cells, for people. */
  report(error: unknown): ErrorReport {
    return this.#report(error, "");
  }

  /** Has the compiler read the types of a package before somebody imports it. */
  prewarm(specifier: string): void {
    this.#ownWork(() => this.#compiler.compile("", `import {} from ${JSON.stringify(specifier)};`));
  }

  async #execute(request: CellRequest, interruption: Interruption): Promise<CellOutcome> {
    const { code, parent, silent, allowStdin, expressions } = request;
    const pages: MimeBundle[] = [];
    return runInCell({ parent, silent, allowStdin, pages }, async () => {
      const file = fileOf(request);
      try {
        const result = await this.#run(code, file, silent, interruption);
        const outcomes: Record<string, ExpressionOutcome> = {};
        for (const [name, expression] of Object.entries(expressions)) {
          // Stacks have no room for what is part of a place.
          const label = `${file} ${name.replace(/[^\w.-]+/g, " ").trim() || "expression"}`;
          outcomes[name] = await this.#evaluate(expression, label, interruption);
        }
        return { status: "ok", result, expressions: outcomes, pages };
      } catch (error) {
        return { status: "error", ...this.#reportOfCell(error, file) };
      }
    });
  }

  /** Runs code and says how its last expression shows itself; null: not at all. */
  async #run(
    code: string,
    file: string,
    silent: boolean,
    interruption: Interruption,
  ): Promise<MimeBundle | null> {
    if (isBlank(code)) return null;
    this.#sources.set(file, code);
    const cell = this.#compile(code, file);
    const giveBack = takeValues(this.#exports, cell.names);
    this.#undo = () => {
      this.#undo = noUndo;
      this.#declarations = declarationsAfterFailure(this.#declarations, cell.declarations, giveBack());
    };
    try {
      await this.#runCompiled(cell, file, interruption);
    } catch (error) {
      if (!interruption.isAbandoned) this.#undo();
      throw error;
    }
    // What is abandoned may go on, but changes nothing any more.
    if (interruption.isAbandoned) return null;
    this.#declarations = cell.declarations;
    this.#undo = noUndo;
    try {
      return silent ? null : await this.#result(cell, interruption.requested);
    } finally {
      if (cell.resultName !== null) this.#exports[cell.resultName] = undefined;
    }
  }

  async #runCompiled(cell: CompiledCell, file: string, interruption: Interruption): Promise<void> {
    const { requested: interrupted } = interruption;
    const runInterruptibly = this.#runInterruptibly;
    await Promise.race([runInterruptibly(() => this.#require.preload(cell.code)), interrupted]);
    interruption.check();
    await runCell(cell, file, {
      exports: this.#exports,
      require: this.#require.require,
      interrupted,
      runInterruptibly,
    });
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
    const found = this.#exports[cell.resultName];
    // To wait for something is to ask it for its `then`, and a proxy would run code of the notebook's.
    const value = isProxy(found) ? found : await Promise.race([found, interrupted]);
    if (value === undefined) return null;
    // Methods and getters of the notebook's own show it; they may never come back.
    const rich = await Promise.race([this.#runInterruptibly(() => richBundle(value)), interrupted]);
    return (
      rich ?? this.#runInterruptibly(() => (isMimeBundle(value) ? toMimeBundle(value) : plainBundle(value)))
    );
  }

  async #evaluate(expression: string, file: string, interruption: Interruption): Promise<ExpressionOutcome> {
    const declarations = this.#declarations;
    try {
      // What begins like a statement is meant as an expression.
      const isAmbiguous = /^\s*(?:\{|function\b|class\b)/.test(expression);
      const data = await this.#run(isAmbiguous ? `(${expression}\n)` : expression, file, false, interruption);
      return { status: "ok", data: data ?? { "text/plain": "undefined" } };
    } catch (error) {
      return { status: "error", ...this.#reportOfCell(error, file) };
    } finally {
      this.#declarations = declarations;
    }
  }

  /** Getters and methods of what was thrown may never come back, either. */
  #reportOfCell(error: unknown, file: string): ErrorReport {
    try {
      return this.#runInterruptibly(() => this.#report(error, file));
    } catch (interrupt) {
      return this.#report(interrupt, file);
    }
  }

  /** Whether a file is the user's own and Node loads it as it stands. */
  #isOfFolder(path: string): boolean {
    const inside = relative(this.#folder, resolve(path));
    return /\.[cm]?js$/.test(inside) && !/^\.\.|(?:^|[\\/])node_modules[\\/]/.test(inside);
  }

  #report(error: unknown, file: string): ErrorReport {
    if (error instanceof CompileError) return error.report;
    const sourceOf = (name: string) =>
      this.#sources.get(name) ??
      (this.#positions.isSource(name) || this.#isOfFolder(name) ? readText(name) : null);
    return errorReport(error, file, sourceOf);
  }
}

/** What stacks call a cell. */
function fileOf({ label }: CellRequest): string {
  return `cell[${label}]`;
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
