import type { Warning } from "../../core/warning.js";
import { criticalDip } from "./dip-quantiles.js";
import { findModes, type Mode } from "./find-modes.js";
import { spreadTies } from "./spread-ties.js";

export const fewestValues = 10;
const fewestDistinct = 5;

/** Whether there are enough values, and enough different ones, to have a shape. */
export function isTellable(n: number, distinct: number): boolean {
  return n >= fewestValues && distinct >= fewestDistinct;
}

/**
 * What a function that reports one mean of ascending values has to say about their modes: mostly nothing. Time and memory
 * O(n).
 *
 * @param alpha - how often values of one mode may be taken for several
 */
export function checkModes(
  sorted: Readonly<Float64Array>,
  alpha: number,
  unit: string | null,
): readonly Warning[] {
  const n = sorted.length;
  const { positions, distinct } = spreadTies(sorted);
  if (!isTellable(n, distinct)) return [];
  return multimodalWarnings(findModes(positions, criticalDip(n, alpha)).modes, unit);
}

/** A warning for two modes or more, with their places and shares. */
export function multimodalWarnings(modes: readonly Mode[], unit: string | null): Warning[] {
  if (modes.length < 2) return [];
  const places = modes.map(({ location, share }) => {
    const text = String(Number(location.toPrecision(4)));
    return `${unit === null || unit === "1" ? text : `${text} ${unit}`} (${Math.round(100 * share)} %)`;
  });
  return [
    {
      code: "multimodal",
      message:
        `The values have ${modes.length} modes, near ${places.slice(0, -1).join(", ")} and ${places.at(-1)}, so one mean ` +
        "describes none of them; look at a histogram, find what separates them, and report each.",
    },
  ];
}
