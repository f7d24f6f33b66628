import { stat } from "node:fs/promises";
import { dirname, extname } from "node:path";
import { setImmediate } from "node:timers/promises";
import { InputError } from "../core/input-error.js";
import { plotlySource } from "../core/plotly-source.js";
import { writeFileAtomically } from "../core/write-file-atomically.js";
import { DatasetError } from "../data/dataset-error.js";
import { loadDataset } from "../data/load-dataset.js";
import { readSamples } from "../data/read-samples.js";
import { type LabelFilter, selectSamples } from "../data/select-samples.js";
import type { PlacedSample } from "../data/text-source.js";
import type { Figure } from "../plot/figure.js";
import { figurePage } from "../report/figure-page.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { makeOutputFolder } from "./make-output-folder.js";
import type { PlotKind } from "./plot-kinds.js";
import type { PlotSettings } from "./plot-settings.js";

/** Options of every plot; those that are left go to the plot as they are. */
export interface PlotCommandOptions extends PlotSettings {
  readonly dataset?: string;
  readonly where?: LabelFilter;
  readonly value?: string;
  readonly run?: string;
  readonly iteration?: string;
  readonly labels?: readonly string[];
  readonly unit?: string;
  readonly metric?: string;
  /** A column that says where values stand on the x axis. */
  readonly x?: string;
  readonly output?: string;
  readonly pixels?: number;
  readonly columns?: number;
}

/** `noisefloor plot`: draws measurements, as text on the terminal or into a file of the format that its name ends in. */
export async function plot(
  kind: PlotKind,
  files: readonly string[],
  options: PlotCommandOptions,
  io: Io,
): Promise<number> {
  const {
    dataset,
    where,
    value,
    run,
    iteration,
    labels,
    unit,
    metric,
    output,
    pixels,
    columns,
    ...settings
  } = options;
  const format = output === undefined ? "txt" : await checkOutput(output);
  const columnOptions = { value, run, iteration, labels, unit, metric, along: settings.x };
  const all = await samplesOf(files, dataset, columnOptions, io);
  const samples = where === undefined ? all : selected(all, where);
  // Ctrl-C is heard only between steps.
  await setImmediate();
  io.signal.throwIfAborted();
  try {
    const figure = await kind.draw(samples, settings);
    await setImmediate();
    io.signal.throwIfAborted();
    for (const { message } of figure.model.warnings) io.stderr.write(`note: ${message}\n`);
    if (output === undefined) {
      const { columns: width = 80, color = false } = io.terminal ?? {};
      io.stdout.write(figure.toText({ columns: columns ?? Math.min(400, Math.max(40, width)), color }));
      return exitCodes.ok;
    }
    const content = await render(figure, format, { pixels, columns });
    if (format === "png") await noteMissingCharacters(figure, io);
    io.signal.throwIfAborted();
    // Only now, so that a mistake leaves no empty folder behind.
    await makeOutputFolder("plot", "--output", dirname(output));
    await writeFileAtomically(output, content);
    return exitCodes.ok;
  } catch (error) {
    throw named(error, options);
  }
}

const formats = ["svg", "png", "html", "json", "txt"] as const;
type Format = (typeof formats)[number];

async function checkOutput(output: string): Promise<Format> {
  const ending = extname(output).slice(1).toLowerCase();
  const format = formats.find((known) => known === ending);
  if (format === undefined) {
    const known = formats.map((name) => `.${name}`).join(", ");
    throw new InputError("plot", "--output", `needs a name that ends in one of ${known}, got ${output}`);
  }
  const found = await stat(output).catch(() => null);
  if (found?.isDirectory())
    throw new InputError("plot", "--output", `needs a file, got the folder ${output}`);
  return format;
}

type ColumnOptions = Pick<
  PlotCommandOptions,
  "value" | "run" | "iteration" | "labels" | "unit" | "metric"
> & {
  readonly along?: string;
};

async function samplesOf(
  files: readonly string[],
  dataset: string | undefined,
  columns: { readonly [Name in keyof ColumnOptions]: ColumnOptions[Name] | undefined },
  io: Io,
): Promise<readonly PlacedSample[]> {
  if (dataset !== undefined) {
    if (files.length > 0)
      throw new InputError("plot", "--dataset", `needs no files beside it, got ${files.join(", ")}`);
    const given = Object.entries(columns).find(([, value]) => value !== undefined);
    if (given !== undefined) {
      throw new InputError(
        "plot",
        `--${given[0] === "along" ? "x" : given[0]}`,
        "needs a file, since a dataset describes itself",
      );
    }
    return blaming("--dataset", () => loadDataset(dataset));
  }
  if (files.length === 0) {
    throw new InputError(
      "plot",
      "FILE",
      'needs a file of measurements, "-" for the standard input, or --dataset; got none',
    );
  }
  return readSamples("plot", files, { ...withoutUndefined(columns), stdin: io.stdin, signal: io.signal });
}

function withoutUndefined<Options extends object>(
  options: Options,
): { [Name in keyof Options]?: NonNullable<Options[Name]> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never;
}

function selected(samples: readonly PlacedSample[], where: LabelFilter): readonly PlacedSample[] {
  return blaming("--where", () => selectSamples(samples, where));
}

/** What the library calls an argument is called an option here; "labels.smt" is the label smt of `--where`. */
function blaming<Result>(option: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof DatasetError) throw error;
    const [argument, label] = error.argument.split(".");
    const subject = argument === "labels" ? (label ?? "names labels that") : "";
    throw new InputError("plot", option, `${subject} ${error.problem}`.trimStart());
  }
}

async function render(
  figure: Figure,
  format: Format,
  { pixels, columns }: { readonly pixels: number | undefined; readonly columns: number | undefined },
): Promise<string | Uint8Array> {
  switch (format) {
    case "svg":
      return figure.toSvg();
    case "png":
      return figure.toPng(pixels === undefined ? {} : { scale: pixels });
    case "html":
      return figurePage(figure, plotlySource());
    case "json":
      return `${JSON.stringify(figure.toPlotly())}\n`;
    case "txt":
      return figure.toText(columns === undefined ? {} : { columns });
  }
}

/** A picture takes what the package's font lacks from the machine, which may not have it either. */
async function noteMissingCharacters({ model }: Figure, io: Io): Promise<void> {
  const { missingCharacters } = await import("../plot/typeface/font.js");
  const missing = await missingCharacters(JSON.stringify(model));
  if (missing.length === 0) return;
  const shown = missing.length > 12 ? `${missing.slice(0, 12).join("")} …` : missing.join("");
  io.stderr.write(
    `note: the font lacks ${shown}; a font of this machine is used for them, boxes if there is none. SVG and pages take those of the reader.\n`,
  );
}

/** Options are called on the command line what they are called in the library. */
function named(error: unknown, options: PlotCommandOptions): unknown {
  if (!(error instanceof InputError)) return error;
  if (error.functionName === "toPng" && error.argument === "scale")
    return new InputError("plot", "--pixels", error.problem);
  const [argument = ""] = /^[a-zA-Z]+/.exec(error.argument) ?? [];
  if (!(argument in options)) return error;
  const option = argument.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return new InputError(error.functionName, `--${option}`, error.problem);
}
