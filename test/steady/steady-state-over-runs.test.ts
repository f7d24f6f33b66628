import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { stream } from "../../src/random/stream.js";
import { hierarchicalBootstrap } from "../../src/stats/hierarchical-bootstrap.js";
import { steadyState } from "../../src/steady/steady-state.js";
import { steadyStateOverRuns } from "../../src/steady/steady-state-over-runs.js";
import { expectInputError } from "../support/expect-input-error.js";
import { simulatedRun } from "../support/simulated-run.js";

const resamples = 199;

function run(start: number, seed: number, n = 120): number[] {
  return simulatedRun(stream(seed, "over runs"), n, (i) => 100 + seed + (i < start ? 10 : 0));
}

const runs = [run(10, 1), run(20, 2), run(30, 3), run(40, 4), run(50, 5)];
const sample = createSample({ benchmark: "b", unit: "ms", runs });

describe("steadyStateOverRuns(runs)", () => {
  it("each run is what steadyState() says of it", () => {
    const result = steadyStateOverRuns(sample, { resamples });
    expect(result.runs).toEqual(
      runs.map((values) => steadyState(createSample({ benchmark: "b", unit: "ms", runs: [values] }))),
    );
    expect(result).toMatchObject({
      method: "steady-state-over-runs",
      detector: "changepoint",
      reached: 5,
      start: { median: 30, range: [12, 48] },
      confidence: 0.95,
      resamples,
      seed: 1,
      unit: "ms",
    });
    const times = result.runs.map(({ time }) => time!).sort((a, b) => a - b);
    expect(result.time!.median).toBe(times[2]);
  });

  it("the mean is that of the steady values, with runs as the unit of replication", () => {
    const result = steadyStateOverRuns(sample, { resamples, seed: 7 });
    const steady = result.runs.map(({ start }, i) => runs[i]!.slice(start!));
    const expected = hierarchicalBootstrap(createSample({ benchmark: "b", unit: "ms", runs: steady }), {
      resamples,
      seed: 7,
    });
    expect([result.mean, result.meanInterval]).toEqual([expected.estimate, expected.interval]);
    expect(result.warnings).toMatchObject([{ code: "few-runs" }]);
  });

  it("a run that never becomes steady is later than all others", () => {
    const late = run(115, 6);
    const some = steadyStateOverRuns([...runs, late], { resamples });
    expect(some).toMatchObject({ reached: 5, start: { median: 35, range: [12.5, null] } });
    expect(some.warnings[0]).toMatchObject({
      code: "no-steady-state",
      message: expect.stringMatching(/^1 of 6 runs show no steady state\. Run 6: The level still changes/),
    });
    const most = steadyStateOverRuns([runs[0]!, late, late], { resamples });
    expect(most).toMatchObject({
      reached: 1,
      start: { median: null, range: [null, null] },
      meanInterval: null,
    });
    expect(most.mean).toBe(steadyState(runs[0]!).mean);
    const none = steadyStateOverRuns([late], { resamples });
    expect(none).toMatchObject({ reached: 0, mean: null, time: null });
  });

  it("takes one array of times a run, and MSER-5", () => {
    const times = runs.map((values, r) => values.map((_, i) => 50 + (r + 1) * i));
    expect(steadyStateOverRuns(runs, { times, resamples }).time!.median).toBe(90);
    const mser = steadyStateOverRuns(runs, { detector: "mser-5", resamples });
    expect(mser.runs.every(({ method }) => method === "mser-5")).toBe(true);
    expect(mser.start.median! % 5).toBe(0);
  });

  it.each<[string, () => unknown, string, RegExp]>([
    ["no run", () => steadyStateOverRuns([]), "runs", /one value, got 0/],
    ["an empty run", () => steadyStateOverRuns([runs[0]!, []]), "runs[1]", /got 0/],
    ["detector", () => steadyStateOverRuns(runs, { detector: "none" as never }), "detector", /got "none"/],
    ["resamples", () => steadyStateOverRuns(runs, { resamples: 0 }), "resamples", /1 or more, got 0/],
    ["seed", () => steadyStateOverRuns(runs, { seed: 0.5 }), "seed", /got 0\.5/],
    [
      "times",
      () => steadyStateOverRuns(runs, { times: [1, 2] as never }),
      "times",
      /one array of times a run, got 1/,
    ],
    ["too few times", () => steadyStateOverRuns(runs, { times: [] }), "times", /got undefined/],
  ])("%s: says what is wrong", (_, call, argument, problem) => {
    expectInputError(call, "steadyStateOverRuns", argument, problem);
  });
});
