import { detectChangePoints, detectChangePointsInAll } from "../../dist/index.js";
import { limit } from "./limit.js";
import { timings } from "./timings.js";

const all = timings(300_000);
const suite = Object.fromEntries(
  Array.from({ length: 1000 }, (_, k) => [
    `benchmark ${k}`,
    // A third of them changes.
    all.slice(300 * k, 300 * k + 300).map((value, i) => (k % 3 === 0 && i >= 200 ? 2 * value : value)),
  ]),
);
const coarse = Object.fromEntries(
  Object.entries(suite).map(([name, values]) => [name, values.map((value) => Math.round(value / 50))]),
);
const long = timings(100_000).map((value, i) => value + 300 * (Math.floor(i / 5000) % 2));

/** What a night of continuous benchmarks asks for; of a coarse clock most values are equal, and chance comes from shuffles. */
export const detectedChanges = [
  {
    name: "detectChangePoints of 1,000 series of 300 values, two workers",
    run: () => detectChangePointsInAll(suite, { workers: 2 }),
    rival: limit(10_000),
    target: 1,
  },
  {
    name: "the same from a coarse clock",
    run: () => detectChangePointsInAll(coarse, { workers: 2 }),
    rival: limit(10_000),
    target: 1,
  },
  {
    name: "detectChangePoints of 100,000 values, 20 segments",
    run: () => detectChangePoints(long),
    rival: limit(5000),
    target: 1,
  },
];
