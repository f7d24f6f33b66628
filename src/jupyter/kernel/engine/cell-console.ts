import { StringDecoder } from "node:string_decoder";
import type { OutputListener } from "../engine.js";
import { currentCell } from "./cell-context.js";

/** Sends what cells write to stdout and stderr to the notebook, in the name of the cell that wrote it. */
export function captureStreams(onOutput: OutputListener): void {
  for (const name of ["stdout", "stderr"] as const) {
    const decoder = new StringDecoder("utf8");
    const write = (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error) => void),
      callback?: (error?: Error) => void,
    ): boolean => {
      const done = typeof encoding === "function" ? encoding : callback;
      const text =
        typeof chunk === "string" && (typeof encoding !== "string" || /^utf-?8$/i.test(encoding))
          ? chunk
          : decoder.write(
              typeof chunk === "string" ? Buffer.from(chunk, encoding as BufferEncoding) : Buffer.from(chunk),
            );
      const { parent, silent } = currentCell();
      if (text !== "" && !silent) onOutput(parent, { type: "stream", content: { name, text } });
      if (done !== undefined) process.nextTick(done);
      return true;
    };
    process[name].write = write as typeof process.stdout.write;
  }
}
