import { stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../core/input-error.js";
import { makeOutputFolder } from "./make-output-folder.js";

/**
 * Where the results of several notebooks go: `--output` names a file, where it ends in the extension and there is one
 * notebook, and a folder otherwise, which is made if it is missing.
 *
 * @param functionName - the command that is blamed in errors
 * @param extension - of the files to be written: ".ipynb"
 * @returns the notebook → its file; without `output` it stays beside the notebook
 * @throws {InputError} the folder cannot be written, or two notebooks would be written to one file
 */
export async function notebookTargets(
  functionName: string,
  files: readonly string[],
  output: string | undefined,
  extension: string,
): Promise<(file: string) => string> {
  const beside = (file: string) => `${file.replace(/\.ipynb$/i, "")}${extension}`;
  const named = (file: string) => basename(beside(file));
  const notebooks = [...new Set(files.map((file) => resolve(file)))];
  if (output === undefined) return beside;
  if (output.toLowerCase().endsWith(extension) && !(await isFolder(output))) {
    if (notebooks.length > 1) {
      const problem = `needs a folder for ${notebooks.length} notebooks, got the name of one file, ${output}`;
      throw new InputError(functionName, "--output", problem);
    }
    await makeOutputFolder(functionName, "--output", dirname(output));
    return () => output;
  }
  if (new Set(notebooks.map(named)).size < notebooks.length) {
    throw new InputError(
      functionName,
      "--output",
      "needs notebooks of different names, got the same one twice",
    );
  }
  await makeOutputFolder(functionName, "--output", output);
  return (file) => join(output, named(file));
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
