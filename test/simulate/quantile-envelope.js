import { stream } from "../../dist/random/stream.js";
import { normalQuantile } from "../../dist/stats/distributions.js";
import { normalQuantileEnvelope } from "../../dist/stats/normality/quantile-envelope.js";
import { normal } from "./sources.js";

// Measures how many samples of normal values lie wholly inside the envelope of a quantile plot, at all ranks; the figures in the
// doc comment of src/stats/normality/quantile-envelope.ts. Seeded: the same figures on each run.
const confidence = 0.95;
const seeds = 16;
const samples = 1_000;

for (const n of [20, 50, 100, 300, 1_000, 5_000]) {
  const ranks = Array.from(
    { length: Math.min(n, 200) },
    (_, i) => 1 + Math.round((i * (n - 1)) / (Math.min(n, 200) - 1)),
  );
  let inside = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const { low, high } = normalQuantileEnvelope(n, ranks, confidence, seed);
    const rng = stream(seed, "quantile-envelope-coverage", String(n));
    for (let i = 0; i < samples; i++) {
      const sorted = Float64Array.from({ length: n }, () => normal(rng)).sort();
      const z = standardised(sorted);
      if (ranks.every((rank, k) => z(rank) >= low[k] && z(rank) <= high[k])) inside++;
    }
  }
  process.stdout.write(`n = ${n}: ${((100 * inside) / (seeds * samples)).toFixed(1)} % of samples inside\n`);
}

/** A value by rank, after the quartiles have been moved to those of the standard normal distribution. */
function standardised(sorted) {
  const [lower, upper] = [0.25, 0.75].map((p) => quantile(sorted, p));
  const slope = (upper - lower) / (normalQuantile(0.75) - normalQuantile(0.25));
  const intercept = (lower + upper) / 2;
  return (rank) => (sorted[rank - 1] - intercept) / slope;
}

function quantile(sorted, p) {
  const place = p * (sorted.length - 1);
  const below = Math.floor(place);
  return sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below]);
}
