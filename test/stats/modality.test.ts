import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import { describe as describeValues } from "../../src/stats/describe.js";
import { modality } from "../../src/stats/modality.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";
import { normalValues } from "../support/normal-values.js";
import { expectUnchanged } from "../support/unchanged.js";

const rng = stream(1, "modality");
const two = [...normalValues(rng, 120, 10, 1), ...normalValues(rng, 80, 18, 1.5)];
const three = [...two, ...normalValues(rng, 100, 40, 0.1)];

describe("modality", () => {
  it("modality(two groups) finds both, what lies between, and warns", () => {
    const result = modality(two);
    expect(result).toMatchObject({ method: "dip", p: 0.001, alpha: 0.05, n: 200, unit: null });
    expect(result.modes.map(({ share }) => share)).toEqual([0.6, 0.4]);
    expect(result.modes[0]!.location).toBeCloseTo(10, 0);
    expect(result.modes[1]!.location).toBeCloseTo(18, 0);
    expect(result.valleys).toHaveLength(1);
    expect(result.valleys[0]!.location).toBeCloseTo(14, -0.5);
    expect(result.valleys[0]!.depth).toBeGreaterThan(0.6);
    expect(result.warnings).toMatchObject([
      {
        code: "multimodal",
        message: expect.stringMatching(/2 modes, near 9\.\d+ \(60 %\) and 1\d\.\d+ \(40 %\)/),
      },
    ]);
  });

  it("modality(three groups) does not depend on the width of each", () => {
    const { modes } = modality(three);
    expect(modes.map(({ share }) => share)).toEqual([0.4, 80 / 300, 1 / 3]);
    expect(modes[2]!.location).toBeCloseTo(40, 1);
  });

  it("modality(c · values + d) moves with them, and mirrors", () => {
    const { modes, valleys, statistic } = modality(three);
    const moved = modality(three.map((value) => 2 ** -20 * (value + 64)));
    assertClose(moved.statistic, statistic, { rel: 1e-9 });
    assertClose(
      moved.modes.map(({ location }) => location * 2 ** 20 - 64),
      modes.map(({ location }) => location),
      { rel: 1e-9 },
    );
    const mirrored = modality(three.map((value) => -value));
    assertClose(
      mirrored.modes.map(({ location, share }) => [-location, share]).reverse(),
      modes.map(({ location, share }) => [location, share]),
      { rel: 1e-9 },
    );
    assertClose(
      mirrored.valleys.map(({ location }) => -location).reverse(),
      valleys.map(({ location }) => location),
    );
  });

  it("modality(values of one mode) warns as rarely as it says", () => {
    const random = stream(2, "one-mode");
    const sources: readonly (readonly [draw: (source: Rng) => number, most: number])[] = [
      [(source) => source.uniform(), 0.05],
      [(source) => -Math.log(1 - source.uniform()), 0.02],
      [(source) => Math.tan(Math.PI * (source.uniform() - 0.5)), 0.02],
      [(source) => Math.round(3 * normalValues(source, 1, 0, 1)[0]!), 0.02],
    ];
    const rounds = 150;
    for (const [draw, most] of sources) {
      for (const n of [20, 150]) {
        const several = Array.from({ length: rounds }).filter(
          () => modality(Array.from({ length: n }, () => draw(random))).modes.length > 1,
        ).length;
        // Four Monte Carlo standard errors.
        expect(several / rounds).toBeLessThan(most + 4 * Math.sqrt((most * (1 - most)) / rounds));
      }
    }
  });

  it("modality(values) has several modes exactly when p < alpha, and their shares add up", () => {
    const random = stream(3, "shares");
    for (let round = 0; round < 100; round++) {
      const values = [...normalValues(random, 30, 0, 1), ...normalValues(random, 25, 3 + (round % 4), 1)];
      const { modes, valleys, p, alpha } = modality(values, { alpha: 0.1 });
      expect(modes.length > 1).toBe(p! < alpha);
      expect(valleys).toHaveLength(modes.length - 1);
      assertClose(
        modes.reduce((sum, { share }) => sum + share, 0),
        1,
      );
    }
  });

  it("modality(strays, coarse clock) sees no modes in them", () => {
    const strays = [...normalValues(rng, 100, 10, 1), 90, 91, 500];
    expect(modality(strays).modes).toHaveLength(1);
    const coarse = normalValues(rng, 1000, 10, 1).map((value) => Math.round(4 * value) / 4);
    expect(modality(coarse).modes).toHaveLength(1);
  });

  it("modality(too little) says nothing, and why", () => {
    expect(modality([1, 2, 3])).toMatchObject({
      modes: [{ location: 2, share: 1 }],
      valleys: [],
      statistic: null,
      p: null,
      warnings: [{ code: "too-few-values" }],
    });
    const twoTicks = Array.from({ length: 50 }, (_, i) => (i % 2 === 0 ? 1 : 2));
    expect(modality(twoTicks)).toMatchObject({ p: null, warnings: [{ code: "few-distinct-values" }] });
    expect(modality(new Array(50).fill(0.1))).toMatchObject({
      modes: [{ location: 0.1, share: 1 }],
      warnings: [{ code: "few-distinct-values" }],
    });
  });

  it("modality(sample) carries its unit into the warning", () => {
    const sample = createSample({ benchmark: "b", unit: "ms", runs: [two] });
    expect(modality(sample)).toMatchObject({
      unit: "ms",
      warnings: [{ message: expect.stringMatching(/ ms \(60 %\)/) }],
    });
  });

  it("describe(two groups) warns before its mean is taken for either", () => {
    expect(describeValues(two).warnings).toMatchObject([{ code: "multimodal" }]);
    expect(describeValues(two.slice(0, 120)).warnings).toEqual([]);
  });

  it("modality(values) is plain JSON, ignores the order and leaves its input as it is", () => {
    expect(JSON.parse(JSON.stringify(modality(two)))).toEqual(modality(two));
    expect(modality(two.toReversed())).toEqual(modality(two));
    expectUnchanged(two, (values) => modality(values));
  });

  it("modality(bad) says what is wrong", () => {
    expectInputError(() => modality([]), "modality", "values", /one value, got 0/);
    expectInputError(() => modality([1, Number.NaN]), "modality", "values[1]", /NaN/);
    for (const alpha of [0, 0.0001, 0.6, 1, Number.NaN, "0.05"]) {
      expectInputError(
        () => modality([1, 2], { alpha: alpha as number }),
        "modality",
        "alpha",
        /0.001 to 0.5/,
      );
    }
  });
});
