import { InputError } from "../../core/input-error.js";
import type { PlotSample } from "../plot-samples.js";
import { outlierIndices, type PlotChanges } from "./change-marks.js";
import type { PlotSteadyStart } from "./steady-marks.js";

/** How runs lie along the x axis: over one another, or end to end. */
export type SeriesRuns = "overlaid" | "joined";

/** A finding about a stretch of a sample: all of it, or one of its runs. */
export interface SeriesFinding<Result> {
  readonly result: Result;
  /** Place of its first value on the x axis. */
  readonly offset: number;
  /** Null if it is about the whole sample. */
  readonly run: number | null;
}

/** What was found, by sample. */
export interface SeriesFindings {
  readonly runs: SeriesRuns;
  readonly changes: readonly (readonly SeriesFinding<PlotChanges>[])[];
  readonly steady: readonly (readonly SeriesFinding<PlotSteadyStart>[])[];
}

/**
 * Gives each result the sample or run that it is about.
 *
 * @throws {InputError} there are neither as many results as samples nor as many as runs, one is about another length, or results
 *   about all runs of a sample are to be drawn over overlaid ones
 */
export function seriesFindings(
  samples: readonly PlotSample[],
  options: {
    readonly runs: SeriesRuns | undefined;
    readonly changePoints: PlotChanges | readonly PlotChanges[] | undefined;
    readonly steady: PlotSteadyStart | readonly PlotSteadyStart[] | undefined;
  },
): SeriesFindings {
  const changes = listOf(options.changePoints);
  const steady = listOf(options.steady);
  for (const [index, result] of changes.entries()) checkResult("changePoints", index, result, isChanges);
  for (const [index, result] of steady.entries()) checkResult("steady", index, result, isSteadyStart);
  const isOfSamples = changes.length > 0 && changes.length === samples.length;
  const several = samples.some((sample) => sample.runs.length > 1);
  const { runs = isOfSamples && several ? "joined" : "overlaid" } = options;
  const assigned = assign("changePoints", changes, samples, runs);
  for (const [index, findings] of assigned.entries())
    for (const finding of findings) checkLength(finding, samples[index]!);
  const starts = assign("steady", steady, samples, runs);
  for (const [index, findings] of starts.entries())
    for (const finding of findings) checkStart(finding, samples[index]!);
  return { runs, changes: assigned, steady: starts };
}

function listOf<Result>(results: Result | readonly Result[] | undefined): readonly Result[] {
  if (results === undefined) return [];
  return Array.isArray(results) ? results : [results as Result];
}

function assign<Result>(
  argument: string,
  results: readonly Result[],
  samples: readonly PlotSample[],
  runs: SeriesRuns,
): readonly (readonly SeriesFinding<Result>[])[] {
  if (results.length === 0) return samples.map(() => []);
  const total = samples.reduce((sum, sample) => sum + sample.runs.length, 0);
  if (results.length === total) {
    let next = 0;
    return samples.map((sample) => {
      let before = 0;
      return sample.runs.map((values, run) => {
        const offset = runs === "joined" ? before : 0;
        before += values.length;
        return { result: results[next++]!, offset, run: sample.runs.length === 1 ? null : run };
      });
    });
  }
  if (results.length !== samples.length) {
    const each = total === samples.length ? "" : ` or for each run (${total})`;
    throw new InputError(
      "seriesPlot",
      argument,
      `needs a result for each sample (${samples.length})${each}, got ${results.length}`,
    );
  }
  if (runs === "overlaid") {
    throw new InputError(
      "seriesPlot",
      "runs",
      `needs to be "joined" for results about all runs of a sample end to end; for "overlaid", give ${argument} a result for each run (${total})`,
    );
  }
  return results.map((result) => [{ result, offset: 0, run: null }]);
}

function checkResult(
  argument: string,
  index: number,
  result: unknown,
  isResult: (result: object) => boolean,
): void {
  if (typeof result === "object" && result !== null && isResult(result)) return;
  const example = argument === "steady" ? "steadyState(values)" : "detectChangePoints(values)";
  throw new InputError("seriesPlot", `${argument}[${index}]`, `needs a result such as that of ${example}`);
}

function isChanges(result: object): boolean {
  const { changePoints, segments } = result as Partial<PlotChanges>;
  return Array.isArray(changePoints) && Array.isArray(segments);
}

function isSteadyStart(result: object): boolean {
  const { start } = result as Partial<PlotSteadyStart>;
  return start === null || Number.isSafeInteger(start);
}

function checkLength(finding: SeriesFinding<PlotChanges>, sample: PlotSample): void {
  const { n, name } = stretchOf(finding, sample);
  const last = Math.max(0, ...outlierIndices(finding.result));
  if (finding.result.n === n && last < n) return;
  throw new InputError(
    "seriesPlot",
    "changePoints",
    `needs results about the values that are drawn, ${n}${name}, got one about ${finding.result.n}`,
  );
}

function checkStart(finding: SeriesFinding<PlotSteadyStart>, sample: PlotSample): void {
  const { start } = finding.result;
  const { n, name } = stretchOf(finding, sample);
  if (start === null || (start >= 0 && start < n)) return;
  throw new InputError(
    "seriesPlot",
    "steady",
    `needs a start from 0 to ${n - 1}, as there are ${n} values${name}, got ${start}`,
  );
}

/** How many values a finding is about, and what they are called, in brackets. */
function stretchOf(
  { run }: SeriesFinding<unknown>,
  { name, runs }: PlotSample,
): { readonly n: number; readonly name: string } {
  const part = run === null ? runs : [runs[run]!];
  const of = [name, run === null ? "" : `run ${run + 1}`].filter((text) => text !== "").join(", ");
  return { n: part.reduce((total, values) => total + values.length, 0), name: of === "" ? "" : ` (${of})` };
}
