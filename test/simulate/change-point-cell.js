import { parentPort } from "node:worker_threads";
import { detectChangePoints, hunter } from "../../dist/index.js";
import { stream } from "../../dist/random/stream.js";
import { changes, detectors, noises, place } from "./change-point-cases.js";

/** What `maxP` of hunter is tried, in falling order, to find where it keeps 5 %. */
const limits = Array.from({ length: 33 }, (_, k) => 10 ** (-2 - k / 4));

const kinds = { alarms, tune, power };

parentPort.on("message", (cell) => parentPort.postMessage(kinds[cell.kind](cell)));

/** How often a detector reports anything where nothing changes, and how often detectChangePoints marks an outlier. */
function alarms({ noise, n, rounds, detector }) {
  const result = { rounds, alarms: 0, marked: 0 };
  for (let round = 0; round < rounds; round++) {
    const found = detectors[detector].find(noiseOf(noise, n, round), round);
    if (found.indices.length > 0) result.alarms++;
    if (found.outliers?.length > 0) result.marked++;
  }
  return result;
}

/** The largest `maxP` of hunter that gives at most 5 % of false alarms, and how many its default gives. */
function tune({ noise, n, rounds }) {
  const hits = limits.map(() => 0);
  let usual = 0;
  for (let round = 0; round < rounds; round++) {
    const values = noiseOf(noise, n, round, "tune");
    if (hunter(values).indices.length > 0) usual++;
    for (let k = 0; k < limits.length && hunter(values, { maxP: limits[k] }).indices.length > 0; k++)
      hits[k]++;
  }
  const kept = hits.findIndex((count) => count <= 0.05 * rounds);
  return { maxP: limits[kept === -1 ? limits.length - 1 : kept], usual: usual / rounds };
}

/** How many of the true changes each finds within a twentieth of the series, and how much else. */
function power({ noise, n, rounds, change, shift, maxP, usual }) {
  const alpha = Math.min(0.99, Math.max(0.001, usual));
  const rivals = [
    (values) => detectChangePoints(values),
    (values) => detectChangePoints(values, { independent: true }),
    (values) => hunter(values, { maxP }),
    (values) => detectChangePoints(values, { alpha }),
    (values) => hunter(values),
  ];
  const { level, at } = changes[change];
  const truth = at.map((share) => place(share, n));
  const result = {
    rounds: rounds * truth.length,
    series: rounds,
    found: [0, 0, 0, 0, 0],
    extra: [0, 0, 0, 0, 0],
    reported: 0,
    placed: 0,
    width: 0,
    sized: 0,
    unsized: 0,
  };
  for (let round = 0; round < rounds; round++) {
    const values = noiseOf(noise, n, round, "power").map((value, i) => 10 + value + shift * level(i, n));
    for (const [k, find] of rivals.entries()) {
      const { indices, changePoints } = find(values);
      const near = truth.filter((index) => indices.some((other) => Math.abs(other - index) <= n / 20)).length;
      result.found[k] += near;
      result.extra[k] += Math.max(0, indices.length - near);
      if (k === 0 && truth.length === 1 && indices.length === 1) {
        const [{ indexInterval, relativeInterval }] = changePoints;
        result.reported++;
        result.width += indexInterval[1] - indexInterval[0];
        if (indexInterval[0] <= truth[0] && truth[0] <= indexInterval[1]) result.placed++;
        const mean = noises[noise].mean ?? 0;
        const ratio = shift / (10 + mean);
        if (relativeInterval === null) result.unsized++;
        else if (relativeInterval[0] <= ratio && ratio <= relativeInterval[1]) result.sized++;
      }
    }
  }
  return result;
}

function noiseOf(noise, n, round, purpose = "noise") {
  const { name, draw } = noises[noise];
  return draw(stream(round, "simulate-change-points", purpose, name, String(n)), n);
}
