import { mkdirSync, writeFileSync } from "node:fs";
import { runCells } from "./run-cells.js";
import { developments, noises, sizes } from "./steady-cases.js";

const classes = ["flat", "warmup", "slowdown", "no steady state"];

// Simulates how runs are classified and where they are found steady, and keeps the tables as docs/simulations-steady.md.
const cells = developments.flatMap((_, development) =>
  noises.flatMap((_, noise) =>
    sizes.map((n) => ({ development, noise, n, rounds: n > 1000 ? 100 : n > 300 ? 200 : 500 })),
  ),
);
const results = await runCells(new URL("steady-cell.js", import.meta.url), cells);
const markdown = report();
mkdirSync("docs", { recursive: true });
writeFileSync("docs/simulations-steady.md", markdown);
process.stdout.write(markdown);

function report() {
  return `# Simulations of warm-up

Made by \`npm run simulate\`, which gives the same tables on each run: runs whose level and steady state are known, with noise of 1 %
of the level, as \`steadyState\` and \`classifyWarmup\` see them with their defaults (a margin of 0.5 %, that is half of the noise). Numbers are
percent of 500 runs, 200 of 1,000 iterations and 100 of 2,000; near 95 % their Monte Carlo standard error is 1, 1.5 and 2.2 points. Sizes of levels
are in standard deviations of the noise.

The noise: ${noises.map(({ name, about }) => `**${name}**, ${about}`).join("; ")}.

The developments: ${developments.map(({ name, about }) => `**${name}**, ${about}`).join("; ")}.

## How often each class is found

Robust mode: flat / warm-up / slowdown / no steady state, the true class in **bold**.

${table((result, { truth }) => classes.map((name) => share(result.robust, name, name === truth)).join(" / "))}
The mode "barrett", with the parameters of its wrapper for runs of any length (\`horizon: 0.25, window: 0.1\`), where the level is 0.1 s and
\`margin\` 0.001 s, that is one standard deviation of the noise; half as many runs:

${table((result, { truth }) => classes.map((name) => share(result.barrett, name, name === truth)).join(" / "))}
## Where the steady state begins

How often the interval of 95 % of \`start\` holds the place from which the level is within the margin for good, in runs that were given their true class, and how wide
it is on average, in iterations.

${table((result, { start }) => (start === null || result.found < 20 ? "–" : `${percent(result.startHits / result.found)} (${Number((result.width / result.found).toPrecision(2))})`))}
## The steady mean

How often its interval of 95 % holds the mean of the steady level, in runs that were given their true class; then that of MSER-5, in those runs in which
it finds a cut, and in brackets how often it finds one. What a decay is still off by where it comes within the margin is part of the steady
mean, which long runs are certain enough to notice.

${table((result, { start }) => (start === null || result.found < 20 ? "–" : `${percent(result.meanHits / result.found)} / ${percent(result.mserHits / result.mserFound)} (${percent(result.mserFound / result.rounds)})`))}`;
}

function table(cell) {
  const head = `| development | noise | ${sizes.map((n) => `n = ${n.toLocaleString("en-US")}`).join(" | ")} |\n|---|---|${"--:|".repeat(sizes.length)}`;
  const rows = developments.flatMap((development, d) =>
    noises.flatMap((noise, k) => {
      const shown = sizes.map((n) => cell(resultOf(d, k, n), development));
      return shown.every((text) => text === "–")
        ? []
        : [`| ${development.name} | ${noise.name} | ${shown.join(" | ")} |`];
    }),
  );
  return `${head}\n${rows.join("\n")}\n`;
}

function resultOf(development, noise, n) {
  return results[
    cells.findIndex((cell) => cell.development === development && cell.noise === noise && cell.n === n)
  ];
}

function share(counts, name, isTrue) {
  const rounds = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const text = percent((counts[name] ?? 0) / rounds);
  return isTrue ? `**${text}**` : text;
}

function percent(fraction) {
  return (100 * fraction).toFixed(0);
}
