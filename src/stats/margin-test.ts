import { differenceOfMeans, type Moments } from "../core/moments.js";
import { studentTQuantile } from "./distributions.js";
import { studentTPValue } from "./p-value.js";
import { fiellerBounds, satterthwaite, squaredError } from "./welch-moments.js";

/** One of both one-sided tests. */
export interface MarginTest {
  /** The change under the null hypothesis, in the terms of the margin. */
  readonly bound: number;
  /** Student's t; null if neither sample varies. */
  readonly statistic: number | null;
  /** Degrees of freedom (Satterthwaite); null if neither sample varies. */
  readonly df: number | null;
  readonly p: number | null;
}

/**
 * Welch's one-sided test against a change of this size: a difference, or a fraction of the baseline's mean, which scales the
 * noise of the baseline as well.
 */
export function marginTest(
  baseline: Moments,
  candidate: Moments,
  bound: number,
  isRelative: boolean,
  alternative: "less" | "greater",
): MarginTest {
  const slope = isRelative ? 1 + bound : 1;
  const standardError = Math.sqrt(slope ** 2 * squaredError(baseline) + squaredError(candidate));
  if (!(standardError > 0)) return { bound, statistic: null, df: null, p: null };
  const nullDifference = isRelative ? bound * baseline.mean : bound;
  const statistic = (differenceOfMeans(baseline, candidate) - nullDifference) / standardError;
  const df = satterthwaite(baseline, candidate, slope);
  return { bound, statistic, df, p: studentTPValue(statistic, df, alternative) };
}

/** The changes that tests of this `alpha` reject on neither side; null if they have no end. */
export function changeBounds(
  baseline: Moments,
  candidate: Moments,
  isRelative: boolean,
  alpha: number,
): readonly [low: number, high: number] | null {
  if (!isRelative) {
    const error = Math.sqrt(squaredError(baseline) + squaredError(candidate));
    const half = -studentTQuantile(alpha, satterthwaite(baseline, candidate)) * error;
    const difference = differenceOfMeans(baseline, candidate);
    return [difference - half, difference + half];
  }
  const low = relativeBound(baseline, candidate, alpha, 0);
  const high = relativeBound(baseline, candidate, alpha, 1);
  return low === null || high === null ? null : [low, high];
}

/**
 * The degrees of freedom depend a little on the bound, and the bound on them: the secant method settles both in some three
 * rounds.
 */
function relativeBound(baseline: Moments, candidate: Moments, alpha: number, side: 0 | 1): number | null {
  let df = satterthwaite(baseline, candidate);
  let slope = -1;
  let last = { df: Number.NaN, excess: Number.NaN };
  for (let round = 0; ; round++) {
    const bound = fiellerBounds(baseline, candidate, -studentTQuantile(alpha, df))?.[side];
    if (bound === undefined) return null;
    const excess = satterthwaite(baseline, candidate, 1 + bound) - df;
    if (Math.abs(excess) <= 1e-9 * df || round === 50) return bound;
    if (round > 0) slope = Math.min(-0.5, (excess - last.excess) / (df - last.df));
    last = { df, excess };
    df -= excess / slope;
  }
}
