import { arch, cpus, platform } from "node:os";
import { bootstrapMean } from "./bootstrap-mean.js";
import { bootstrapQuantile } from "./bootstrap-quantile.js";
import { changePoints } from "./change-points.js";
import { detectedChanges } from "./detect-change-points.js";
import { energyChanges } from "./energy-changes.js";
import { benchKernels } from "./kernels.js";
import { mannWhitneyExact } from "./mann-whitney-exact.js";
import { permutationMean } from "./permutation-mean.js";
import { plots } from "./plots.js";
import { findScipy } from "./scipy.js";
import { tenThousandPairs } from "./ten-thousand-pairs.js";

// A case has a `name`, `run` (timed here), `target`, the largest share of the rival's time that it may take, and `rival`:
// `name`, `tool` (one of the tools below) and `milliseconds(tools, repetitions)`.
const cases = [
  ...bootstrapMean,
  ...bootstrapQuantile,
  ...permutationMean,
  ...mannWhitneyExact,
  ...tenThousandPairs,
  ...plots,
  ...changePoints,
  ...energyChanges,
  ...detectedChanges,
];
const repetitions = 9;

const tools = { scipy: findScipy() };
const [cpu] = cpus();
console.log(`${cpu?.model.trim()}, ${cpus().length} threads, ${platform()} ${arch()}`);
console.log(`Node ${process.versions.node}; ${tools.scipy?.version ?? "SciPy not found"}`);
console.log(`Medians of ${repetitions} runs after a warm-up.\n`);

const rows = [];
for (const each of cases) rows.push(await measure(each));
printTable([
  ["work", "noisefloor", "rival", "", "ratio", "target", ""],
  ...rows.map(({ name, ours, rival, theirs, ratio, target, verdict }) => [
    name,
    `${ours.toFixed(1)} ms`,
    rival,
    theirs === undefined ? "" : `${theirs.toFixed(1)} ms`,
    ratio === undefined ? "" : ratio.toFixed(3),
    target === undefined ? "" : `≤ ${target.toFixed(2)}`,
    verdict,
  ]),
]);
const kernelRows = await benchKernels();
console.log("\nJupyter kernels, in turns:\n");
printTable(kernelRows.map(({ work, values, limit, verdict }) => [work, ...values, `≤ ${limit}`, verdict]));
rows.push(...kernelRows);
const missed = rows.filter((row) => row.verdict === "missed");
if (missed.length > 0) {
  console.log(`\n${missed.length} of ${rows.length} targets missed`);
  process.exitCode = 1;
}

async function measure({ name, run, rival, target }) {
  const before = await ownMilliseconds(run);
  if (tools[rival.tool] === null) {
    return { name, ours: median(before), rival: `${rival.tool} not found`, verdict: "not compared" };
  }
  const theirs = median(rival.milliseconds(tools, repetitions));
  // Runs on both sides of the rival's, so that other work on the machine does not fall on one of the two alone.
  const ours = median([...before, ...(await ownMilliseconds(run))]);
  const ratio = ours / theirs;
  return {
    name,
    ours,
    rival: rival.name,
    theirs,
    ratio,
    target,
    verdict: ratio <= target ? "met" : "missed",
  };
}

async function ownMilliseconds(run) {
  for (let i = 0; i < 3; i++) await run();
  const times = [];
  for (let i = 0; i < repetitions; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times;
}

function median(times) {
  return times.toSorted((x, y) => x - y)[Math.floor(times.length / 2)];
}

function printTable(lines) {
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  for (const line of lines) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd(),
    );
  }
}
