import type { MeasurementWindowResult } from "../../steady/check-measurement-window.js";
import type { ClassifyWarmupResult, RunClass, RunsClass } from "../../steady/classify-warmup.js";
import type { SteadyStateResult } from "../../steady/steady-state.js";
import type { SteadyStateOverRunsResult } from "../../steady/steady-state-over-runs.js";
import { amount, count, countOf, joined, level, listOf, percent, span } from "./amount.js";
import { compatibleChanges, compatibleValues, directionOf } from "./change.js";
import type { ExplainersOf } from "./explainer.js";

/** Results about warm-up. */
export type SteadyResult =
  | SteadyStateResult
  | SteadyStateOverRunsResult
  | ClassifyWarmupResult
  | MeasurementWindowResult;

export const steadyExplainers: ExplainersOf<SteadyResult> = {
  changepoint: (result) => joined([development(result), steadyMean(result)]),
  "mser-5": (result) =>
    result.start === null
      ? withoutSteadyState(result)
      : joined([
          result.start === 0
            ? "MSER-5 cuts nothing off."
            : `MSER-5 cuts off the first ${countOf(result.start, "iteration")} of ${count(result.n)}${timeTo(result)}.`,
          steadyMean(result),
        ]),
  "steady-state-over-runs": ({ reached, runs, start, mean, meanInterval, confidence, unit }) => {
    const [low, high] = start.range;
    const range =
      low === null ? "" : ` (5 to 95 % of runs: ${place(low)} to ${high === null ? "never" : place(high)})`;
    const typical =
      start.median === null
        ? ""
        : `Typically the steady state begins at iteration ${place(start.median)}${range}.`;
    return joined([
      reached === 0
        ? `None of ${countOf(runs.length, "run")} becomes steady.`
        : `${reached === runs.length ? "All" : `${count(reached)} of`} ${countOf(runs.length, "run")} become steady.`,
      typical,
      mean === null ? "" : `The steady mean over runs is ${amount(mean, unit)}.`,
      compatibleValues(meanInterval, unit, confidence),
    ]);
  },
  "warmup-classes": ({ classification, counts, runs }) => {
    if (classification === null) return "Not all runs are long enough to tell whether they warm up.";
    const known = (Object.entries(counts) as [RunClass, number][]).filter(([, number]) => number > 0);
    const parts = known.map(
      ([name, number]) => `${count(number)} ${number === 1 ? verbs[name][0] : verbs[name][1]}`,
    );
    const [only, ...others] = runs;
    return others.length === 0 && only?.classification
      ? `The run ${verbs[only.classification][0]}${only.start ? ` until iteration ${count(only.start)}` : ""}.`
      : `Of ${count(runs.length)} runs ${listOf(parts)}: ${verdicts[classification]}.`;
  },
  "measurement-window": ({
    steady,
    inWarmup,
    n,
    warmup,
    bias,
    biasInterval,
    relativeBias,
    confidence,
    unit,
  }) => {
    if (steady === null || inWarmup === null || warmup === null) {
      return `Whether the window of ${countOf(n, "iteration")} is in the steady state cannot be told, since none was reached.`;
    }
    if (steady) return `All ${countOf(n, "iteration")} of the window are in the steady state.`;
    const { more, less } = directionOf(unit);
    const off =
      bias === null || bias === 0
        ? ""
        : `Its mean is ${amount(Math.abs(bias), unit, 3)}${relativeBias === null ? "" : ` (${percent(Math.abs(relativeBias))})`} ${bias > 0 ? more : less} than the steady mean.`;
    return joined([
      `The window of ${countOf(n, "iteration")} ${inWarmup > 0 ? "begins" : "may begin"} before the steady state, which starts at iteration ${count(warmup)}.`,
      off,
      compatibleChanges(biasInterval, unit, confidence),
    ]);
  },
};

const verbs: Readonly<Record<RunClass, readonly [one: string, many: string]>> = {
  flat: ["is steady from the first iteration on", "are steady from the first iteration on"],
  warmup: ["warms up", "warm up"],
  slowdown: ["slows down", "slow down"],
  "no steady state": ["reaches no steady state", "reach no steady state"],
};

const verdicts: Readonly<Record<RunsClass, string>> = {
  flat: "flat",
  warmup: "warm-up",
  slowdown: "slowdown",
  "no steady state": "no steady state",
  "good inconsistent": "good inconsistent, since either way the end of a run shows the steady state",
  "bad inconsistent": "bad inconsistent, so one run does not stand for another",
};

function development(result: SteadyStateResult): string {
  const { classification, start, startInterval, confidence } = result;
  if (start === null || classification === null) return withoutSteadyState(result);
  if (start === 0) return "The run is steady from the first iteration on.";
  const [first, last] = startInterval ?? [start, start];
  const bounds = first === last ? "" : ` (${level(confidence)} interval: ${count(first)} to ${count(last)})`;
  const change =
    classification === "slowdown" ? "slows down" : classification === "warmup" ? "warms up" : "changes";
  return `The run ${change} until iteration ${count(start)}${bounds}${timeTo(result)}, and is steady from there on.`;
}

function withoutSteadyState({ n }: SteadyStateResult): string {
  return `The run of ${countOf(n, "iteration")} shows no steady state.`;
}

function timeTo({ time, timeUnit }: SteadyStateResult): string {
  if (time === null) return "";
  return timeUnit === null
    ? `, ${amount(time, null)} by its times`
    : `, which takes ${amount(time, timeUnit)}`;
}

function steadyMean({ mean, meanInterval, effectiveSize, confidence, unit }: SteadyStateResult): string {
  if (mean === null) return "";
  const interval =
    meanInterval === null || effectiveSize === null
      ? ""
      : ` (${level(confidence)} interval: ${span(...meanInterval, unit)}), as certain as that of ${amount(effectiveSize, "1", 3)} independent values`;
  return `The steady mean is ${amount(mean, unit)}${interval}.`;
}

/** A median of iterations may be half. */
function place(iteration: number): string {
  return count(Math.ceil(iteration));
}
