import { installKernelspec } from "../jupyter/installed-kernelspec.js";
import { type KernelspecLocation, kernelsFolder } from "../jupyter/kernelspec-location.js";
import { noisefloorKernelspec } from "../jupyter/noisefloor-kernelspec.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { makeOutputFolder } from "./make-output-folder.js";

export interface KernelInstallOptions extends KernelspecLocation {
  readonly name: string;
  readonly displayName: string;
}

/** `noisefloor kernel install`: makes the kernel known to Jupyter. */
export async function kernelInstall(options: KernelInstallOptions, io: Io): Promise<number> {
  const kernelspec = noisefloorKernelspec();
  const kernels = await kernelsFolder("kernelInstall", options);
  const option = options.prefix !== undefined ? "--prefix" : options.sysPrefix ? "--sys-prefix" : "--user";
  await makeOutputFolder("kernelInstall", option, kernels);
  const folder = await installKernelspec("kernelInstall", kernels, kernelspec, options);
  io.stdout.write(`installed "${options.displayName}" in ${folder}\n`);
  if (kernelspec.argv.some((word) => /[\\/]_npx[\\/]/.test(word))) {
    io.stderr.write(
      "noisefloor: it runs from the cache of npx, which npm may empty; install the package (npm install -g noisefloor) to keep it\n",
    );
  }
  return exitCodes.ok;
}
