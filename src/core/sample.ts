import { checkNumbers } from "./check-numbers.js";
import { checkChoice, checkOptions } from "./check-options.js";
import { InputError } from "./input-error.js";
import { show } from "./show.js";
import type { Values } from "./values.js";

/**
 * All values of one benchmark under one configuration, on two levels: iterations of one process are not
 * independent, so the runs they came from are kept.
 */
export interface Sample {
  /** Name of the benchmark. */
  readonly benchmark: string;
  /** What was measured: "time", "latency p50", "throughput", … */
  readonly metric: string;
  /** UCUM-like: "ns", "ms", "s", "B", "1/s", "1". */
  readonly unit: string;
  /** Which direction is an improvement. */
  readonly better: "lower" | "higher";
  /** One array of values a run (one process, or one repetition of the harness), in time order. */
  readonly runs: readonly Float64Array[];
  /** The configuration: commit, cpu, os, … */
  readonly labels: Readonly<Record<string, string>>;
}

/** What {@link createSample} takes: a {@link Sample} with defaults, whose runs may be plain arrays. */
export interface SampleDescription {
  readonly benchmark: string;
  /** Default "time". */
  readonly metric?: string;
  /** Default "1" (no unit). */
  readonly unit?: string;
  /** Default "lower". */
  readonly better?: "lower" | "higher";
  /** One array a run, in time order. */
  readonly runs: readonly Values[];
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * A {@link Sample} from plain arrays; the values are copied.
 *
 * @param description - `benchmark` and `runs` (one or more arrays of finite values); the rest has defaults
 * @returns a sample whose runs are `Float64Array`s
 * @throws {InputError} there is no run, a run is empty, a value is not finite, or a name or label is no text
 * @example
 * createSample({ benchmark: "parse", unit: "ms", runs: [[12.1, 12.4], [11.9, 12.0]] }).runs.length // 2
 */
export function createSample(description: SampleDescription): Sample {
  const {
    benchmark,
    metric = "time",
    unit = "1",
    better = "lower",
    runs,
    labels = {},
  } = checkOptions("createSample", description, "description");
  checkText("benchmark", benchmark);
  if (benchmark === "") throw new InputError("createSample", "benchmark", 'needs a name, got ""');
  checkText("metric", metric);
  checkText("unit", unit);
  checkChoice("createSample", "better", better, ["lower", "higher"]);
  if (!Array.isArray(runs) || runs.length === 0) {
    throw new InputError(
      "createSample",
      "runs",
      `needs one array of values a run, and one run or more, got ${Array.isArray(runs) ? "none" : show(runs)}`,
    );
  }
  checkOptions("createSample", labels, "labels");
  for (const [name, label] of Object.entries(labels)) checkText(`labels.${name}`, label);
  return {
    benchmark,
    metric,
    unit,
    better,
    runs: Array.from(runs, copyRun),
    labels: { ...labels },
  };
}

function checkText(argument: string, value: unknown): void {
  if (typeof value !== "string") {
    throw new InputError("createSample", argument, `needs to be text, got ${show(value)}`);
  }
}

function copyRun(run: Values, index: number): Float64Array {
  const values = checkNumbers("createSample", `runs[${index}]`, run);
  if (values.length > 0) return Float64Array.from(values);
  throw new InputError("createSample", `runs[${index}]`, "needs one value or more, got none");
}

/** Whether `input` is a {@link Sample} rather than plain values. */
export function isSample(input: unknown): input is Sample {
  return typeof input === "object" && input !== null && "runs" in input && Array.isArray(input.runs);
}

/** All values of a sample, run after run, in time order. Time and memory O(n). */
export function sampleValues(sample: Sample): Float64Array {
  const [first] = sample.runs;
  if (sample.runs.length === 1 && first !== undefined) return first.slice();
  const all = new Float64Array(sample.runs.reduce((total, run) => total + run.length, 0));
  let offset = 0;
  for (const run of sample.runs) {
    all.set(run, offset);
    offset += run.length;
  }
  return all;
}
