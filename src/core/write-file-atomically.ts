import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Writes a file so that readers see the old content or the new, never half of it: a temporary name in the same
 * folder, then a rename. Creates missing folders; a link stays one, and a file keeps its permissions. What cannot be
 * written, be it that the disk is full, leaves the old file as it was and nothing else behind.
 *
 * @throws the system's error, with the file's name in its message
 */
export async function writeFileAtomically(path: string, content: string | Uint8Array): Promise<void> {
  let temporary = "";
  const removeTemporary = () => temporary !== "" && rmSync(temporary, { force: true });
  process.once("exit", removeTemporary);
  try {
    await mkdir(dirname(path), { recursive: true });
    const target = await realpath(path).catch(() => path);
    temporary = `${target}.${randomUUID()}.tmp`;
    // Flushed, since some systems tell only then that there is no room.
    await writeFile(temporary, content, { flush: true });
    const permissions = await stat(target).then(
      ({ mode }) => mode & 0o777,
      () => null,
    );
    if (permissions !== null) await chmod(temporary, permissions);
    await rename(temporary, target);
  } catch (error) {
    if (temporary !== "") await rm(temporary, { force: true }).catch(() => {});
    throw withPath(error as NodeJS.ErrnoException, path);
  } finally {
    process.off("exit", removeTemporary);
  }
}

/** The same error, but that it says what could not be written and that the old file is unharmed. */
function withPath(error: NodeJS.ErrnoException, path: string): NodeJS.ErrnoException {
  if (error.code !== undefined && error.syscall !== undefined) {
    error.message = `${path} could not be written (${error.message}); what was there before is unharmed`;
  }
  return error;
}
