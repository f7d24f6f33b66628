import type { Rng } from "../../random/rng.js";

/** Fills `replicates` with any statistic of resampled values, which are written out for it in one scratch array. */
export function resampleValues(
  sorted: Readonly<Float64Array>,
  rng: Rng,
  replicates: Float64Array,
  statistic: (values: Float64Array) => number,
): void {
  const n = sorted.length;
  const ranks = new Uint32Array(n);
  const values = new Float64Array(n);
  for (let r = 0; r < replicates.length; r++) {
    rng.fillBelow(ranks, n);
    for (let i = 0; i < n; i++) values[i] = sorted[ranks[i]!]!;
    replicates[r] = statistic(values);
  }
}
