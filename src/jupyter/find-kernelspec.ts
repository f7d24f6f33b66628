import { access, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";
import { InputError } from "../core/input-error.js";
import { type Environment, kernelSearchPath } from "./jupyter-paths.js";
import type { Kernelspec } from "./kernelspec.js";
import { noisefloorKernelspec } from "./noisefloor-kernelspec.js";
import { tslabKernelspec } from "./tslab-kernelspec.js";

const kernelJson = v.object({
  argv: v.pipe(v.array(v.string()), v.minLength(1)),
  display_name: v.string(),
  language: v.string(),
  env: v.optional(v.record(v.string(), v.string()), {}),
  interrupt_mode: v.optional(v.picklist(["signal", "message"]), "signal"),
});

/**
 * The kernel of that name, searched where Jupyter searches; "noisefloor", our own, and "tslab" are always there.
 *
 * @param functionName - the public function that is blamed in errors
 * @param name - as `jupyter kernelspec list` shows it, case does not matter
 * @param environment - where JUPYTER_PATH and its like are read, default `process.env`
 * @throws {InputError} no kernel has that name (the message lists those that exist), or its kernel.json is broken
 */
export async function findKernelspec(
  functionName: string,
  name: string,
  environment: Environment = process.env,
): Promise<Kernelspec> {
  const wanted = name.toLowerCase();
  const folders = await kernelFolders(environment);
  const folder = folders.get(wanted);
  if (folder !== undefined) return readKernelspec(functionName, wanted, folder);
  const builtIn = builtInKernels[wanted];
  if (builtIn !== undefined) return builtIn();
  const known = [...new Set([...folders.keys(), ...Object.keys(builtInKernels)])].sort().join(", ");
  throw new InputError(
    functionName,
    "kernel",
    `needs the name of an installed kernel, got "${name}"; known are: ${known}`,
  );
}

const builtInKernels: Readonly<Record<string, () => Kernelspec>> = {
  noisefloor: noisefloorKernelspec,
  tslab: tslabKernelspec,
};

/** All kernels that Jupyter would find, and those of ours that need no installation, by name. */
export async function listKernelspecs(
  functionName: string,
  environment: Environment = process.env,
): Promise<readonly (Kernelspec | InputError)[]> {
  const folders = await kernelFolders(environment);
  const names = [...new Set([...folders.keys(), ...Object.keys(builtInKernels)])].sort();
  return Promise.all(
    names.map((name) =>
      findKernelspec(functionName, name, environment).catch((error) => {
        if (error instanceof InputError) return error;
        throw error;
      }),
    ),
  );
}

/** Lower-case kernel name → its folder. */
async function kernelFolders(environment: Environment): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const parent of kernelSearchPath(environment)) {
    const names = await readdir(parent).catch(() => []);
    for (const name of names.sort()) {
      const folder = join(parent, name);
      const isKernel = await access(join(folder, "kernel.json")).then(
        () => true,
        () => false,
      );
      if (isKernel && !found.has(name.toLowerCase())) found.set(name.toLowerCase(), folder);
    }
  }
  return found;
}

async function readKernelspec(functionName: string, name: string, folder: string): Promise<Kernelspec> {
  const path = join(folder, "kernel.json");
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw brokenKernelspec(functionName, path, (error as Error).message);
  }
  const parsed = v.safeParse(kernelJson, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw brokenKernelspec(functionName, path, `${v.getDotPath(issue) ?? "the whole"}: ${issue.message}`);
  }
  const { argv, display_name, language, env, interrupt_mode } = parsed.output;
  return {
    name,
    displayName: display_name,
    language,
    argv,
    env,
    interruptMode: interrupt_mode,
    resourceDir: folder,
  };
}

function brokenKernelspec(functionName: string, path: string, detail: string): InputError {
  return new InputError(functionName, "kernel", `needs a readable kernel.json, got ${path} (${detail})`);
}
