import type { Decay, FittedDecay } from "./curves.js";
import { type Development, type ShapeCriteria, steadyLength, unsteady } from "./development.js";

/** The run is steady from where the decay comes within the margin of its limit. */
export function decayDevelopment(
  { best, shortest, longest }: FittedDecay,
  n: number,
  { margin, horizon, better }: ShapeCriteria,
): Development {
  const startOf = ({ height, limit, time }: Decay): number => {
    const times = Math.abs(height) / margin(limit);
    return times > 1 ? Math.ceil(time * Math.log(times)) : 0;
  };
  const start = startOf(best);
  if (n - start < steadyLength(n, horizon)) return unsteady("decay", "late-change", start);
  const starts = [start, startOf(shortest), startOf(longest)];
  const falls = best.height > 0;
  return {
    classification: start === 0 ? "flat" : falls === (better === "lower") ? "warmup" : "slowdown",
    model: "decay",
    start,
    startInterval: [Math.min(...starts), Math.min(n - 1, Math.max(...starts))],
    unsteady: null,
    lateChange: null,
    disturbance: null,
  };
}
