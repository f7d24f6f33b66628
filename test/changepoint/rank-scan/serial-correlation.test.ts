import { describe, expect, it } from "vitest";
import { normalScores } from "../../../src/changepoint/rank-scan/normal-scores.js";
import { serialCorrelation } from "../../../src/changepoint/rank-scan/serial-correlation.js";
import {
  segmentedDependence,
  unsegmentedDependence,
} from "../../../src/changepoint/rank-scan/serial-dependence.js";
import { stream } from "../../../src/random/stream.js";
import { autoregression } from "../../support/autoregression.js";

const rng = stream(1, "serialCorrelation");
const scoresOf = (values: readonly number[]) => normalScores(Float64Array.from(values)).scores;

describe("serialCorrelation(scores, bounds)", () => {
  it.each([-0.5, 0, 0.3, 0.7])("estimates %d, hardly biased", (rho) => {
    const estimates = Array.from({ length: 200 }, () =>
      serialCorrelation(scoresOf(autoregression(rng, 200, rho)), []),
    );
    const mean = estimates.reduce((sum, estimate) => sum + estimate, 0) / 200;
    // A standard error of 1.1 / √200 / √200, and a bias of a few hundredths where the correlation is strong.
    expect(Math.abs(mean - rho)).toBeLessThan(0.02 + 0.05 * Math.abs(rho));
  });

  it("hardly sees a step it is not told of, and none that it is", () => {
    const values = autoregression(rng, 400, 0.3);
    const still = serialCorrelation(scoresOf(values), []);
    const stepped = scoresOf(values.map((value, i) => value + (i < 200 ? 0 : 2)));
    expect(Math.abs(serialCorrelation(stepped, []) - still)).toBeLessThan(0.08);
    expect(serialCorrelation(Float64Array.of(1, -1, 1, -1, 1, 9, 7, 9, 7, 9), [5])).toBeLessThan(-0.9);
  });

  it("is 0 where nothing can be told", () => {
    expect(serialCorrelation(new Float64Array(20), [])).toBe(0);
    expect(serialCorrelation(Float64Array.of(1), [])).toBe(0);
    expect(serialCorrelation(Float64Array.of(1, 2, 3, 4), [2])).toBe(0);
  });
});

describe("what the scan is told of dependence", () => {
  it("is more than the estimate, unless that is none", () => {
    const wander = segmentedDependence(scoresOf(autoregression(rng, 100, 0.5)), []);
    expect(wander.rho).toBeGreaterThan(wander.estimate);
    expect(wander.charge).toBeGreaterThan(0);
    const back = segmentedDependence(scoresOf(autoregression(rng, 100, -0.5)), []);
    expect(back).toMatchObject({ rho: 0, charge: 0 });
    expect(back.estimate).toBeLessThan(-0.2);
  });

  it("takes blocks of values for changes, and a wandering series for none", () => {
    const blocks = autoregression(rng, 100, 0).map((value, i) => value + 6 * (Math.floor(i / 20) % 2));
    const plain = serialCorrelation(scoresOf(blocks), []);
    expect(plain).toBeGreaterThan(0.25);
    expect(unsegmentedDependence(scoresOf(blocks), 5).estimate).toBeLessThan(plain - 0.1);
    const wandering = Array.from({ length: 20 }, () => {
      return unsegmentedDependence(scoresOf(autoregression(rng, 300, 0.6)), 5).estimate;
    });
    expect(wandering.reduce((sum, estimate) => sum + estimate, 0) / 20).toBeGreaterThan(0.5);
  });
});
