import fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import { InputError } from "../../src/core/input-error.js";
import { checkMeasurementWindow } from "../../src/steady/check-measurement-window.js";
import { classifyWarmup } from "../../src/steady/classify-warmup.js";
import { steadyState } from "../../src/steady/steady-state.js";
import { steadyStateOverRuns } from "../../src/steady/steady-state-over-runs.js";

/** Runs of a few values over and over, far apart or nearly equal, so that noise, levels or both may vanish. */
const run = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.integer({ min: -3, max: 3 }),
        fc.double({ min: -1e150, max: 1e150, noNaN: true }),
        fc.constantFrom(0.1, 1e9, 1e9 + 1e-6, 1e-149),
      ),
      { minLength: 1, maxLength: 6 },
    ),
    fc.array(fc.nat(5), { minLength: 1, maxLength: 90 }),
  )
  .map(([values, places]) => places.map((place) => values[place % values.length]!));

suite("any result about warm-up", () => {
  it("is finite numbers or null", () => {
    fc.assert(
      fc.property(run, run, (one, other) => {
        expectJson(() => steadyState(one));
        expectJson(() => steadyState(one, { method: "mser-5" }));
        expectJson(() => classifyWarmup([one, other]));
        expectJson(() =>
          classifyWarmup(one, { mode: "barrett", margin: { absolute: 1 }, window: 10, horizon: 20 }),
        );
        expectJson(() => steadyStateOverRuns([one, other, one], { resamples: 20 }));
        expectJson(() => checkMeasurementWindow(one, { from: 0, to: 30 }));
      }),
      { seed: 1, numRuns: 150 },
    );
  });
});

/** JSON has neither NaN nor Infinity: it would turn both into null. */
function expectJson(call: () => unknown): void {
  let result: unknown;
  try {
    result = call();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return;
  }
  const named = (_: string, value: unknown) =>
    typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
  expect(JSON.stringify(result, named)).not.toMatch(/NaN|Infinity/);
}
