import { isUtf8 } from "node:buffer";
import { readFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { InputError } from "../core/input-error.js";
import { DatasetError } from "./dataset-error.js";
import { loadDataset } from "./load-dataset.js";
import { samplesFromText } from "./samples-from-text.js";
import type { PlacedSample, SamplesFromTextOptions } from "./text-source.js";

/** A text that comes in parts; nobody waits for the rest of one that is destroyed. */
export type TextStream = AsyncIterable<Uint8Array | string> & { readonly destroy?: () => unknown };

/** How {@link readSamples} reads. */
export interface ReadSamplesOptions extends SamplesFromTextOptions {
  /** What "-" stands for. */
  readonly stdin: TextStream;
  readonly signal: AbortSignal;
}

/**
 * The samples of files of numbers, CSV or JSON; "-" is the standard input. A file of a data package with a description of its
 * samples is read as that says, unless columns are named. Of several files, each gets a label "file": its name, with as many folders as tell it
 * from the others.
 *
 * @throws {InputError} a file cannot be read, is no text or holds no measurements
 */
export async function readSamples(
  functionName: string,
  files: readonly string[],
  options: ReadSamplesOptions,
): Promise<readonly PlacedSample[]> {
  const { signal } = options;
  const all: PlacedSample[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    const samples = await readFileSamples(functionName, file, options);
    const label = files.length === 1 ? {} : { file: distinctPath(file, files) };
    all.push(...samples.map((sample) => ({ ...sample, labels: { ...label, ...sample.labels } })));
  }
  return all;
}

/** The end of a path that no other one has; the whole path if that occurs twice. */
function distinctPath(file: string, files: readonly string[]): string {
  const parts = file.split(/[\\/]/);
  const ends = parts.map((_, i) => parts.slice(parts.length - 1 - i).join("/"));
  const others = files.filter((other) => other !== file).map((other) => `/${other.replaceAll("\\", "/")}`);
  return ends.find((end) => !others.some((other) => other.endsWith(`/${end}`))) ?? file;
}

async function readFileSamples(
  functionName: string,
  file: string,
  { stdin, signal, ...columns }: ReadSamplesOptions,
): Promise<readonly PlacedSample[]> {
  const described = await describedAs(file, columns);
  if (described !== null) return loadDataset(described, { package: join(dirname(file), "datapackage.json") });
  const bytes = file === "-" ? await readAll(stdin, signal) : await readBytes(functionName, file, signal);
  const name = file === "-" ? "standard input" : file;
  return samplesFromText(functionName, { file: name, text: decode(functionName, name, bytes) }, columns);
}

/** The name of the dataset that a `datapackage.json` beside the file describes, if there is one and nothing else is asked for. */
async function describedAs(file: string, columns: SamplesFromTextOptions): Promise<string | null> {
  if (file === "-" || Object.values(columns).some((value) => value !== undefined)) return null;
  try {
    const text = await readFile(join(dirname(file), "datapackage.json"), "utf8");
    const { resources } = JSON.parse(text) as { resources: readonly DescribedFile[] };
    const resource = resources.find(({ path }) => path === basename(file));
    return resource?.noisefloor?.kind === "samples" ? resource.name : null;
  } catch {
    return null;
  }
}

interface DescribedFile {
  readonly name: string;
  readonly path: string;
  readonly noisefloor?: { readonly kind?: string };
}

async function readBytes(functionName: string, file: string, signal: AbortSignal): Promise<Buffer> {
  try {
    return await readFile(file, { signal });
  } catch (error) {
    if (signal.aborted) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const given =
      code === "ENOENT"
        ? "there is no such file"
        : code === "EISDIR"
          ? "it is a folder"
          : `it cannot be read: ${message}`;
    throw new InputError(functionName, file, `needs to be a file of measurements, but ${given}`);
  }
}

async function readAll(stdin: TextStream, signal: AbortSignal): Promise<Buffer> {
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
  // Whoever loses the race below may still reject, and an open pipe would keep the process alive.
  stopped.catch(() => stdin.destroy?.());
  const chunks: Uint8Array[] = [];
  const reading = (async () => {
    for await (const chunk of stdin) chunks.push(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
  })();
  await Promise.race([reading, stopped]);
  return Buffer.concat(chunks);
}

function decode(functionName: string, file: string, bytes: Buffer): string {
  const isText = isUtf8(bytes) && !bytes.subarray(0, 4096).includes(0);
  // TextDecoder drops a byte order mark.
  if (isText) return new TextDecoder().decode(bytes);
  throw new DatasetError(functionName, file, {}, "needs to be text (CSV, JSON or numbers), got binary data");
}
