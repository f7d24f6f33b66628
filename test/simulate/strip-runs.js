import { createSample } from "../../dist/core/sample.js";
import { stream } from "../../dist/random/stream.js";
import { bootstrapInterval } from "../../dist/stats/bootstrap-interval.js";
import { studentTQuantile } from "../../dist/stats/distributions.js";
import { hierarchicalBootstrap } from "../../dist/stats/hierarchical-bootstrap.js";
import { normal } from "./sources.js";

// How often intervals of the mean, of all runs or of one, hold the true one, and how long they are, by the two methods that stripPlot chooses from: the
// figures in src/plot/strip-statistics.ts. Runs differ normally, by a skewed amount, or one in eight is slow. Seeded.
const rounds = 1_000;
const iterations = 10;
const resamples = 299;

const effects = {
  normal: (rng) => normal(rng),
  "log-normal": (rng) => Math.exp(normal(rng)) - Math.exp(0.5),
  "one in eight slow": (rng) => (rng.uniform() < 1 / 8 ? 10 : 0) - 10 / 8 + 0.3 * normal(rng),
};

for (const [name, effect] of Object.entries(effects)) {
  for (const count of [4, 6, 8, 10, 20, 40]) {
    const rng = stream(1, "strip-runs", name, String(count));
    const found = { bootstrap: [], "Student's t": [] };
    for (let round = 0; round < rounds; round++) {
      const runs = Array.from({ length: count }, () => {
        const shift = effect(rng);
        return Float64Array.from({ length: iterations }, () => shift + 0.3 * normal(rng));
      });
      const sample = createSample({ benchmark: "b", runs });
      found.bootstrap.push(hierarchicalBootstrap(sample, { resamples, seed: round }).interval);
      found["Student's t"].push(ofMeans(runs));
    }
    const cells = Object.entries(found).map(([method, intervals]) => `${method} ${summary(intervals)}`);
    process.stdout.write(`${name}, ${count} runs: ${cells.join("; ")}\n`);
  }
}

// The same for values of a single run, by the bootstrap that stripPlot takes for many of them.
const sources = {
  normal: (rng) => normal(rng),
  "log-normal": (rng) => Math.exp(normal(rng)) - Math.exp(0.5),
  "one in eight slow": effects["one in eight slow"],
};

for (const [name, source] of Object.entries(sources)) {
  for (const count of [2, 3, 5, 10, 15, 20, 30]) {
    const rng = stream(1, "strip-values", name, String(count));
    const found = { BCa: [], "Student's t": [] };
    for (let round = 0; round < rounds; round++) {
      const values = Float64Array.from({ length: count }, () => source(rng));
      found.BCa.push(bootstrapInterval(values, { resamples: 2 * resamples, seed: round }).interval);
      found["Student's t"].push(ofMeans(Array.from(values, (value) => [value])));
    }
    const cells = Object.entries(found).map(([method, intervals]) => `${method} ${summary(intervals)}`);
    process.stdout.write(`${name}, ${count} values: ${cells.join("; ")}\n`);
  }
}

/** Coverage of the true mean, 0, and the median and 95 % quantile of lengths. */
function summary(intervals) {
  const given = intervals.filter((interval) => interval !== null);
  const held = given.filter(([low, high]) => low <= 0 && high >= 0).length;
  const lengths = given.map(([low, high]) => high - low).sort((a, b) => a - b);
  const at = (p) => lengths[Math.floor(p * (lengths.length - 1))].toFixed(2);
  return `${((100 * held) / given.length).toFixed(1)} % hold, length ${at(0.5)} (95 %: ${at(0.95)})`;
}

function ofMeans(runs) {
  const means = runs.map((run) => run.reduce((total, value) => total + value, 0) / run.length);
  const mean = means.reduce((total, value) => total + value, 0) / means.length;
  const squares = means.reduce((total, value) => total + (value - mean) ** 2, 0);
  const half =
    studentTQuantile(0.975, means.length - 1) * Math.sqrt(squares / (means.length - 1) / means.length);
  return [mean - half, mean + half];
}
