import { moments } from "../../core/moments.js";

/** A straight line through a series. */
export interface Line {
  /** From the first value to the last. */
  readonly change: number;
  /** Sum of squared deviations from it. */
  readonly squares: number;
}

/** The line of least squares. Time O(n). */
export function fitLine(values: Readonly<Float64Array>): Line {
  const n = values.length;
  const { mean, squares } = moments(values);
  let product = 0;
  for (let i = 0; i < n; i++) product += (i - (n - 1) / 2) * (values[i]! - mean);
  const spread = (n * (n * n - 1)) / 12;
  const slope = spread > 0 ? product / spread : 0;
  return { change: slope * (n - 1), squares: Math.max(0, squares - slope * product) };
}

/** An approach to a limit that slows down: `limit + height · exp(−i / time)`. */
export interface Decay {
  readonly limit: number;
  /** At the first value, above (positive) or below the limit. */
  readonly height: number;
  /** In values: the distance from the limit shrinks to 37 % in each. */
  readonly time: number;
  /** Sum of squared deviations from it. */
  readonly squares: number;
}

/** A decay, and those with the shortest and the longest time that fit nearly as well. */
export interface FittedDecay {
  readonly best: Decay;
  readonly shortest: Decay;
  readonly longest: Decay;
}

/**
 * The decay of least squares, with a time between 1 and n / 2, and the range of times whose sum of squares is larger by
 * no more than `allowed`: the profile likelihood. Time O(n) for each of about a hundred times tried.
 */
export function fitDecay(values: Readonly<Float64Array>, allowed: number): FittedDecay {
  const { mean, squares } = moments(values);
  const deviations = values.map((value) => value - mean);
  const longestLog = Math.log(values.length / 2);
  const at = (log: number) => decayOf(deviations, mean, squares, Math.exp(log));
  const steps = 24;
  const tried = Array.from({ length: steps + 1 }, (_, k) => at((longestLog * k) / steps));
  const place = tried.reduce((least, { squares }, k) => (squares < tried[least]!.squares ? k : least), 0);
  const centre = lowest(
    (log) => at(log).squares,
    (longestLog * Math.max(0, place - 1)) / steps,
    (longestLog * Math.min(steps, place + 1)) / steps,
  );
  const best = at(centre);
  const fits = (log: number) => at(log).squares - best.squares <= allowed;
  return { best, shortest: at(lastThat(fits, centre, 0)), longest: at(lastThat(fits, centre, longestLog)) };
}

function decayOf(deviations: Readonly<Float64Array>, mean: number, squares: number, time: number): Decay {
  const n = deviations.length;
  const ratio = Math.exp(-1 / time);
  let factor = 1;
  let sum = 0;
  let sumOfSquares = 0;
  let product = 0;
  for (let i = 0; i < n; i++) {
    sum += factor;
    sumOfSquares += factor * factor;
    product += factor * deviations[i]!;
    factor *= ratio;
  }
  const height = product / (sumOfSquares - (sum * sum) / n);
  return {
    limit: mean - (height * sum) / n,
    height,
    time,
    squares: Math.max(0, squares - height * product),
  };
}

const rounds = 25;

/** Golden section. */
function lowest(of: (x: number) => number, from: number, to: number): number {
  const share = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [from, to];
  for (let round = 0; round < rounds; round++) {
    const [left, right] = [high - share * (high - low), low + share * (high - low)];
    if (of(left) < of(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/** By bisection, from where it holds to where it may not. */
function lastThat(holds: (x: number) => boolean, from: number, to: number): number {
  if (holds(to)) return to;
  let [inside, outside] = [from, to];
  for (let round = 0; round < rounds; round++) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return inside;
}
