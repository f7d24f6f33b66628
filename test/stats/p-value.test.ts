import { describe, expect, it } from "vitest";
import { normalPValue, studentTPValue } from "../../src/stats/p-value.js";
import { assertClose } from "../support/assert-close.js";

describe("studentTPValue and normalPValue", () => {
  it("studentTPValue(t, 1, alternative) is that of Cauchy's distribution", () => {
    for (const t of [-20, -1, 0, 0.5, 3]) {
      const below = 0.5 + Math.atan(t) / Math.PI;
      assertClose(studentTPValue(t, 1, "less"), below, { rel: 1e-10 });
      assertClose(studentTPValue(t, 1, "greater"), 1 - below, { rel: 1e-10 });
      assertClose(studentTPValue(t, 1, "two-sided"), 2 * Math.min(below, 1 - below), { rel: 1e-10 });
    }
  });

  it("normalPValue(1.96, alternative) is known", () => {
    assertClose(normalPValue(1.959963984540054, "two-sided"), 0.05);
    assertClose(normalPValue(1.959963984540054, "greater"), 0.025);
    assertClose(normalPValue(1.959963984540054, "less"), 0.975);
  });

  it("normalPValue(0, two-sided) is 1, and no statistic gives 0", () => {
    expect(normalPValue(0, "two-sided")).toBe(1);
    for (const alternative of ["two-sided", "less", "greater"] as const) {
      for (const sign of [-1, 1]) {
        expect(normalPValue(sign * 100, alternative)).toBeGreaterThan(0);
        expect(studentTPValue(sign * 1e200, 50, alternative)).toBeGreaterThan(0);
      }
    }
  });
});
