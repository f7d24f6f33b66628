import { access } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { InputError } from "../core/input-error.js";
import { type Environment, userDataDir } from "./jupyter-paths.js";

/** Which of Jupyter's folders is meant: the user's unless one of these is set. */
export interface KernelspecLocation {
  /** The user's own. */
  readonly user?: boolean | undefined;
  /** That of the Python environment which is active: VIRTUAL_ENV, CONDA_PREFIX, or else the one whose `jupyter` is on the PATH. */
  readonly sysPrefix?: boolean | undefined;
  /** `PREFIX/share/jupyter`. */
  readonly prefix?: string | undefined;
}

/**
 * The folder of kernels that is meant, without asking Python.
 *
 * @throws {InputError} several are given, or there is no environment
 */
export async function kernelsFolder(
  functionName: string,
  { user = false, sysPrefix = false, prefix }: KernelspecLocation,
  environment: Environment = process.env,
): Promise<string> {
  if ([user, sysPrefix, prefix !== undefined].filter(Boolean).length > 1) {
    throw new InputError(
      functionName,
      "--prefix",
      "needs to stand alone, got --user or --sys-prefix with it",
    );
  }
  if (prefix === "") throw new InputError(functionName, "--prefix", "needs a folder, got an empty text");
  if (prefix !== undefined) return join(prefix, "share", "jupyter", "kernels");
  if (!sysPrefix) return join(environment.JUPYTER_DATA_DIR || userDataDir(environment), "kernels");
  const found = environment.VIRTUAL_ENV || environment.CONDA_PREFIX || (await prefixOfJupyter(environment));
  if (found !== null) return join(found, "share", "jupyter", "kernels");
  throw new InputError(
    functionName,
    "--sys-prefix",
    "needs an active environment, got neither VIRTUAL_ENV nor CONDA_PREFIX, and no jupyter on the PATH",
  );
}

async function prefixOfJupyter(environment: Environment): Promise<string | null> {
  const folders = (environment.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  for (const folder of folders) {
    for (const name of ["jupyter", "jupyter.exe"]) {
      const isThere = await access(join(folder, name)).then(
        () => true,
        () => false,
      );
      if (isThere) return dirname(folder);
    }
  }
  return null;
}
