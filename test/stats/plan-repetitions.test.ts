import { describe, expect, it } from "vitest";
import { stream } from "../../src/random/stream.js";
import { studentTQuantile } from "../../src/stats/distributions.js";
import { type PlanRepetitionsOptions, planRepetitions } from "../../src/stats/plan-repetitions.js";
import { varianceComponents } from "../../src/stats/variance-components.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";

const halfWidth = (between: number, within: number, runs: number, iterations: number) =>
  studentTQuantile(0.975, runs - 1) * Math.sqrt((between + within / iterations) / runs);

describe("planRepetitions", () => {
  it("planRepetitions(components) is the cheapest of all plans that are precise enough", () => {
    const rng = stream(1, "plans");
    for (let round = 0; round < 60; round++) {
      const [between, within] = [rng.below(3) * rng.uniform(), 5 * rng.uniform()];
      const costs = { run: rng.below(30), iteration: 1 + rng.below(3) };
      let cheapest = Number.POSITIVE_INFINITY;
      for (let runs = 2; runs < 80; runs++) {
        for (let iterations = 1; iterations < 120; iterations++) {
          if (halfWidth(between, within, runs, iterations) > 1) continue;
          cheapest = Math.min(cheapest, runs * (costs.run + iterations * costs.iteration));
        }
      }
      const plan = planRepetitions({ between, within, mean: 100 }, { costs });
      expect(plan.cost).toBe(cheapest);
      expect(plan.cost).toBe(plan.runs! * (costs.run + plan.iterations! * costs.iteration));
      assertClose(plan.relativeHalfWidth, halfWidth(between, within, plan.runs!, plan.iterations!) / 100);
      expect(plan.relativeHalfWidth).toBeLessThanOrEqual(0.01);
    }
  });

  it("planRepetitions(components) for many runs takes the iterations of Kalibera and Jones", () => {
    const plan = planRepetitions(
      { between: 4, within: 100, mean: 100 },
      { costs: { run: 50, iteration: 1 }, target: 0.0005 },
    );
    assertClose(plan.optimalIterations, Math.sqrt((50 * 100) / 4));
    expect(Math.abs(plan.iterations! - plan.optimalIterations!)).toBeLessThan(2);
    assertClose(plan.runs, 1.96 ** 2 * (4 + 100 / plan.iterations!) * (1 / 0.05 ** 2), { rel: 0.005 });
  });

  it("planRepetitions(plan carried out) is as precise as it says", () => {
    const rng = stream(2, "carried out");
    const plan = planRepetitions({ between: 4, within: 9, mean: 100 }, { costs: { run: 5, iteration: 1 } });
    const rounds = 1500;
    let covered = 0;
    let squaredWidth = 0;
    for (let round = 0; round < rounds; round++) {
      const means = normalValues(rng, plan.runs!, 100, 2).map(
        (mean) =>
          normalValues(rng, plan.iterations!, mean, 3).reduce((sum, x) => sum + x, 0) / plan.iterations!,
      );
      const center = means.reduce((sum, x) => sum + x, 0) / means.length;
      const variance = means.reduce((sum, x) => sum + (x - center) ** 2, 0) / (means.length - 1);
      const half = studentTQuantile(0.975, means.length - 1) * Math.sqrt(variance / means.length);
      if (Math.abs(center - 100) <= half) covered++;
      squaredWidth += half ** 2 / rounds;
    }
    expect(Math.abs(covered / rounds - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / rounds));
    assertClose(Math.sqrt(squaredWidth) / 100, plan.relativeHalfWidth, { rel: 0.03 });
  });

  it("planRepetitions(runs) plans with the components of the runs, and passes their warnings on", () => {
    const runs = [
      [100, 101, 102, 101],
      [104, 105, 103],
      [99, 100, 98, 101, 100],
    ];
    const options = { costs: { run: 3, iteration: 0.5 }, target: 0.02 };
    const components = varianceComponents(runs);
    const plan = planRepetitions(runs, options);
    expect(plan).toEqual(planRepetitions(components, options));
    expect(plan.warnings).toEqual(components.warnings);
    expect(plan.components).toEqual({
      between: components.between,
      within: components.within,
      mean: components.mean,
    });
    expect(JSON.parse(JSON.stringify(plan))).toEqual(plan);
  });

  it("planRepetitions(out of reach, or constant) claims nothing", () => {
    const far = planRepetitions(
      { between: 4, within: 9, mean: 1 },
      { costs: { run: 1, iteration: 1 }, target: 1e-6 },
    );
    expect(far).toMatchObject({ runs: null, iterations: null, cost: null, relativeHalfWidth: null });
    expect(far.warnings).toMatchObject([{ code: "out-of-reach" }]);
    const constant = planRepetitions(
      [
        [1, 1],
        [1, 1],
      ],
      { costs: { run: 1, iteration: 1 } },
    );
    expect(constant).toMatchObject({ runs: null, optimalIterations: null });
    expect(constant.warnings).toMatchObject([{ code: "no-variation" }]);
  });

  it("planRepetitions(bad) says what is wrong", () => {
    const components = { between: 1, within: 1, mean: 1 };
    const refuse = (noise: object, options: object, argument: string, problem: RegExp) =>
      expectInputError(
        () => planRepetitions(noise as typeof components, options as PlanRepetitionsOptions),
        "planRepetitions",
        argument,
        problem,
      );
    const costs = { run: 1, iteration: 1 };
    refuse(components, {}, "costs", /got \{ run: undefined, iteration: undefined \}/);
    refuse(components, { costs: { run: -1, iteration: 1 } }, "costs", /0 or more/);
    refuse(components, { costs: { run: 1, iteration: 0 } }, "costs", /above 0/);
    refuse(components, { costs, target: 0 }, "target", /got 0/);
    refuse(components, { costs, confidence: 1 }, "confidence", /got 1/);
    refuse({ ...components, mean: 0 }, { costs }, "mean", /above 0, got 0/);
    refuse({ ...components, between: -1 }, { costs }, "between", /got -1/);
    refuse({ ...components, within: Number.NaN }, { costs }, "within", /NaN/);
  });
});
