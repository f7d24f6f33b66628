import { checkFinite } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import { effectMethodsText } from "./effect-methods.js";

/** Ends of an interval; null on a side that is open. */
export type EffectInterval = readonly [low: number | null, high: number | null];

/** A result of a comparison: {@link welchTTest}, {@link pairedTTest}, {@link bootstrapDifference}, {@link hodgesLehmannShift}, {@link geometricMeanRatio}, … */
export interface EffectResult {
  readonly method: string;
  readonly estimate: number | null;
  readonly interval: EffectInterval | null;
  readonly confidence?: number;
  /** How many values there were, of both samples where there are two. */
  readonly n?: number | readonly [baseline: number, candidate: number];
  /** With relativeInterval: a fraction, where the method gives one. */
  readonly relativeChange?: number | null;
  readonly relativeInterval?: EffectInterval | null;
  /** "ratio": the estimate is candidate / baseline. */
  readonly comparison?: string;
  /** The ratio of each benchmark of a suite. */
  readonly benchmarks?: readonly { readonly benchmark: string; readonly ratio: number }[];
}

/** What became of a benchmark. */
export type EffectVerdict = "improved" | "regressed" | "unchanged" | "inconclusive";

/** One line of an {@link intervalPlot}, in plain numbers: fractions for relative changes. */
export interface EffectRow {
  readonly name: string;
  /** Null where there is none. */
  readonly estimate: number | null;
  /** Default null: the estimate is drawn alone. */
  readonly interval?: EffectInterval | null;
  /** Default: from the interval and the noise floor. */
  readonly verdict?: EffectVerdict;
  /** A summary of the others, drawn as a diamond; default false. */
  readonly summary?: boolean;
}

/** What {@link intervalPlot} takes: results by name, results with a name each, plain rows, or the result about a suite. */
export type EffectInput =
  | Readonly<Record<string, EffectResult>>
  | readonly (EffectRow | { readonly name: string; readonly result: EffectResult })[]
  | EffectResult;

/** A row that was checked. */
export interface CheckedEffectRow extends EffectRow {
  readonly interval: EffectInterval | null;
}

/** Rows as they are drawn, and where they come from. */
export interface EffectRows {
  readonly rows: readonly CheckedEffectRow[];
  /** How the estimates were computed, of how many values; empty for plain rows. */
  readonly methods: string;
  /** Null if it is not the same for all, or not known. */
  readonly confidence: number | null;
}

/**
 * Reads effects from whatever the caller has.
 *
 * @param relative - whether results give their relative change, or the difference in its unit
 * @throws {InputError} there is nothing, or something is no effect, or a result cannot be told as asked
 */
export function effectRows(input: EffectInput, relative: boolean): EffectRows {
  if (typeof input !== "object" || input === null) {
    throw new InputError("intervalPlot", "effects", `needs ${wanted}, got ${show(input)}`);
  }
  const named = Array.isArray(input)
    ? input
    : isResult(input)
      ? suiteRows(input)
      : Object.entries(input).map(([name, result]) => ({ name, result }));
  if (named.length === 0) {
    throw new InputError("intervalPlot", "effects", "needs one effect or more, got none");
  }
  const rows = named.map((entry, index) => readRow(entry, index, relative));
  const results = named.flatMap((entry) => ("result" in entry ? [entry.result as EffectResult] : []));
  const levels = new Set(results.map(({ confidence }) => confidence));
  const [level] = levels;
  return {
    rows,
    methods: effectMethodsText(results),
    confidence: levels.size === 1 && level !== undefined ? level : null,
  };
}

const wanted =
  "results by name, such as { parse: welchTTest(before, after) }, or rows { name, estimate, interval }";

function isResult(input: object): input is EffectResult {
  return "method" in input && "estimate" in input;
}

/** The benchmarks of a suite, and their mean below them. */
function suiteRows(result: EffectResult): readonly object[] {
  const { benchmarks } = result;
  if (benchmarks === undefined) return [{ name: "", result }];
  return [
    ...benchmarks.map(({ benchmark, ratio }) => ({ name: benchmark, estimate: ratio - 1, interval: null })),
    { name: "geometric mean", summary: true, result },
  ];
}

function readRow(entry: unknown, index: number, relative: boolean): CheckedEffectRow {
  const place = `effects[${index}]`;
  if (typeof entry !== "object" || entry === null) {
    throw new InputError("intervalPlot", place, `needs ${wanted}, got ${show(entry)}`);
  }
  const { name, result, summary = false } = entry as { name?: unknown; result?: unknown; summary?: boolean };
  if (typeof name !== "string") {
    throw new InputError("intervalPlot", `${place}.name`, `needs a text, got ${show(name)}`);
  }
  if (result === undefined) return { summary, ...checkRow(place, entry as EffectRow) };
  if (typeof result !== "object" || result === null || !isResult(result)) {
    throw new InputError(
      "intervalPlot",
      `effects "${name}"`,
      `needs the result of a comparison, such as welchTTest(before, after), got ${show(result)}`,
    );
  }
  return { name, summary, ...fromResult(name, result, relative) };
}

function fromResult(
  name: string,
  result: EffectResult,
  relative: boolean,
): Pick<CheckedEffectRow, "estimate" | "interval"> {
  const { estimate, interval, relativeChange, relativeInterval = null, comparison, method } = result;
  if (!relative) {
    if (comparison !== "ratio") return { estimate, interval };
    throw new InputError(
      "intervalPlot",
      `effects "${name}"`,
      "needs a difference, got a ratio; leave out `unit`",
    );
  }
  if (relativeChange !== undefined) return { estimate: relativeChange, interval: relativeInterval };
  if (comparison === "ratio" || /ratio/.test(method)) {
    const less = (value: number | null): number | null => (value === null ? null : value - 1);
    return {
      estimate: less(estimate),
      interval: interval === null ? null : [less(interval[0]), less(interval[1])],
    };
  }
  throw new InputError(
    "intervalPlot",
    `effects "${name}"`,
    `needs a relative change, got a difference (${method}); compare with { comparison: "ratio" }, or give the unit to draw differences`,
  );
}

function checkRow(place: string, row: EffectRow): CheckedEffectRow {
  const { estimate, interval = null, verdict } = row;
  if (estimate !== null) checkFinite("intervalPlot", `${place}.estimate`, estimate);
  if (interval !== null) {
    if (!Array.isArray(interval) || interval.length !== 2) {
      throw new InputError("intervalPlot", `${place}.interval`, `needs two ends, got ${show(interval)}`);
    }
    const [low, high] = interval as unknown as EffectInterval;
    if (low !== null) checkFinite("intervalPlot", `${place}.interval[0]`, low);
    if (high !== null) checkFinite("intervalPlot", `${place}.interval[1]`, high);
    if (low !== null && high !== null && !(low <= high)) {
      const problem = `needs a low end up to the high one, got [${low}, ${high}]`;
      throw new InputError("intervalPlot", `${place}.interval`, problem);
    }
  }
  if (verdict !== undefined && !verdicts.includes(verdict)) {
    const problem = `needs one of ${verdicts.join(", ")}, got ${show(verdict)}`;
    throw new InputError("intervalPlot", `${place}.verdict`, problem);
  }
  return { ...row, interval };
}

/** In the order of the key. */
export const verdicts: readonly EffectVerdict[] = ["improved", "regressed", "unchanged", "inconclusive"];
