import { mkdirSync, writeFileSync } from "node:fs";
import {
  changedNoises,
  changedSizes,
  changes,
  detectors,
  noises,
  shifts,
  sizes,
} from "./change-point-cases.js";
import { runCells } from "./run-cells.js";

// Simulates how often change-point detectors cry wolf and what they see, and keeps the tables as
// docs/simulations-changepoint.md. Everything is seeded: the same tables on each run.
const script = new URL("change-point-cell.js", import.meta.url);
const smallest = Math.max(1, Number(process.argv[2] ?? 1));

const quiet = await simulate(
  noises.flatMap((_, noise) =>
    sizes.flatMap((n) =>
      detectors.flatMap(({ cost }, detector) => {
        const rounds = Math.floor((n > 300 ? 1000 : 2000) / cost(n) / smallest);
        return rounds === 0 ? [] : [{ kind: "alarms", noise, n, detector, rounds }];
      }),
    ),
  ),
);
const tuned = await simulate(
  changedNoises.flatMap((source) =>
    changedSizes.map((n) => ({
      kind: "tune",
      noise: noises.indexOf(source),
      n,
      rounds: Math.ceil((n > 300 ? 300 : 1000) / smallest),
    })),
  ),
);
const seen = await simulate(
  tuned.flatMap(({ cell: { noise, n }, result }) =>
    changes.flatMap((_, change) =>
      shifts.map((shift) => {
        const rounds = Math.ceil((n > 300 ? 50 : 200) / smallest);
        return { kind: "power", noise, n, change, shift, rounds, ...result };
      }),
    ),
  ),
);
const markdown = report();
mkdirSync("docs", { recursive: true });
writeFileSync("docs/simulations-changepoint.md", markdown);
process.stdout.write(markdown);

/** The largest cells first, so that no worker is left with one at the end. */
async function simulate(cells) {
  const ordered = cells.toSorted((one, other) => other.n * other.rounds - one.n * one.rounds);
  const results = await runCells(script, ordered);
  const byCell = new Map(ordered.map((cell, k) => [cell, results[k]]));
  return cells.map((cell) => ({ cell, result: byCell.get(cell) }));
}

function report() {
  const fewer =
    smallest === 1
      ? ""
      : `
**Coarse:** made by \`node test/simulate/change-points.js ${smallest}\`, with one ${smallest}th of the series told below, so that standard errors are
${Math.sqrt(smallest).toFixed(1)} times as large.
`;
  return `# Simulations of change points

Made by \`npm run simulate\`, which gives the same tables on each run. Numbers are percent unless told otherwise.
${fewer}
Noise of standard deviation 1:

${noises.map(({ name, about }) => `- **${name}**: ${about}.`).join("\n")}

## False alarms

How often a detector reports any change at its defaults where there is none. 2,000 series for detectChangePoints, 1,000 of 1,000 values and more, whose
Monte Carlo standard error is 0.5 and 0.7 points at 5 %; fewer for the others, 100 at least, and then up to 2 points at 5 % and 5 at 50 %.
**Bold** is above 5 % by more than two standard errors.

${noises.map((_, noise) => alarmTable(noise)).join("\n")}
## Outliers where there are none

In how many of these series detectChangePoints marks any value as an outlier. Of long tails that is no mistake: such a value lies more than three times as far from the
median as 90 % of the values on its side.

${markTable()}
## Power

How many of the true changes are found within a twentieth of the series, and in brackets how many others are reported in a series. Each cell: detectChangePoints
with alpha 0.05 / the same told that values are \`independent\` (which AR(1) is not) / hunter with that \`maxP\` for which it, too, raises a false alarm in 5 % of series of this very noise and length // detectChangePoints with hunter's own rate of false
alarms as alpha / hunter at its defaults. 200 series, 50 of 1,000 values: the standard error of a percentage is at most 4 and 7 points.

Changes: ${changes.map(({ name, about }) => `**${name}** ${about}`).join("; ")}.

${tuned.map(({ cell, result }) => powerTable(cell, result)).join("\n")}
## Intervals

Of series with one change in which detectChangePoints found one: how often \`indexInterval\` of 95 % holds the true index, how wide it is on average, and how often
\`relativeInterval\` of 95 % holds the true relative change. Both are of changes that were found, which are those that chance made look clear.

${intervalTable()}`;
}

function alarmTable(noise) {
  const rows = detectors.map(({ name }, detector) => {
    const shown = sizes.map((n) => {
      const entry = quiet.find(
        ({ cell }) => cell.noise === noise && cell.n === n && cell.detector === detector,
      );
      if (entry === undefined) return "–";
      const { alarms, rounds } = entry.result;
      const share = alarms / rounds;
      const text = (100 * share).toFixed(rounds >= 1000 ? 1 : 0);
      return share > 0.05 + 2 * Math.sqrt((0.05 * 0.95) / rounds) ? `**${text}**` : text;
    });
    return `| ${name} | ${shown.join(" | ")} |`;
  });
  return `### ${noises[noise].name}\n\n${head("detector", sizes)}\n${rows.join("\n")}\n`;
}

function markTable() {
  const rows = noises.map(({ name }, noise) => {
    const shown = sizes.map((n) => {
      const { result } = quiet.find(
        ({ cell }) => cell.noise === noise && cell.n === n && cell.detector === 0,
      );
      return (100 * (result.marked / result.rounds)).toFixed(0);
    });
    return `| ${name} | ${shown.join(" | ")} |`;
  });
  return `${head("noise", sizes)}\n${rows.join("\n")}\n`;
}

function powerTable({ noise, n }, { maxP, usual }) {
  const rows = changes.map(({ name }, change) => {
    const shown = shifts.map((shift) => {
      const { found, extra, rounds, series } = resultOf(noise, n, change, shift);
      const [own, independent, theirs, loose, usually] = found.map(
        (count, k) => `${((100 * count) / rounds).toFixed(0)} (${(extra[k] / series).toFixed(1)})`,
      );
      return `${own} / ${independent} / ${theirs} // ${loose} / ${usually}`;
    });
    return `| ${name} | ${shown.join(" | ")} |`;
  });
  return `### ${noises[noise].name}, n = ${n}

hunter keeps 5 % with \`maxP\` ${maxP.toExponential(1)}; at its defaults it raises a false alarm in ${(100 * usual).toFixed(0)} % of series.

| change | ${shifts.map((shift) => `${shift} sd`).join(" | ")} |
|---|${"---|".repeat(shifts.length)}
${rows.join("\n")}
`;
}

function intervalTable() {
  const rows = changedNoises.flatMap((source) =>
    changes.flatMap(({ name, at }, change) =>
      at.length > 1
        ? []
        : shifts.map((shift) => {
            const shown = changedSizes.map((n) => {
              const { reported, placed, width, sized, unsized } = resultOf(
                noises.indexOf(source),
                n,
                change,
                shift,
              );
              if (reported < 20) return "–";
              const size = reported === unsized ? "–" : ((100 * sized) / (reported - unsized)).toFixed(0);
              return `${((100 * placed) / reported).toFixed(0)} (${(width / reported).toFixed(0)}), ${size}`;
            });
            return `| ${source.name} | ${name} | ${shift} sd | ${shown.join(" | ")} |`;
          }),
    ),
  );
  const columns = changedSizes.map((n) => `n = ${n}`);
  return `| noise | change | size | ${columns.join(" | ")} |\n|---|---|---|${"--:|".repeat(columns.length)}\n${rows.join("\n")}\n`;
}

function resultOf(noise, n, change, shift) {
  return seen.find(
    ({ cell }) => cell.noise === noise && cell.n === n && cell.change === change && cell.shift === shift,
  ).result;
}

function head(first, numbers) {
  return `| ${first} | ${numbers.map((n) => `n = ${n}`).join(" | ")} |\n|---|${"--:|".repeat(numbers.length)}`;
}
