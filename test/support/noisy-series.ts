import type { Rng } from "../../src/random/rng.js";
import { normalValues } from "./normal-values.js";

/** Shapes of series that change-point methods meet. */
export const seriesShapes = [
  "noise",
  "step",
  "spike",
  "drift",
  "ties",
  "constant",
  "long tail",
  "two levels",
] as const;

/** Random values of one shape, in time order. */
export function noisySeries(rng: Rng, shape: (typeof seriesShapes)[number], n: number): number[] {
  const noise = normalValues(rng, n, 0, 1);
  const place = rng.below(n);
  switch (shape) {
    case "noise":
      return noise;
    case "step":
      return noise.map((value, i) => value + (i < place ? 0 : 3));
    case "spike":
      return noise.map((value, i) => value + (i === place ? 30 : 0));
    case "drift":
      return noise.map((value, i) => value + i / 5);
    case "ties":
      return noise.map((value, i) => Math.round(value) + (i < place ? 0 : 2));
    case "constant":
      return noise.map(() => 0.1);
    case "long tail":
      return noise.map((value) => 100 * Math.exp(value));
    case "two levels":
      return noise.map((_, i) => (i < place ? 5 : 7));
  }
}
