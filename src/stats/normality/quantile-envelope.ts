import { countBelow } from "../../core/count-below.js";
import { gammaVariate } from "../../random/gamma-variate.js";
import { stream } from "../../random/stream.js";
import { normalQuantile } from "../distributions.js";

/** Between which bounds the ordered values of a normal sample lie, all of them together. */
export interface QuantileEnvelope {
  /** For each rank asked for; in standard deviations from the middle, both by the quartiles. */
  readonly low: readonly number[];
  readonly high: readonly number[];
}

const simulations = 1_999;

/**
 * The envelope that holds a normal sample's ordered values at all of some ranks at once with this confidence, after the sample has
 * been moved and scaled so that its quartiles are those of the standard normal distribution, as the line through the
 * quartiles of a quantile plot does.
 *
 * By simulation, so that the scaling is accounted for: the innermost pair of order statistics of the simulated samples that
 * leaves out at most 1 − confidence of them at any rank (the global rank envelope of Myllymäki et al. 2017, Journal of the Royal
 * Statistical Society B 79, 381–404, doi:10.1111/rssb.12172). Ordered uniform values are drawn at these ranks alone, as sums
 * of gamma numbers. Time O(simulations · ranks), whatever n is.
 *
 * @param n - size of the sample, 4 or more
 * @param ranks - ascending, from 1 to n
 */
export function normalQuantileEnvelope(
  n: number,
  ranks: readonly number[],
  confidence: number,
  seed: number,
): QuantileEnvelope {
  const draws = simulate(n, ranks, seed);
  const sorted = draws.map((values) => Float64Array.from(values).sort());
  const depth = depthOf(draws, sorted, confidence);
  return {
    low: sorted.map((values) => values[depth - 1]!),
    high: sorted.map((values) => values[simulations - depth]!),
  };
}

/** The simulated values by rank. */
function simulate(n: number, ranks: readonly number[], seed: number): readonly Float64Array[] {
  const rng = stream(seed, "quantile-envelope", String(n));
  const quartiles = [0.25, 0.75].map((p) => quartileAt(n, p));
  const needed = [...new Set([...ranks, ...quartiles.flatMap(({ below, above }) => [below, above])])].sort(
    (a, b) => a - b,
  );
  const indexOf = new Map(needed.map((rank, index) => [rank, index]));
  const draws = ranks.map(() => new Float64Array(simulations));
  const normal = new Float64Array(needed.length);
  const [lowerZ, upperZ] = [normalQuantile(0.25), normalQuantile(0.75)];
  for (let simulation = 0; simulation < simulations; simulation++) {
    let [sum, before] = [0, 0];
    for (let i = 0; i < needed.length; i++) {
      sum += gammaVariate(rng, needed[i]! - before);
      before = needed[i]!;
      normal[i] = sum;
    }
    const total = sum + gammaVariate(rng, n + 1 - before);
    for (let i = 0; i < needed.length; i++) normal[i] = normalQuantile(normal[i]! / total);
    const [lower, upper] = quartiles.map(({ below, above, part }) => {
      const [from, to] = [normal[indexOf.get(below)!]!, normal[indexOf.get(above)!]!];
      return from + part * (to - from);
    }) as [number, number];
    const scale = (upperZ - lowerZ) / (upper - lower);
    for (let k = 0; k < ranks.length; k++)
      draws[k]![simulation] = lowerZ + scale * (normal[indexOf.get(ranks[k]!)!]! - lower);
  }
  return draws;
}

/** Between which ranks a quartile of type 7 lies, and where. */
function quartileAt(n: number, p: number): { below: number; above: number; part: number } {
  const place = p * (n - 1);
  const below = Math.floor(place);
  return { below: below + 1, above: Math.min(n, below + 2), part: place - below };
}

/** How many of the outermost simulated values may be cut at every rank. */
function depthOf(
  draws: readonly Float64Array[],
  sorted: readonly Float64Array[],
  confidence: number,
): number {
  const extremes = Float64Array.from({ length: simulations }, () => simulations);
  for (let k = 0; k < draws.length; k++) {
    // Equal at the quartiles, where all samples are made to agree: there nothing is extreme.
    if (sorted[k]![simulations - 1]! - sorted[k]![0]! < 1e-9) continue;
    for (let simulation = 0; simulation < simulations; simulation++) {
      const below = countBelow(sorted[k]!, draws[k]![simulation]!);
      const depth = Math.min(below + 1, simulations - below);
      if (depth < extremes[simulation]!) extremes[simulation] = depth;
    }
  }
  extremes.sort();
  return Math.max(1, extremes[Math.floor((1 - confidence) * simulations)]!);
}
