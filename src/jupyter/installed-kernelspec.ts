import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { InputError } from "../core/input-error.js";
import { writeFileAtomically } from "../core/write-file-atomically.js";
import { kernelLogo, kernelLogoPng } from "./kernel-logo.js";
import type { Kernelspec } from "./kernelspec.js";

/** Marks a kernel.json as ours. */
const marker = "noisefloor";

export interface InstallKernelspecOptions {
  /** The name of the folder, and of the kernel in notebooks. */
  readonly name: string;
  /** What front ends show. */
  readonly displayName: string;
}

/**
 * Writes a kernelspec with its logos into a folder of kernels, which has to be there; replaces an older one of ours.
 *
 * @returns the folder that was written
 * @throws {InputError} the name is not one that Jupyter takes, it is another kernel's, or the folder cannot be written
 */
export async function installKernelspec(
  functionName: string,
  kernels: string,
  kernelspec: Kernelspec,
  { name, displayName }: InstallKernelspecOptions,
): Promise<string> {
  checkName(functionName, name);
  if (displayName.trim() === "") {
    throw new InputError(functionName, "--display-name", "needs a text, got an empty one");
  }
  const folder = join(kernels, name.toLowerCase());
  const before = await readOwner(folder);
  if (before === "other") {
    throw new InputError(
      functionName,
      "--name",
      `needs a name that is free, got that of another kernel in ${folder}`,
    );
  }
  const kernelJson = {
    argv: kernelspec.argv,
    display_name: displayName,
    language: kernelspec.language,
    interrupt_mode: kernelspec.interruptMode,
    metadata: { [marker]: true, debugger: false },
  };
  let isNew = false;
  try {
    isNew = await makeFolder(folder);
    // A front end that looks now finds a kernel only when everything is there.
    await writeFileAtomically(join(folder, "logo-32x32.png"), kernelLogoPng(32));
    await writeFileAtomically(join(folder, "logo-64x64.png"), kernelLogoPng(64));
    await writeFileAtomically(join(folder, "logo-svg.svg"), kernelLogo);
    await writeFileAtomically(join(folder, "kernel.json"), `${JSON.stringify(kernelJson, null, 2)}\n`);
  } catch (error) {
    if (isNew) await rm(folder, { recursive: true, force: true }).catch(() => {});
    throw new InputError(
      functionName,
      "folder",
      `needs to be writable, got ${folder} (${(error as Error).message})`,
    );
  }
  return folder;
}

/**
 * Removes a kernelspec of ours.
 *
 * @returns the folder that is gone
 * @throws {InputError} there is none of that name, it is another kernel's, or it cannot be removed
 */
export async function uninstallKernelspec(
  functionName: string,
  kernels: string,
  name: string,
): Promise<string> {
  checkName(functionName, name);
  const folder = join(kernels, name.toLowerCase());
  const owner = await readOwner(folder);
  if (owner !== "us") {
    const given =
      owner === "nobody" ? `"${name}", which is not in ${kernels}` : `"${name}", which is another kernel's`;
    throw new InputError(
      functionName,
      "--name",
      `needs a kernel that \`noisefloor kernel install\` wrote, got ${given}`,
    );
  }
  try {
    await rm(folder, { recursive: true });
  } catch (error) {
    throw new InputError(
      functionName,
      "folder",
      `needs to be writable, got ${folder} (${(error as Error).message})`,
    );
  }
  return folder;
}

function checkName(functionName: string, name: string): void {
  if (/^[a-z0-9._-]+$/i.test(name) && !/^\.+$/.test(name)) return;
  throw new InputError(
    functionName,
    "--name",
    `needs ASCII letters, digits, "-", "." and "_" only, got ${JSON.stringify(name)}`,
  );
}

/** Whether it was not there before. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  }
}

/** Whose the kernel of a folder is. */
async function readOwner(folder: string): Promise<"nobody" | "us" | "other"> {
  let text: string;
  try {
    text = await readFile(join(folder, "kernel.json"), "utf8");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? "nobody" : "other";
  }
  try {
    return JSON.parse(text)?.metadata?.[marker] === true ? "us" : "other";
  } catch {
    return "other";
  }
}
