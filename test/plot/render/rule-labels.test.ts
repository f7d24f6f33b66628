import { describe, expect, it } from "vitest";
import type { Panel, RuleMark } from "../../../src/plot/figure-model.js";
import { placeRuleLabels } from "../../../src/plot/render/rule-labels.js";
import { seriesPlot } from "../../../src/plot/series-plot.js";

function panelWith(boundaries: readonly Omit<RuleMark, "kind">[]): Panel {
  const [panel] = seriesPlot(Array.from({ length: 101 }, (_, i) => i)).model.panels;
  return { ...panel!, marks: boundaries.map((rule) => ({ kind: "rule", ...rule })) };
}

describe("placeRuleLabels(panel, length)", () => {
  it("puts labels that meet on different lines, four at most", () => {
    const near = [10, 11, 12, 13, 14].map((at) => ({ at, label: "a long label" }));
    const { labels, lines } = placeRuleLabels(panelWith(near), 60);
    expect(labels.map(({ rule, line }) => [rule.at, line])).toEqual([
      [10, 0],
      [11, 1],
      [12, 2],
      [13, 3],
    ]);
    expect(lines).toBe(4);
  });

  it("keeps labels that do not meet on one line", () => {
    const { labels } = placeRuleLabels(panelWith([5, 35, 65].map((at) => ({ at, label: "a label" }))), 60);
    expect(labels.map(({ line }) => line)).toEqual([0, 0, 0]);
  });

  it("puts a label left of its rule where the panel ends, or as asked", () => {
    const beforeOf = (at: number, side?: "left") =>
      placeRuleLabels(panelWith([{ at, label: "measurement", ...(side ? { side } : {}) }]), 60).labels[0]!
        .before;
    expect([beforeOf(10), beforeOf(99), beforeOf(60, "left"), beforeOf(1, "left")]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });
});
