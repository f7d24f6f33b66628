import type { Io } from "./io.js";

/** `noisefloor reproduce`. */
export async function reproduce(_options: { readonly reports: string }, io: Io): Promise<number> {
  io.stderr.write("noisefloor: reproduce is being written\n");
  return 2;
}
