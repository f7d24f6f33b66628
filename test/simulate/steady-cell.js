import { parentPort } from "node:worker_threads";
import { stream } from "../../dist/random/stream.js";
import { classifyWarmup } from "../../dist/steady/classify-warmup.js";
import { steadyState } from "../../dist/steady/steady-state.js";
import { developments, noises } from "./steady-cases.js";

/** The steady level, so that the noise is 1 % of it: 0.1 s. */
const base = 100;

/** The parameters of the wrapper of warmup_stats, in seconds. */
const barrett = { mode: "barrett", margin: { absolute: 0.001 }, horizon: 0.25, window: 0.1 };

/** Simulates one development with one noise and size. */
parentPort.on("message", ({ development, noise, n, rounds }) => {
  const { name, level, start } = developments[development];
  const { draw, mean } = noises[noise];
  const result = {
    rounds,
    robust: {},
    barrett: {},
    found: 0,
    startHits: 0,
    meanHits: 0,
    width: 0,
    mserFound: 0,
    mserHits: 0,
  };
  for (let round = 0; round < rounds; round++) {
    const rng = stream(round, "simulate-steady", name, noises[noise].name, String(n));
    const run = draw(rng, n).map((value, i) => base + level(n, i) + value);
    const steady = steadyState(run);
    count(result.robust, steady.classification);
    // The slower of both.
    if (round % 2 === 0)
      count(
        result.barrett,
        classifyWarmup(
          run.map((value) => value / 1000),
          barrett,
        ).classification,
      );
    if (start === null) continue;
    const truth = start(n);
    const holds = (interval, value) => interval !== null && interval[0] <= value && value <= interval[1];
    if (steady.reached && steady.classification === developments[development].truth) {
      result.found++;
      if (holds(steady.startInterval, truth)) result.startHits++;
      result.width += steady.startInterval[1] - steady.startInterval[0];
      if (holds(steady.meanInterval, base + mean)) result.meanHits++;
    }
    const mser = steadyState(run, { method: "mser-5" });
    if (mser.reached) result.mserFound++;
    if (holds(mser.meanInterval, base + mean)) result.mserHits++;
  }
  parentPort.postMessage(result);
});

function count(counts, classification) {
  counts[classification] = (counts[classification] ?? 0) + 1;
}
