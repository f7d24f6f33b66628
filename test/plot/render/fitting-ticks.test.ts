import { describe, expect, it } from "vitest";
import type { NumberAxis } from "../../../src/plot/figure-model.js";
import { fittingTicks } from "../../../src/plot/render/fitting-ticks.js";

function axisOf(labels: readonly string[]): NumberAxis {
  const ticks = labels.map((label, value) => ({ value, label }));
  const pieces = [{ domain: [0, labels.length - 1], extent: [0, 1] }] as const;
  return { kind: "number", label: "", unit: "", scale: "linear", pieces, ticks };
}

describe("fittingTicks(axis, length)", () => {
  it("keeps all that fit, else every second, third, …", () => {
    const axis = axisOf(Array.from({ length: 9 }, () => "abcdef"));
    const kept = (length: number) => fittingTicks(axis, length).map(({ value }) => value);
    expect(kept(60)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(kept(20)).toEqual([0, 2, 4, 6, 8]);
    expect(kept(2)).toEqual([0]);
  });

  it("keeps none of none", () => {
    expect(fittingTicks(axisOf([]), 10)).toEqual([]);
  });
});
