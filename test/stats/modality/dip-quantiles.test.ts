import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { dip } from "../../../src/stats/modality/dip.js";
import { criticalDip, dipP, smallestDipP } from "../../../src/stats/modality/dip-quantiles.js";
import { assertClose } from "../../support/assert-close.js";
import { reference } from "../../support/reference.js";

interface Simulated {
  readonly levels: readonly number[];
  readonly sizes: readonly number[];
  /** One row a size, one column a level. */
  readonly quantiles: readonly (readonly number[])[];
}

describe("dipP", () => {
  it("criticalDip(n, p) is what simulations gave, within the fit over n", () => {
    const { levels, sizes, quantiles } = reference<Simulated>("dip-quantiles");
    sizes.forEach((n, row) => {
      levels.forEach((level, column) => {
        const quantile = Math.sqrt(n) * criticalDip(n, level);
        expect(Math.abs(quantile - quantiles[row]![column]!), `n ${n}, level ${level}`).toBeLessThan(0.007);
      });
    });
  });

  it("dipP(n, criticalDip(n, p)) is p, and never 0", () => {
    for (const n of [10, 35, 1000, 1e6]) {
      for (const p of [0.95, 0.5, 0.07, 0.05, 0.01, 0.001]) {
        assertClose(dipP(n, criticalDip(n, p)), p, { rel: 1e-9 });
      }
      expect(dipP(n, 0.25)).toBe(smallestDipP);
      expect(dipP(n, 1 / (2 * n))).toBeLessThanOrEqual(1);
    }
  });

  it("dipP(n, dip(uniform values)) is below p as often as p says", () => {
    const rng = stream(5, "uniform");
    const rounds = 600;
    const p = Array.from({ length: rounds }, () => {
      const values = Float64Array.from({ length: 40 }, () => rng.uniform()).sort();
      return dipP(40, dip(values));
    });
    for (const level of [0.05, 0.25, 0.6]) {
      const share = p.filter((value) => value < level).length / rounds;
      expect(Math.abs(share - level)).toBeLessThan(4 * Math.sqrt((level * (1 - level)) / rounds));
    }
  });
});
