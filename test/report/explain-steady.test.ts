import { describe, expect, it } from "vitest";
import { createSample, type Sample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { type ExplainableResult, explain } from "../../src/report/explain.js";
import { checkMeasurementWindow } from "../../src/steady/check-measurement-window.js";
import { classifyWarmup } from "../../src/steady/classify-warmup.js";
import { steadyState } from "../../src/steady/steady-state.js";
import { steadyStateOverRuns } from "../../src/steady/steady-state-over-runs.js";
import { simulatedRun } from "../support/simulated-run.js";

function run(level: (iteration: number) => number, seed = 1): number[] {
  return simulatedRun(stream(seed, "explain"), 200, (i) => 100 + level(i));
}

function inUnit(unit: string, ...runs: number[][]): Sample {
  return createSample({ benchmark: "b", unit, runs });
}

const flat = run(() => 0);
const warm = run((i) => (i < 40 ? 2 : 0));
const slow = run((i) => (i < 40 ? -3 : 0), 3);
const late = run((i) => (i < 190 ? 5 : 0), 4);
const times = warm.map((_, i) => i / 2);

/** By the call that made them. */
const results: Readonly<Record<string, ExplainableResult>> = {
  "steadyState(warm-up)": steadyState(inUnit("ms", warm)),
  "steadyState(warm-up, { times })": steadyState(warm, { times }),
  "steadyState(slowdown)": steadyState(inUnit("B", slow)),
  "steadyState(flat)": steadyState(flat),
  "steadyState(equal)": steadyState(new Array(50).fill(1)),
  "steadyState(late change)": steadyState(late),
  "steadyState(few)": steadyState([1, 2, 3]),
  "steadyState(warm-up, mser-5)": steadyState(inUnit("ms", slow), { method: "mser-5" }),
  "steadyState(late change, mser-5)": steadyState(late, { method: "mser-5" }),
  "steadyStateOverRuns(runs)": steadyStateOverRuns(inUnit("ms", warm, flat, warm), { resamples: 199 }),
  "steadyStateOverRuns(one late)": steadyStateOverRuns([warm, late, flat, warm], { resamples: 199 }),
  "steadyStateOverRuns(late)": steadyStateOverRuns([late]),
  "classifyWarmup(warm-up)": classifyWarmup(warm),
  "classifyWarmup(warm-up and flat)": classifyWarmup([warm, flat, warm]),
  "classifyWarmup(all)": classifyWarmup([warm, flat, slow, late]),
  "classifyWarmup(few)": classifyWarmup([warm, [1, 2]]),
  "checkMeasurementWindow(warm-up)": checkMeasurementWindow(inUnit("ms", warm), { from: 20, to: 100 }),
  "checkMeasurementWindow(rates)": checkMeasurementWindow(inUnit("1/s", slow), { from: 0, to: 100 }),
  "checkMeasurementWindow(steady)": checkMeasurementWindow(warm, { from: 100 }),
  "checkMeasurementWindow(late change)": checkMeasurementWindow(late, { from: 100 }),
};

describe("explain", () => {
  it("explain(warm-up) says what it always said", async () => {
    const text = Object.entries(results)
      .map(([call, result]) => `${call}\n  ${explain(result)}\n`)
      .join("\n");
    await expect(text).toMatchFileSnapshot("../golden/report/explain-steady.txt");
  });

  it("explain(warm-up) ends in a full stop, shows no number that is none, and survives JSON", () => {
    for (const [call, result] of Object.entries(results)) {
      const text = explain(result);
      expect(text, call).toMatch(/^[A-Z0-9].*\.$/);
      expect(text, call).not.toMatch(/NaN|Infinity|undefined|null|\[object| {2}|\.\.| \./);
      expect(explain(JSON.parse(JSON.stringify(result))), call).toBe(text);
    }
  });
});
