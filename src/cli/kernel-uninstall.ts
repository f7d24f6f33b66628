import { uninstallKernelspec } from "../jupyter/installed-kernelspec.js";
import { type KernelspecLocation, kernelsFolder } from "../jupyter/kernelspec-location.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";

export interface KernelUninstallOptions extends KernelspecLocation {
  readonly name: string;
}

/** `noisefloor kernel uninstall`: removes what `install` has written. */
export async function kernelUninstall(options: KernelUninstallOptions, io: Io): Promise<number> {
  const kernels = await kernelsFolder("kernelUninstall", options);
  const folder = await uninstallKernelspec("kernelUninstall", kernels, options.name);
  io.stdout.write(`removed ${folder}\n`);
  return exitCodes.ok;
}
