import { mkdirSync, writeFileSync } from "node:fs";
import { cases } from "./cases.js";
import { runCells } from "./run-cells.js";
import { sources } from "./sources.js";

// Simulates what intervals and tests promise, prints the tables, and keeps them as docs/simulations.md. Everything is
// seeded: the same tables on each run.
const sizes = [5, 10, 30, 100];
const cells = cases.flatMap((one, caseIndex) =>
  sources.flatMap((_, sourceIndex) => (one.sizes ?? sizes).map((n) => ({ caseIndex, sourceIndex, n }))),
);
const found = await runCells(new URL("cell.js", import.meta.url), cells);
const results = new Map(cells.map((cell, i) => [key(cell), found[i]]));
const markdown = report();
mkdirSync("docs", { recursive: true });
writeFileSync("docs/simulations.md", markdown);
process.stdout.write(markdown);

function key({ caseIndex, sourceIndex, n }) {
  return `${caseIndex}/${sourceIndex}/${n}`;
}

function report() {
  return `# Simulations

Made by \`npm run simulate\`, which gives the same tables on each run. Intervals are of 95 % and tests at 5 % unless told otherwise; two
samples have n values each, of one distribution. Numbers are percent. Their Monte Carlo standard error is 0.7 points of
95 % or 5 % after 1,000 rounds, as all methods that resample have, with 299 resamples each, and 0.5 points after the 2,000 rounds of
the others. **Bold** is worse than promised by more than one point and three standard errors. "–" means that the function gives no
interval or p so often that nothing can be said, that the null hypothesis is not true of such data, or that the case was not run with so many; "(of 60)" that it
gives one for 60 % of the samples, and the number is of these.

${sources.map(({ name, about }) => `- **${name}**: ${about}.`).join("\n")}

## Coverage of intervals

${sources.map((_, sourceIndex) => table("coverage", sourceIndex)).join("\n")}
## Type I error of tests

${sources.map((_, sourceIndex) => table("rejection", sourceIndex)).join("\n")}`;
}

function table(kind, sourceIndex) {
  const rows = cases.flatMap((one, caseIndex) => {
    if (one.kind !== kind) return [];
    const shown = sizes.map((n) => cell(one, results.get(key({ caseIndex, sourceIndex, n }))));
    return shown.every((text) => text === "–") ? [] : [`| ${one.name} | ${shown.join(" | ")} |`];
  });
  return `### ${sources[sourceIndex].name}

| ${kind === "coverage" ? "interval" : "test"} | ${sizes.map((n) => `n = ${n}`).join(" | ")} |
|---|${"--:|".repeat(sizes.length)}
${rows.join("\n")}
`;
}

function cell({ kind, nominal }, result) {
  if (result === undefined || result.given < 0.1 * result.rounds) return "–";
  const { hits, given, rounds } = result;
  const share = hits / given;
  const shortfall = kind === "coverage" ? nominal - share : share - nominal;
  const error = Math.sqrt((nominal * (1 - nominal)) / given);
  const percent = (100 * share).toFixed(1);
  const text = shortfall > 0.01 + 3 * error ? `**${percent}**` : percent;
  return given < 0.995 * rounds ? `${text} (of ${Math.round((100 * given) / rounds)})` : text;
}
