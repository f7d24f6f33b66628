import { availableParallelism } from "node:os";
import { checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { show } from "../core/show.js";
import { analyseSeries, type SeriesOutcome } from "./all-series/analyse-series.js";
import { runWorkers } from "./all-series/run-workers.js";
import type { SeriesRun, TimedSeries } from "./all-series/series-run.js";
import {
  type ChangePointMethod,
  type DetectChangePointsOptions,
  type DetectChangePointsResult,
  detectChangePoints,
} from "./detect-change-points.js";

/** Series to search, by name. */
export type SeriesByName = Readonly<Record<string, Measurements | TimedSeries>>;

/** Options of {@link detectChangePointsInAll}: those of each search, and how to go about them. */
export type DetectChangePointsInAllOptions<Method extends ChangePointMethod = ChangePointMethod> =
  DetectChangePointsOptions<Method> & {
    /**
     * Threads beside this one; 0 to search in this one. Default: as many as there are cores, none for little work or a cost
     * of one's own.
     */
    readonly workers?: number;
    /** Called after each series that is done. */
    readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
    /** Stops the search. */
    readonly signal?: AbortSignal;
  };

/** Result of {@link detectChangePointsInAll}. */
export interface DetectChangePointsInAllResult<Method extends ChangePointMethod = ChangePointMethod> {
  /** By name, in the order given; without those of `failures`. */
  readonly results: Readonly<Record<string, DetectChangePointsResult<Method>>>;
  /** The series that could not be searched, and why. */
  readonly failures: Readonly<Record<string, string>>;
  /** How many series were given. */
  readonly n: number;
}

/** Below so many values, threads cost more than they save. */
const fewValues = 50_000;

/**
 * Change points of many series, on several cores: for each what {@link detectChangePoints} gives, whatever the number of
 * workers.
 *
 * A series that cannot be searched (one value missing, say) does not stop the others. Each series is tested at `alpha` by
 * itself; over many, {@link adjustPValues} of each `p` tells which to believe.
 *
 * @param seriesByName - values, a sample, or `{ values, times }`, by name
 * @param options - those of {@link detectChangePoints} for all; `workers`, `onProgress`, `signal`
 * @returns `results` by name, and `failures` with the reason; rejects with the signal's reason if that is aborted
 * @throws {InputError} an option is out of range
 * @example
 * const times = Array.from({ length: 60 }, (_, i) => (i < 40 ? 100 : 108) + (i * 7) % 5)
 * const { results, failures } = await detectChangePointsInAll({ parse: times, print: [Number.NaN] })
 * results.parse.indices // [40]
 * failures.print // "detectChangePoints: values[0] needs a finite number, got NaN"
 */
export async function detectChangePointsInAll<Method extends ChangePointMethod = "rank-scan">(
  seriesByName: SeriesByName,
  options: DetectChangePointsInAllOptions<Method> = {} as DetectChangePointsInAllOptions<Method>,
): Promise<DetectChangePointsInAllResult<Method>> {
  const functionName = "detectChangePointsInAll";
  checkOptions(functionName, seriesByName, "seriesByName");
  const { workers, onProgress, signal, ...search } = checkOptions(functionName, options);
  const names = Object.keys(seriesByName);
  const series = names.map((name) => seriesByName[name]!);
  if (workers !== undefined) checkInteger(functionName, "workers", workers, 0, 1024);
  if (onProgress !== undefined && typeof onProgress !== "function") {
    throw new InputError(functionName, "onProgress", `needs a function, got ${show(onProgress)}`);
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new InputError(functionName, "signal", `needs an AbortSignal, got ${show(signal)}`);
  }
  checkSearch(functionName, search);
  signal?.throwIfAborted();
  const run = { series, search, done: progressOf(onProgress, names.length), signal };
  const threads = Math.min(workers ?? usefulWorkers(series), names.length);
  const outcomes =
    threads === 0 || !isCloneable(search) ? await inThisThread(run) : await runWorkers(run, threads);
  const results: [string, DetectChangePointsResult<Method>][] = [];
  const failures: [string, string][] = [];
  for (const [k, outcome] of outcomes.entries()) {
    if ("failure" in outcome) failures.push([names[k]!, outcome.failure]);
    else results.push([names[k]!, outcome.result as DetectChangePointsResult<Method>]);
  }
  return { results: Object.fromEntries(results), failures: Object.fromEntries(failures), n: names.length };
}

/** A wrong option is wrong for every series, so it shows where there is nothing to find. */
function checkSearch(functionName: string, search: object): void {
  try {
    detectChangePoints(Array(16).fill(1), { ...search, times: undefined } as object);
  } catch (error) {
    if (!(error instanceof InputError) || error.argument.startsWith("values")) return;
    throw new InputError(functionName, error.argument, error.problem);
  }
}

function progressOf(onProgress: DetectChangePointsInAllOptions["onProgress"], total: number): () => void {
  let done = 0;
  return () => onProgress?.({ done: ++done, total });
}

/** A cost is a function, which no other thread can be given. */
function isCloneable(search: object): boolean {
  try {
    structuredClone(search);
    return true;
  } catch {
    return false;
  }
}

function usefulWorkers(series: SeriesRun["series"]): number {
  const total = series.reduce((sum, one) => sum + sizeOf(one), 0);
  return total < fewValues ? 0 : availableParallelism();
}

function sizeOf(series: Measurements | TimedSeries): number {
  if (typeof series !== "object" || series === null) return 0;
  const values = "values" in series && typeof series.values !== "function" ? series.values : series;
  if ("runs" in values) return values.runs.reduce((sum, { length }) => sum + length, 0);
  return "length" in values ? values.length : 0;
}

async function inThisThread({ series, search, done, signal }: SeriesRun): Promise<SeriesOutcome[]> {
  const outcomes: SeriesOutcome[] = [];
  for (const one of series) {
    // Others get their turn, an abort among them.
    await new Promise((resolve) => setImmediate(resolve));
    signal?.throwIfAborted();
    outcomes.push(analyseSeries(one, search));
    done();
  }
  return outcomes;
}
