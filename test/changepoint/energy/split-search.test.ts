import { describe, expect, it } from "vitest";
import { preparePoints } from "../../../src/changepoint/energy/points.js";
import { type SplitOptions, splitSearch } from "../../../src/changepoint/energy/split-search.js";
import { stream } from "../../../src/random/stream.js";
import { assertClose } from "../../support/assert-close.js";
import { type Point, splitByDefinition } from "../../support/energy-definition.js";
import { noisySeries, seriesShapes } from "../../support/noisy-series.js";
import { normalValues } from "../../support/normal-values.js";

const kappas = ["all", "end"] as const;

describe("splitSearch(points, start, end, options)", () => {
  it.each(seriesShapes)("finds the split of the definition in series of the shape %s", (shape) => {
    const rng = stream(1, "split-search", shape);
    for (let round = 0; round < 40; round++) {
      const values = noisySeries(rng, shape, 2 + rng.below(13));
      const alpha = [0.5, 1, 1, 1, 1.3, 2][rng.below(6)]!;
      const minSegment = 1 + rng.below(3);
      for (const kappa of kappas) expectDefinition(values, { alpha, minSegment, kappa });
    }
  });

  it("finds the split of the definition in points of several coordinates", () => {
    const rng = stream(1, "split-search", "points");
    for (let round = 0; round < 60; round++) {
      const dimensions = 1 + rng.below(3);
      const points = Array.from({ length: 2 + rng.below(10) }, (_, i) =>
        normalValues(rng, dimensions, i < 5 ? 0 : 2, 1),
      );
      const alpha = [0.5, 1, 1.3, 2][rng.below(4)]!;
      for (const kappa of kappas) expectDefinition(points, { alpha, minSegment: 1 + rng.below(3), kappa });
    }
  });

  it("searches any arrangement of any part of the points", () => {
    const rng = stream(1, "split-search", "arrangement");
    const values = normalValues(rng, 20, 0, 1);
    const points = preparePoints([Float64Array.from(values)]);
    for (const options of allOptions()) {
      const search = splitSearch(points, 4, 15, options);
      for (let round = 0; round < 10; round++) {
        const order = Uint32Array.from({ length: 11 }, (_, i) => i);
        rng.shuffleFirst(order, order.length);
        const arranged = Array.from(order, (index) => values[4 + index]!);
        expectSplit(search(order, Number.POSITIVE_INFINITY), arranged, options, points.exponent);
      }
    }
  });

  it("stops early at a statistic that is enough, and at no other", () => {
    const rng = stream(1, "split-search", "enough");
    const values = Float64Array.from(noisySeries(rng, "step", 60));
    const order = Uint32Array.from(values.keys());
    for (const options of allOptions()) {
      const search = splitSearch(preparePoints([values]), 0, 60, options);
      const full = search(order, Number.POSITIVE_INFINITY);
      expect(search(order, full.statistic / 2).statistic).toBeGreaterThanOrEqual(full.statistic / 2);
      expect(search(order, full.statistic + 1)).toEqual(full);
    }
  });

  it("keeps its digits far from zero, and beside an outlier", () => {
    const rng = stream(1, "split-search", "digits");
    const noise = Array.from({ length: 80 }, (_, i) => rng.below(1000) + (i < 50 ? 0 : 300));
    const spiked = noise.map((value, i) => (i === 30 ? 1e6 : value));
    for (const kappa of kappas) {
      for (const values of [noise, spiked]) {
        const options = { alpha: 1, minSegment: 2, kappa };
        const [near, far] = [0, 2 ** 42].map((offset) =>
          best(
            values.map((value) => value + offset),
            options,
          ),
        );
        assertClose(far, near, { rel: 1e-10 });
        const last = splitByDefinition(values, 1, 2, "end")!;
        if (kappa === "end") assertClose(near!.statistic, last.statistic, { rel: 1e-10 });
      }
    }
  });

  it("has no split where there are too few points", () => {
    for (const options of allOptions()) expect(best([1, 2, 3], { ...options, minSegment: 2 }).before).toBe(0);
  });
});

function* allOptions(): Generator<SplitOptions> {
  for (const alpha of [0.5, 1, 2]) {
    for (const kappa of kappas) yield { alpha, minSegment: 2, kappa };
  }
}

function best(values: readonly Point[], options: SplitOptions) {
  const dimensions = [values[0]!].flat().length;
  const points = preparePoints(
    Array.from({ length: dimensions }, (_, d) => Float64Array.from(values, (value) => [value].flat()[d]!)),
  );
  const order = Uint32Array.from({ length: values.length }, (_, i) => i);
  const split = splitSearch(points, 0, values.length, options)(order, Number.POSITIVE_INFINITY);
  return { ...split, statistic: split.statistic * 2 ** (points.exponent * options.alpha) };
}

function expectDefinition(values: readonly Point[], options: SplitOptions): void {
  expectSplit(best(values, options), values, options, 0);
}

function expectSplit(
  { before, statistic }: { before: number; statistic: number },
  values: readonly Point[],
  options: SplitOptions,
  exponent: number,
): void {
  const { alpha, minSegment, kappa } = options;
  const defined = splitByDefinition(values, alpha, minSegment, kappa);
  const where = JSON.stringify({ values, ...options });
  expect(before, where).toBe(defined?.before ?? 0);
  if (defined === null) return;
  // A difference of sums that are up to n times as large, which round.
  const size = Math.max(...values.flat().map(Math.abs)) ** alpha * values.length;
  assertClose(statistic * 2 ** (exponent * alpha), defined.statistic, { rel: 1e-10, abs: 1e-13 * size });
}
