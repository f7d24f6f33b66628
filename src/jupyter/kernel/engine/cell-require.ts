import { createRequire, isBuiltin } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CompiledModule } from "./cell-compiler.js";
import { stateOf } from "./file-watch.js";
import { LocalModules } from "./local-modules.js";

const ownRequire = createRequire(import.meta.url);

/** What the compiler makes of an `import`; what the user himself requires is loaded when its time comes. */
const compiledImport =
  /^(?:const (?:\w+_\d+ = (?:__import\w+\()?|\w+ = __import\w+\())?require\("([^"\n]+)"\)/gm;

/**
 * Loads what cells import: local TypeScript modules from what the compiler made of them, packages from the notebook's
 * folder upwards, then from the kernel's installation.
 */
export class CellRequire {
  readonly require: NodeJS.Require;
  readonly #folderRequire: NodeJS.Require;
  readonly #provided: Readonly<Record<string, () => unknown>>;
  readonly #local = new LocalModules((base, folder) => this.#requireFrom(base, folder));
  /** Packages that only `import()` could load. */
  readonly #imported = new Map<string, unknown>();
  /** Of the folder's files that Node itself loads, when each was loaded. */
  readonly #states = new Map<string, string>();
  /** What went wrong while a package was loaded ahead, for whoever asks for it. */
  readonly #failed = new Map<string, unknown>();

  /**
   * @param folder - the notebook's
   * @param provided - modules that the kernel itself stands in for, by name
   */
  constructor(folder: string, provided: Readonly<Record<string, () => unknown>> = {}) {
    this.#provided = provided;
    this.#folderRequire = createRequire(join(folder, "cell.js"));
    this.require = this.#requireFrom(this.#folderRequire, folder);
  }

  /** Takes the local modules that are new or changed. */
  update(modules: readonly CompiledModule[]): void {
    this.#local.update(modules);
  }

  /**
   * Loads what a cell imports, so that its `require` can give ES modules that wait at their top level, too.
   *
   * @param code - the cell as CommonJS
   */
  async preload(code: string): Promise<void> {
    this.#failed.clear();
    for (const [, id = ""] of code.matchAll(compiledImport)) {
      if (isBuiltin(id)) continue;
      await this.#importChanged(id);
      if (this.#imported.has(id)) continue;
      try {
        this.require(id);
      } catch (error) {
        if ((error as NodeJS.ErrnoException | null)?.code === "ERR_REQUIRE_ASYNC_MODULE") {
          this.#imported.set(id, asRequired(await import(pathToFileURL(this.#resolve(id)).href)));
        } else {
          this.#failed.set(id, error);
        }
      }
    }
  }

  /** Node keeps an ES module for good; one that was saved since it was loaded gets another address. */
  async #importChanged(id: string): Promise<void> {
    if (!/^\..*\.mjs$/.test(id) || !isFoundBy(this.#folderRequire, id)) return;
    const path = this.#folderRequire.resolve(id);
    const state = stateOf(path);
    const known = this.#states.get(path);
    if (known !== undefined && known !== state) {
      const address = `${pathToFileURL(path).href}?${encodeURIComponent(state)}`;
      this.#imported.set(id, asRequired(await import(address)));
    }
    // Only now: what could not be loaded is tried again.
    this.#states.set(path, state);
  }

  /** Node loads a file once; what was saved since, such as data in JSON, is to be seen all the same. */
  #forgetChanged(base: NodeJS.Require, id: string): void {
    // What is not there gets its error from Node.
    if (!isFoundBy(base, id)) return;
    const path = base.resolve(id);
    const state = stateOf(path);
    const known = this.#states.get(path);
    if (known !== undefined && known !== state) delete base.cache[path];
    this.#states.set(path, state);
  }

  #resolve(id: string): string {
    try {
      return this.#folderRequire.resolve(id);
    } catch {
      return ownRequire.resolve(id);
    }
  }

  #requireFrom(base: NodeJS.Require, folder: string): NodeJS.Require {
    const load = (id: string): unknown => {
      if (Object.hasOwn(this.#provided, id)) return this.#provided[id]?.();
      if (this.#imported.has(id)) return this.#imported.get(id);
      if (this.#failed.has(id)) {
        const error = this.#failed.get(id);
        this.#failed.delete(id);
        throw error;
      }
      if (!id.startsWith(".")) return isFoundBy(base, id) ? base(id) : loadOwn(id, base);
      const path = this.#local.find(folder, id);
      if (path !== undefined) return this.#local.load(path);
      this.#forgetChanged(base, id);
      return base(id);
    };
    return Object.assign(load, base);
  }
}

/** A module as Node's own `require` gives it, whose default export compiled code looks for by this mark. */
function asRequired(module: object): object {
  const names = Object.keys(module);
  if (!names.includes("default")) return module;
  const getters = names.map((name) => [
    name,
    { enumerable: true, get: () => (module as Readonly<Record<string, unknown>>)[name] },
  ]);
  return Object.defineProperties({}, { ...Object.fromEntries(getters), __esModule: { value: true } });
}

function isFoundBy(require: NodeJS.Require, id: string): boolean {
  try {
    require.resolve(id);
    return true;
  } catch {
    return false;
  }
}

/** From the kernel's installation; where that has it neither, the error is that of the notebook's folder. */
function loadOwn(id: string, base: NodeJS.Require): unknown {
  return isFoundBy(ownRequire, id) ? ownRequire(id) : base(id);
}
