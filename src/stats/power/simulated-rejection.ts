import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import { fillNormal } from "../../random/fill-normal.js";
import type { Rng } from "../../random/rng.js";
import { stream } from "../../random/stream.js";
import { mannWhitneyMargin } from "../rank/mann-whitney-margin.js";
import { superiority } from "../rank/superiority.js";
import { tieBlocks } from "../rank/tie-blocks.js";
import type { Noise } from "./noise.js";
import type { PowerAlternative, Rejection } from "./rejection.js";

/** Whether a test finds a difference between these two, which it may sort but not keep. */
export type Decision = (baseline: Float64Array, candidate: Float64Array) => boolean;

/**
 * The power of any test by simulation: normal values, or the pilot's drawn with replacement, the candidate's moved by the
 * effect. The same random numbers serve every effect, so power hardly ever falls where the effect grows.
 * Time O(simulations · cost of a decision) for each effect.
 */
export function simulatedRejection(
  noise: Noise,
  n: readonly [number, number],
  decide: Decision,
  simulations: number,
  seed: number,
): Rejection {
  return (effect) => {
    const rngs = [stream(seed, "power", "baseline"), stream(seed, "power", "candidate")] as const;
    const sides = [new Float64Array(n[0]), new Float64Array(n[1])] as const;
    let found = 0;
    for (let i = 0; i < simulations; i++) {
      draw(noise, 0, rngs[0], sides[0], 0);
      draw(noise, 1, rngs[1], sides[1], effect);
      if (decide(sides[0], sides[1])) found++;
    }
    const power = found / simulations;
    return { power, monteCarloError: Math.sqrt((power * (1 - power)) / simulations) };
  };
}

function draw(
  { sds, mean, residuals }: Noise,
  side: 0 | 1,
  rng: Rng,
  target: Float64Array,
  effect: number,
): void {
  const center = (mean ?? 0) + effect;
  if (residuals === null) {
    fillNormal(rng, target);
    for (let i = 0; i < target.length; i++) target[i] = center + sds[side] * target[i]!;
    return;
  }
  const values = residuals[side];
  const ranks = new Uint32Array(target.length);
  rng.fillBelow(ranks, values.length);
  for (let i = 0; i < target.length; i++) target[i] = center + values[ranks[i]!]!;
}

/** The exact test of Mann & Whitney; ties count half and are judged by the distribution without ties. */
export function mannWhitneyDecision(
  n: readonly [number, number],
  alpha: number,
  alternative: PowerAlternative,
): Decision {
  const { margin } = mannWhitneyMargin(n[0], n[1], alternative === "two-sided" ? alpha / 2 : alpha);
  const pairs = n[0] * n[1];
  return (baseline, candidate) => {
    const blocks = tieBlocks(baseline, candidate);
    const wins = superiority(n, blocks.baseline, blocks.candidate).estimate * pairs;
    const losses = alternative === "two-sided" ? Math.min(wins, pairs - wins) : pairs - wins;
    // Rounded to the half it is.
    return Math.round(2 * losses) < 2 * margin;
  };
}

/** A caller's own test: a difference is found if its p is at most alpha. */
export function ownDecision(
  functionName: string,
  test: (baseline: Float64Array, candidate: Float64Array) => number | null,
  alpha: number,
): Decision {
  return (baseline, candidate) => {
    const p: unknown = test(baseline, candidate);
    if (p === null) return false;
    if (typeof p === "number" && p >= 0 && p <= 1) return p <= alpha;
    throw new InputError(
      functionName,
      "test",
      `needs to return a p-value from 0 to 1, or null, got ${show(p)}`,
    );
  };
}
