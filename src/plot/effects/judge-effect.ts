import type { PointSymbol } from "../figure-model.js";
import type { CheckedEffectRow, EffectVerdict } from "./effect-rows.js";

/** A row and what it says; null if nothing can be said. */
export interface JudgedRow extends Omit<CheckedEffectRow, "verdict"> {
  readonly verdict: EffectVerdict | null;
}

/**
 * What an effect with its interval says, given the smallest change that can be told from noise: all of the interval beyond the
 * floor is an improvement or a regression, all of it inside is no change; anything else is open. Null without an interval.
 */
export function judgeEffect(
  { interval, verdict }: CheckedEffectRow,
  floor: number,
  better: "lower" | "higher",
): EffectVerdict | null {
  if (verdict !== undefined) return verdict;
  if (interval === null) return null;
  const [low, high] = interval;
  if (low !== null && low > floor) return better === "higher" ? "improved" : "regressed";
  if (high !== null && high < -floor) return better === "lower" ? "improved" : "regressed";
  const within = low !== null && high !== null && low >= -floor && high <= floor;
  return within && floor > 0 ? "unchanged" : "inconclusive";
}

/** Colour and shape of a verdict; the shape alone tells it too, and the direction of the change. */
export function verdictLook(
  verdict: EffectVerdict | null,
  better: "lower" | "higher",
): { readonly color: number | null; readonly symbol: PointSymbol } {
  const [good, bad] = better === "lower" ? (["down", "up"] as const) : (["up", "down"] as const);
  switch (verdict) {
    case "improved":
      return { color: 2, symbol: good };
    case "regressed":
      return { color: 1, symbol: bad };
    case "unchanged":
      return { color: 0, symbol: "circle" };
    case "inconclusive":
      return { color: null, symbol: "open" };
    case null:
      return { color: null, symbol: "circle" };
  }
}
