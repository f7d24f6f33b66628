import { type Command, InvalidArgumentError, Option } from "commander";

/** An option that some plots have and others have not; its name is that of the library. */
export type PlotOption =
  | "label"
  | "group"
  | "scale"
  | "layout"
  | "axes"
  | "horizontal"
  | "statistic"
  | "over"
  | "outliers"
  | "mark"
  | "runs"
  | "median"
  | "band"
  | "noBand"
  | "shift"
  | "noShift"
  | "changes"
  | "steady"
  | "x"
  | "xLabel"
  | "xUnit"
  | "order"
  | "noiseFloor"
  | "better"
  | "sorted"
  | "lag"
  | "lags"
  | "bins"
  | "range"
  | "heights"
  | "rug"
  | "errors"
  | "confidence"
  | "resamples"
  | "seed";

/** Adds options to a plot's subcommand: its own, then those of every plot. */
export function addPlotOptions(command: Command, own: readonly PlotOption[]): Command {
  for (const name of own) command.addOption(optionOf(specificOptions[name]));
  for (const spec of commonOptions) command.addOption(optionOf(spec));
  return command;
}

interface OptionSpec {
  readonly flags: string;
  readonly description: string;
  readonly parse?: (text: string, before: unknown) => unknown;
  readonly preset?: unknown;
}

function optionOf({ flags, description, parse, preset }: OptionSpec): Option {
  const option = new Option(flags, description);
  if (parse !== undefined) option.argParser(parse);
  if (preset !== undefined) option.default(preset);
  return option;
}

const specificOptions: Readonly<Record<PlotOption, OptionSpec>> = {
  label: {
    flags: "--label <labels>",
    description: "labels that name a sample, separated by commas (default: those that differ)",
    parse: names,
  },
  group: {
    flags: "--group <label>",
    description: "puts samples that share this label side by side (default: the first of two)",
  },
  scale: { flags: "--scale <scale>", description: "linear or log" },
  layout: { flags: "--layout <layout>", description: "jitter, beeswarm or sorted" },
  axes: { flags: "--axes <axes>", description: "auto, shared, panels or broken" },
  horizontal: { flags: "--horizontal", description: "values run from left to right" },
  statistic: { flags: "--statistic <name>", description: "what stands beside the dots: mean or median" },
  over: { flags: "--over <unit>", description: "what intervals take as repeated: auto, runs or values" },
  outliers: { flags: "--no-outliers", description: "do not label the iterations of far values" },
  mark: { flags: "--mark <mark>", description: "line or dots" },
  runs: { flags: "--runs <kind>", description: "overlaid or joined" },
  median: {
    flags: "--rolling-median <n>",
    description: "draw the median of so many values around each one",
    parse: number,
  },
  changes: {
    flags: "--changes [method]",
    description: "find change points, in each run or with --runs joined in all (default: rank-scan)",
  },
  steady: {
    flags: "--steady [method]",
    description: "find where the warm-up ends: changepoint or mser-5 (default: changepoint)",
  },
  x: {
    flags: "--x <column>",
    description: "where values stand: numbers such as elapsed_s, or names such as commit",
  },
  xLabel: { flags: "--x-label <text>", description: "what the x axis counts (default: iteration)" },
  xUnit: { flags: "--x-unit <unit>", description: "of the x axis, such as s" },
  band: { flags: "--band", description: "draw confidence bands (default: for up to three samples)" },
  noBand: { flags: "--no-band", description: "leave the confidence bands out" },
  shift: {
    flags: "--shift",
    description: "the shift function, in a panel of its own (default: for two samples)",
  },
  noShift: { flags: "--no-shift", description: "leave the shift function out" },
  order: { flags: "--order <order>", description: "given or median" },
  noiseFloor: {
    flags: "--noise-floor <share>",
    description: "the smallest change that can be told from noise, such as 0.02",
    parse: number,
  },
  better: { flags: "--better <direction>", description: "lower or higher (default: lower)" },
  sorted: { flags: "--sorted", description: "from the largest fall to the largest rise" },
  lag: { flags: "--lag <n>", description: "how many values before (default: 1)", parse: number },
  lags: { flags: "--lags <n>", description: "up to how many values before", parse: number },
  bins: { flags: "--bins <n>", description: "how many bins", parse: number },
  range: {
    flags: "--range <low,high>",
    description: "where bins begin and end, in the unit of the values (default: all)",
    parse: range,
  },
  heights: { flags: "--heights <kind>", description: "count, share or density" },
  rug: { flags: "--rug", description: "a tick for each value (default: for few values)" },
  errors: {
    flags: "--errors <kind>",
    description: "sd (one standard deviation) or interval (of the mean, 95 %)",
  },
  confidence: { flags: "--confidence <p>", description: "of intervals, such as 0.95", parse: number },
  resamples: { flags: "--resamples <n>", description: "of the bootstrap", parse: number },
  seed: { flags: "--seed <n>", description: "of everything random (default: 1)", parse: number },
};

const commonOptions: readonly OptionSpec[] = [
  { flags: "--title <text>", description: "states the finding" },
  { flags: "--subtitle <text>", description: "says how to read the figure" },
  { flags: "--caption <text>", description: "stands below it" },
  { flags: "--theme <theme>", description: "light or dark (default: light)" },
  { flags: "--width <pixels>", description: "of the figure (default: 960)", parse: number },
  { flags: "--height <pixels>", description: "of the figure", parse: number },
  {
    flags: "--dataset <name>",
    description: "plot a dataset that comes along, such as smt, instead of files",
  },
  {
    flags: "--where <label=value>",
    description: "only samples with that label; several values with commas, several labels by repetition",
    parse: filter,
  },
  { flags: "--value <column>", description: "which column holds the values, of several" },
  { flags: "--run <column>", description: 'which one tells runs apart (default: "run")' },
  {
    flags: "--iteration <column>",
    description: 'which one orders the values of a run (default: "iteration")',
  },
  {
    flags: "--labels <columns>",
    description: 'which ones tell samples apart (default: all others; none: "")',
    parse: list,
  },
  {
    flags: "--unit <unit>",
    description: 'of the values, such as ms (default: from a name such as "latency_ms")',
  },
  { flags: "--metric <name>", description: "what was measured, such as latency" },
  {
    flags: "-o, --output <file>",
    description: "write .svg, .png, .html, .json (Plotly) or .txt (default: print it)",
  },
  { flags: "--pixels <n>", description: "of a PNG for each pixel of the figure, such as 1", parse: number },
  {
    flags: "--columns <n>",
    description: "width of the text (default: that of the terminal, or 80)",
    parse: number,
  },
];

function number(text: string): number {
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(value)) return value;
  throw new InvalidArgumentError("Needs a number.");
}

function range(text: string): readonly number[] {
  const ends = text.split(",").map(number);
  if (ends.length === 2) return ends;
  throw new InvalidArgumentError("Needs two numbers, such as 90,110.");
}

function list(text: string): readonly string[] {
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function names(text: string): string | readonly string[] {
  const all = list(text);
  return all.length === 1 ? (all[0] ?? "") : all;
}

function filter(text: string, before: unknown): Readonly<Record<string, readonly string[]>> {
  const [, label, values] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  if (label === undefined || values === undefined) {
    throw new InvalidArgumentError("Needs a label and its value, such as smt=on.");
  }
  return {
    ...(before as Readonly<Record<string, readonly string[]>> | undefined),
    [label.trim()]: list(values),
  };
}
