import { writeFileSync } from "node:fs";
import { quantiles } from "../../dist/changepoint/rank-scan/normal-scores.js";
import { scan } from "../../dist/changepoint/rank-scan/scan.js";
import { stream } from "../../dist/random/stream.js";

// Makes src/changepoint/rank-scan/null-quantiles.ts: how large the scan's statistic is by chance. Independent values without
// ties have the same scores whatever their distribution, in random order; so these are shuffled. Seeded: the same table on
// each run. `npm run build && node test/simulate/scan-null.js`, about ten minutes.
const sizes = [
  10, 12, 14, 17, 20, 25, 32, 40, 50, 64, 80, 100, 128, 160, 200, 256, 320, 400, 512, 640, 800, 1000, 1400,
  2000, 2800, 4000, 8000, 16000, 32000, 100000,
];
const levels = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001];

/** How large the statistic of `n` shuffled scores is at most with probability 1 − each of `levels`. */
export function simulatedQuantiles(n, rounds, levels) {
  const rng = stream(1, "scan-null", String(n));
  const sorted = quantiles(n);
  const order = Uint32Array.from(sorted.keys());
  const scores = new Float64Array(n);
  const statistics = new Float64Array(rounds);
  for (let round = 0; round < rounds; round++) {
    rng.shuffleFirst(order, n);
    for (let i = 0; i < n; i++) scores[i] = sorted[order[i]];
    statistics[round] = scan(scores, 0, 5).statistic;
  }
  statistics.sort();
  return levels.map((level) => statistics[Math.ceil((1 - level) * rounds) - 1]);
}

if (process.argv[1]?.endsWith("scan-null.js")) {
  const rows = sizes.map((n) => {
    const rounds = Math.round(Math.min(200_000, Math.max(4000, 1e8 / n)));
    const row = simulatedQuantiles(n, rounds, levels).map((value) => Number(value.toFixed(3)));
    process.stderr.write(`${n}: ${row.join(" ")}\n`);
    return `  [${n}, [${row.join(", ")}]],`;
  });
  writeFileSync(
    "src/changepoint/rank-scan/null-quantiles.ts",
    `// Made by test/simulate/scan-null.js, which tells what these are; do not edit.

/** The probabilities of exceeding the quantiles below. */
export const nullLevels: readonly number[] = [${levels.join(", ")}];

/** For a number of values, the quantiles of the scan's statistic where nothing changes, at \`nullLevels\`. */
export const nullQuantiles: readonly (readonly [n: number, quantiles: readonly number[]])[] = [
${rows.join("\n")}
];
`,
  );
}
