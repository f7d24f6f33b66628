import { describe, expect, it } from "vitest";
import { detectChangePoints } from "../../src/changepoint/detect-change-points.js";
import { detectChangePointsInAll } from "../../src/changepoint/detect-change-points-in-all.js";
import { stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";

const rng = stream(1, "detectChangePointsInAll");
const names = Array.from({ length: 20 }, (_, k) => `benchmark ${k}`);
const series = Object.fromEntries(
  names.map((name, k) => [name, normalValues(rng, 80, 10, 1).map((value, i) => value + (i < 4 * k ? 0 : 3))]),
);

describe("detectChangePointsInAll(seriesByName, options)", () => {
  it.each([0, 1, 3])("gives what each series gives alone, with %i workers", async (workers) => {
    // Threads run compiled code.
    const { detectChangePointsInAll: built } = await import("noisefloor");
    const progress: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number }): void => {
      expect(total).toBe(20);
      progress.push(done);
    };
    const { results, failures, n } = await built(series, { workers, onProgress, alpha: 0.01 });
    expect(Object.keys(results)).toEqual(names);
    for (const name of names) {
      expect(results[name]).toEqual(detectChangePoints(series[name]!, { alpha: 0.01 }));
    }
    expect({ failures, n }).toEqual({ failures: {}, n: 20 });
    expect(progress).toEqual(Array.from({ length: 20 }, (_, k) => k + 1));
  });

  it.each([0, 2])("tells what is wrong with a series, and goes on, with %i workers", async (workers) => {
    const { detectChangePointsInAll: built } = await import("noisefloor");
    const mixed = {
      good: { values: series["benchmark 10"]!, times: series["benchmark 10"]!.map((_, i) => i) },
      gappy: [1, Number.NaN],
      none: null as never,
      code: (() => 1) as never,
      late: { values: [1, 2], times: [2, 1] },
    };
    const { results, failures } = await built(mixed, { workers });
    expect(Object.keys(results)).toEqual(["good"]);
    expect(results.good?.changePoints[0]?.time).toBe(results.good?.indices[0]);
    expect(failures).toEqual({
      gappy: expect.stringContaining("values[1] needs a finite number"),
      none: expect.stringContaining("got null"),
      code: expect.stringContaining("got a function"),
      late: expect.stringContaining("times[1]"),
    });
  });

  it.each([0, 2])("stops when asked to, with %i workers", async (workers) => {
    const { detectChangePointsInAll: built } = await import("noisefloor");
    const controller = new AbortController();
    const onProgress = (): void => controller.abort(new Error("enough"));
    await expect(built(series, { workers, onProgress, signal: controller.signal })).rejects.toThrow("enough");
    await expect(built(series, { workers, signal: controller.signal })).rejects.toThrow("enough");
  });

  it.each([0, 2])("rejects with what onProgress throws, with %i workers", async (workers) => {
    const { detectChangePointsInAll: built } = await import("noisefloor");
    const onProgress = (): never => {
      throw new Error("no room on screen");
    };
    await expect(built(series, { workers, onProgress })).rejects.toThrow("no room on screen");
  });

  it("searches nothing in nothing, and with any method", async () => {
    expect(await detectChangePointsInAll({})).toEqual({ results: {}, failures: {}, n: 0 });
    const { results } = await detectChangePointsInAll({ a: series["benchmark 10"]! }, { method: "pelt" });
    expect(results.a?.method).toBe("pelt");
  });

  it.each([
    ["no record", [null, {}], "seriesByName", /needs an object/],
    ["half a worker", [{}, { workers: 0.5 }], "workers", /whole number/],
    ["no function", [{}, { onProgress: 1 }], "onProgress", /needs a function, got 1/],
    ["no signal", [{}, { signal: 1 }], "signal", /needs an AbortSignal, got 1/],
    [
      "a wrong option of the search",
      [{ a: [1] }, { alpha: 2 }],
      "alpha",
      /between 0 and 1, such as 0.05, got 2/,
    ],
    ["an unknown method", [{ a: [1] }, { method: "cusum" }], "method", /needs one of .*got "cusum"/],
    ["an option of another method", [{}, { method: "pelt", penalty: -1 }], "penalty", /above 0/],
  ] as const)("refuses %s", async (_, args, argument, problem) => {
    const [error] = await Promise.allSettled([detectChangePointsInAll(...(args as unknown as [never]))]);
    expectInputError(
      () => {
        if (error?.status === "rejected") throw error.reason;
      },
      "detectChangePointsInAll",
      argument,
      problem,
    );
  });
});
