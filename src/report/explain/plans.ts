import type { MinimumDetectableEffectResult } from "../../stats/minimum-detectable-effect.js";
import type { NoiseFloorResult } from "../../stats/noise-floor.js";
import type { PlanRepetitionsResult } from "../../stats/plan-repetitions.js";
import type { RequiredSampleSizeResult } from "../../stats/required-sample-size.js";
import type { TestPowerResult } from "../../stats/test-power.js";
import type { VarianceComponentsResult } from "../../stats/variance-components.js";
import { amount, count, countOf, given, joined, level, percent } from "./amount.js";
import type { ExplainersOf } from "./explainer.js";

/** How much is enough. */
export type PlanResult =
  | TestPowerResult
  | MinimumDetectableEffectResult
  | RequiredSampleSizeResult
  | NoiseFloorResult
  | VarianceComponentsResult
  | PlanRepetitionsResult;

export const planExplainers: ExplainersOf<PlanResult> = {
  "test-power": (result) => {
    const { power, n } = result;
    if (power === null) return "How often the test finds the difference cannot be told.";
    return `With ${sizes(n)} and ${noise(result)}, ${testName(result)} finds a difference of ${effect(result)} in ${share(power)} experiments.`;
  },
  "minimum-detectable-effect": (result) => {
    const { power, n } = result;
    const size = effect(result);
    if (size === "") return `With ${sizes(n)} no difference is found in ${share(power)} experiments.`;
    return (
      `With ${sizes(n)} and ${noise(result)}, ${testName(result)} finds a difference of ${size} in ${share(power)} experiments; smaller ones are ` +
      "missed more often, so that finding none says nothing about them."
    );
  },
  "required-sample-size": (result) => {
    const { n, power } = result;
    if (n === null)
      return `No affordable number of values finds a difference of ${effect(result)} in ${share(power)} experiments.`;
    return `It takes ${countOf(n, "value")} on each side for ${testName(result)} to find a difference of ${effect(result)} in ${share(power)} experiments, with ${noise(result)}.`;
  },
  "noise-floor": ({ floor, mean, largestObserved, confidence, comparedRuns, runs, statistic, unit }) => {
    if (floor === null)
      return `${countOf(runs, "run")} of the same code cannot show how much they differ by themselves.`;
    const relative = mean > 0 ? ` (${percent(floor / mean)})` : "";
    const each = comparedRuns === 1 ? "two single runs" : `${comparedRuns} against ${comparedRuns} runs`;
    return joined([
      `Changes below ${amount(floor, unit, 3)}${relative} are noise in this setup: so far apart may the ${statistic}s of ${each} of the same code be at ${level(confidence)} confidence, judged from ${countOf(runs, "run")}.`,
      largestObserved === null ? "" : `The two that differed most were ${percent(largestObserved)} apart.`,
    ]);
  },
  "variance-components": ({ betweenSd, withinSd, betweenShare, mean, runs, unit }) => {
    const share = betweenShare === null ? "" : `: ${percent(betweenShare)} of the variance lies between runs`;
    const advice =
      betweenShare !== null && betweenShare > 0.5 ? " More runs help more than more iterations." : "";
    return `Around a mean of ${amount(mean, unit)}, ${countOf(runs, "run")} scatter by ${amount(betweenSd, unit, 3)} and the iterations of one run by ${amount(withinSd, unit, 3)}${share}.${advice}`;
  },
  "plan-repetitions": ({ runs, iterations, relativeHalfWidth, cost, target, confidence }) => {
    if (runs === null || iterations === null)
      return `No affordable plan gives the mean to ±${percent(target)} at ${level(confidence)} confidence.`;
    const reach = relativeHalfWidth === null ? "" : `, ±${percent(relativeHalfWidth)} to be expected`;
    const price = cost === null ? "" : ` It costs ${given(cost, null)} in the unit of the costs given.`;
    return `To know the mean to ±${percent(target)} at ${level(confidence)} confidence as cheaply as can be, take ${countOf(runs, "run")} of ${countOf(iterations, "iteration")}${reach}.${price}`;
  },
};

type Power = TestPowerResult | MinimumDetectableEffectResult | RequiredSampleSizeResult;

/** Powers are rounded down, since a promise of 79.9 % is none of 80 %. */
function share(power: number): string {
  return `${count(Math.floor(1000 * power + 1e-9) / 10)} of 100`;
}

function sizes([baseline, candidate]: readonly [number, number]): string {
  return `${count(baseline)} and ${countOf(candidate, "value")}`;
}

function testName({ test, alternative, alpha }: Power): string {
  const name = {
    welch: "Welch's t-test",
    "mann-whitney": "the test of Mann and Whitney",
    custom: "the given test",
  }[test];
  return `${name} (${alternative}, level ${level(alpha)})`;
}

function noise({ cv, sd, unit }: Power): string {
  if (cv !== null) return `scatter of ${twice(cv.map(percent))} of the mean`;
  return sd === null ? "this scatter" : `scatter of ${twice(sd.map((value) => amount(value, unit, 3)))}`;
}

function twice([baseline, candidate]: readonly string[]): string {
  return baseline === candidate ? `${baseline}` : `${baseline} and ${candidate}`;
}

function effect({ effect, relativeEffect, unit }: Power): string {
  if (effect === null) return relativeEffect === null ? "" : `${percent(Math.abs(relativeEffect))}`;
  const relative = relativeEffect === null ? "" : ` (${percent(Math.abs(relativeEffect))})`;
  return `${amount(Math.abs(effect), unit, 3)}${relative}`;
}
