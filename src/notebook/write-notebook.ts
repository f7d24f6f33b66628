import { resolve } from "node:path";
import { InputError } from "../core/input-error.js";
import { writeFileAtomically } from "../core/write-file-atomically.js";
import { readNotebookText } from "./document.js";

/** Writes an executed notebook, unless that would throw away what somebody wrote into the file in the meantime. */
export async function writeNotebook(parts: {
  readonly functionName: string;
  readonly path: string;
  /** What was read before the run. */
  readonly text: string;
  readonly output: string;
  readonly content: string;
}): Promise<void> {
  const { functionName, path, text, output, content } = parts;
  if (resolve(output) === resolve(path) && (await readNotebookText(functionName, path)) !== text) {
    const problem =
      "was changed by another program while it ran, and is left as that has written it; run it again";
    throw new InputError(functionName, path, problem);
  }
  await writeFileAtomically(output, content);
}
