import { checkConfidence, checkFinite, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { normalQuantile, studentTQuantile } from "./distributions.js";
import type { Runs } from "./runs/run-values.js";
import { type VarianceComponentsResult, varianceComponents } from "./variance-components.js";

/** What noise is made of: variances, in the square of the unit of the mean. */
export interface NoiseComponents {
  readonly between: number;
  readonly within: number;
  /** Above zero. */
  readonly mean: number;
}

/** Options of {@link planRepetitions}. */
export interface PlanRepetitionsOptions {
  /** What one run costs before its first useful iteration (start, warm-up), and what one iteration costs; in any one unit. */
  readonly costs: { readonly run: number; readonly iteration: number };
  /** Half the width of the interval of the mean, over the mean; a fraction. Default 0.01. */
  readonly target?: number;
  /** Of that interval, in (0, 1). Default 0.95. */
  readonly confidence?: number;
}

/** Result of {@link planRepetitions}. */
export interface PlanRepetitionsResult {
  readonly method: "plan-repetitions";
  /** How many runs; null, with a warning, where a million would not do, or nothing varies. */
  readonly runs: number | null;
  /** How many iterations of each, after its warm-up. */
  readonly iterations: number | null;
  /** Of all runs, in the unit of `costs`. */
  readonly cost: number | null;
  /** What to expect of this plan: `target` or a little less. */
  readonly relativeHalfWidth: number | null;
  /** Of Kalibera & Jones, for many runs: √(costs.run / costs.iteration · within / between); null if between is 0. */
  readonly optimalIterations: number | null;
  readonly target: number;
  readonly confidence: number;
  readonly costs: { readonly run: number; readonly iteration: number };
  readonly components: NoiseComponents;
  readonly warnings: readonly Warning[];
}

/**
 * How many runs, and how many iterations of each, give a mean as precise as asked for at the least cost.
 *
 * Assumes independent runs, and independent iterations after the warm-up; the interval is Student's of the means of runs, so
 * fewer than two runs are never planned. Kalibera & Jones (2013), ISMM, 63–74, doi:10.1145/2491894.2464160, give the iterations
 * for many runs; here the cheapest of all combinations is searched with the critical value that the number of runs has, which
 * for few runs matters more. The interval of a difference or ratio of two such means is wider by √2. The plan is only as good as
 * the components, see {@link varianceComponents}. Time: some thousand quantiles of Student's t at worst.
 *
 * @param noise - a sample with several runs, an array of runs, or the result of {@link varianceComponents}
 * @param options - `costs` of a run ≥ 0 and of an iteration > 0; `target` > 0, default 0.01; `confidence` in (0, 1), default 0.95
 * @returns `runs`, `iterations`, `cost` and the `relativeHalfWidth` to expect; null, with a warning, if out of reach
 * @throws {InputError} there are too few runs or iterations, the mean is not above zero, or an option is missing or out of range
 * @example
 * const plan = planRepetitions({ between: 4, within: 25, mean: 100 }, { costs: { run: 10, iteration: 1 } })
 * plan.optimalIterations // ≈ 7.906
 * plan.runs // 30
 * plan.iterations // 8
 */
export function planRepetitions(
  noise: Runs | NoiseComponents,
  options: PlanRepetitionsOptions,
): PlanRepetitionsResult {
  const { costs, target = 0.01, confidence = 0.95 } = checkOptions("planRepetitions", options);
  const measured = isComponents(noise) ? noise : varianceComponents(noise);
  const { between, within, mean } = measured;
  checkComponents({ between, within, mean });
  checkCosts(costs);
  if (!(target > 0 && target < Number.POSITIVE_INFINITY)) {
    throw new InputError(
      "planRepetitions",
      "target",
      `needs a number above 0, such as 0.01, got ${show(target)}`,
    );
  }
  checkConfidence("planRepetitions", confidence);

  const varies = between + within > 0;
  const components = { between, within, mean };
  const plan = varies ? cheapest(components, costs, target, confidence) : null;
  return {
    method: "plan-repetitions",
    runs: plan?.runs ?? null,
    iterations: plan?.iterations ?? null,
    cost: plan?.cost ?? null,
    relativeHalfWidth: plan === null ? null : halfWidth(components, plan, confidence),
    optimalIterations: between > 0 ? Math.sqrt((costs.run / costs.iteration) * (within / between)) : null,
    target,
    confidence,
    costs,
    components,
    warnings: [...warningsOf(measured), ...(varies && plan === null ? [outOfReach] : [])],
  };
}

interface Plan {
  readonly runs: number;
  readonly iterations: number;
  readonly cost: number;
}

/** For every number of runs the fewest iterations that do, until runs of one iteration cost more than the best plan. */
function cheapest(
  { between, within, mean }: NoiseComponents,
  costs: PlanRepetitionsOptions["costs"],
  target: number,
  confidence: number,
): Plan | null {
  const tail = (1 - confidence) / 2;
  // Student's quantile is larger than the normal one, so fewer runs cannot do.
  const fewest = Math.max(2, Math.floor((normalQuantile(tail) ** 2 * between) / (target * mean) ** 2));
  let best: Plan | null = null;
  // Beyond a thousand runs, one in a thousand makes no difference.
  for (let runs = fewest; runs <= 1e6; runs += Math.ceil(runs / 1000)) {
    if (best !== null && runs * (costs.run + costs.iteration) >= best.cost) break;
    const allowed = runs * ((target * mean) / studentTQuantile(tail, runs - 1)) ** 2 - between;
    if (!(allowed > 0)) continue;
    const iterations = Math.max(1, Math.ceil(within / allowed));
    const cost = runs * (costs.run + iterations * costs.iteration);
    if (best === null || cost < best.cost) best = { runs, iterations, cost };
  }
  return best;
}

function halfWidth(
  { between, within, mean }: NoiseComponents,
  { runs, iterations }: Plan,
  confidence: number,
): number {
  const critical = -studentTQuantile((1 - confidence) / 2, runs - 1);
  return (critical * Math.sqrt((between + within / iterations) / runs)) / mean;
}

function isComponents(noise: Runs | NoiseComponents): noise is NoiseComponents {
  return typeof noise === "object" && noise !== null && "between" in noise;
}

function warningsOf(measured: NoiseComponents | VarianceComponentsResult): readonly Warning[] {
  return "warnings" in measured ? measured.warnings : [];
}

function checkComponents(components: NoiseComponents): void {
  for (const [name, value] of Object.entries(components)) {
    checkFinite("planRepetitions", name, value);
    if (value < 0 || (name === "mean" && value === 0)) {
      throw new InputError("planRepetitions", name, `needs a number above 0, got ${value}`);
    }
  }
}

function checkCosts(costs: PlanRepetitionsOptions["costs"] | undefined): void {
  const { run = Number.NaN, iteration = Number.NaN } = costs ?? {};
  if (!(Number.isFinite(run) && run >= 0 && Number.isFinite(iteration) && iteration > 0)) {
    throw new InputError(
      "planRepetitions",
      "costs",
      `needs { run: 0 or more, iteration: above 0 }, got { run: ${show(costs?.run)}, iteration: ${show(costs?.iteration)} }`,
    );
  }
}

const outOfReach: Warning = {
  code: "out-of-reach",
  message: "Not even a million runs are so precise; reduce the noise between runs first, or ask for less.",
};
