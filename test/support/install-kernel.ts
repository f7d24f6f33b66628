import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Kernelspec } from "../../src/jupyter/kernelspec.js";

/** Writes a kernel.json below a folder for JUPYTER_PATH. */
export function installKernel(jupyterPath: string, { name, displayName, language, argv }: Kernelspec): void {
  const folder = join(jupyterPath, "kernels", name);
  mkdirSync(folder, { recursive: true });
  const content = { argv, display_name: displayName, language };
  writeFileSync(join(folder, "kernel.json"), JSON.stringify(content));
}
