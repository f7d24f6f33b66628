import { normalCdf, studentTCdf } from "./distributions.js";
import type { Alternative } from "./interval.js";

/** The p-value of a statistic that follows Student's t under the null hypothesis; never 0. */
export function studentTPValue(statistic: number, df: number, alternative: Alternative): number {
  return tailProbability(statistic, alternative, (t) => studentTCdf(t, df));
}

/** The p-value of a statistic that is standard normal under the null hypothesis; never 0. */
export function normalPValue(z: number, alternative: Alternative): number {
  return tailProbability(z, alternative, normalCdf);
}

/** Beyond what a double can hold, the smallest positive number is still a true bound; 0 would not be one. */
function tailProbability(
  statistic: number,
  alternative: Alternative,
  lowerTail: (statistic: number) => number,
): number {
  if (alternative === "less") return Math.max(lowerTail(statistic), Number.MIN_VALUE);
  if (alternative === "greater") return Math.max(lowerTail(-statistic), Number.MIN_VALUE);
  return Math.min(1, Math.max(2 * lowerTail(-Math.abs(statistic)), Number.MIN_VALUE));
}
