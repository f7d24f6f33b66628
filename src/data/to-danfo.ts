import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { columnsFromSamples } from "./columns-from-samples.js";

/** What this library needs of a danfo.js data frame; a `DataFrame` of danfojs-node or danfojs is one. */
export interface DanfoFrame {
  readonly columns: readonly string[];
  /** Rows. */
  readonly values: readonly unknown[];
  readonly shape: readonly number[];
}

/**
 * Samples as a danfo.js data frame in long form, with the columns of `toTable`.
 *
 * danfojs-node is an optional peer: install it yourself; it loads on the first call. Labels keep the type string, also
 * where they look like numbers. danfo.js calls the column `value` float32, but keeps full precision until a tensor is
 * made of it. Time and memory O(values).
 *
 * @typeParam Frame - the type to see the frame as: `toDanfo<DataFrame>(samples)` with `DataFrame` from danfojs-node
 * @param samples - one or more, that differ in benchmark, metric or a label
 * @returns a frame that `fromDanfo` turns back into equal samples
 * @throws {InputError} danfojs-node is not installed, or as `toTable`
 * @example
 * (await toDanfo(loadDataset("smt"))).shape // [4800, 9]
 */
export async function toDanfo<Frame extends DanfoFrame = DanfoFrame>(
  samples: readonly Sample[],
): Promise<Frame> {
  const { texts, numbers } = columnsFromSamples("toDanfo", samples);
  const { DataFrame } = await importDanfo();
  const columns = [...texts, ...numbers];
  const [, values = []] = numbers.at(-1) ?? [];
  const rows = values.map((_, row) => columns.map(([, entries]) => entries[row]));
  // Left to itself, danfo.js would call a label such as "1" an integer.
  const dtypes = [...texts.map(() => "string"), "int32", "int32", "float32"];
  const frame: unknown = new DataFrame(rows, { columns: columns.map(([name]) => name), dtypes });
  return frame as Frame;
}

async function importDanfo(): Promise<typeof import("danfojs-node")> {
  try {
    return await import("danfojs-node");
  } catch (error) {
    const [reason] = String((error as Error).message).split("\n");
    throw new InputError(
      "toDanfo",
      "danfojs-node",
      `needs to be installed: npm install danfojs-node; got: ${reason}`,
    );
  }
}
