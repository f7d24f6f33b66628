import { constants } from "node:fs";
import { access, mkdir, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { InputError } from "../core/input-error.js";

/**
 * Makes sure that a folder is there and can be written, before minutes of work are done for it. Missing folders are
 * made one by one: Node's `recursive` tries for ever where the system refuses with ENOENT, as in /proc.
 *
 * @param functionName - the command that is blamed in errors
 * @param option - the command line's name of the folder: "--output"
 * @throws {InputError} it cannot be made or written, or is a file
 */
export async function makeOutputFolder(functionName: string, option: string, folder: string): Promise<void> {
  const path = resolve(folder);
  try {
    for (const missing of await missingFolders(path)) await mkdir(missing);
    await access(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const problem = `needs a folder that can be written, got ${folder} (${(error as Error).message})`;
    throw new InputError(functionName, option, problem);
  }
}

/** The folders that `folder` needs and that are not there, outermost first. */
async function missingFolders(folder: string): Promise<readonly string[]> {
  const found = await stat(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT" && dirname(folder) !== folder) return null;
    throw error;
  });
  if (found === null) return [...(await missingFolders(dirname(folder))), folder];
  if (!found.isDirectory()) throw new Error(`${folder} is a file`);
  return [];
}
