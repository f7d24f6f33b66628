import type { Values } from "../core/values.js";

/** How dark dots are, from −1 (towards the page) over 0 (the colour of the strip) to 1 (towards the ink). */
export type Shades = Float64Array;

/** Shades of a density, and of runs, are told apart if there are no more. */
const levels = 5;
const mostRunShades = 8;

/**
 * Dots that stand for many values are darker, on a logarithmic scale from those that stand for themselves.
 *
 * @param stands - how many values each dot stands for, 1 or more
 * @param largest - the largest such number in the figure
 */
export function densityShades(stands: Readonly<Float64Array>, largest: number): Shades {
  const scale = largest > 1 ? (levels - 1) / Math.log(largest) : 0;
  return stands.map((count) => Math.round(scale * Math.log(Math.max(1, count))) / (levels - 1));
}

/** Shades of runs, from dark for the first to light for the last; of very many, neighbours share one. */
export function runShades(run: Values, runs: number): Shades {
  if (runs < 2) return new Float64Array(run.length);
  const steps = Math.min(runs, mostRunShades) - 1;
  return Float64Array.from(
    run,
    (number) => 1 - (2 * Math.round(((number - 1) / (runs - 1)) * steps)) / steps,
  );
}
