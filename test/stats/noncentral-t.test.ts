import { describe, expect, it } from "vitest";
import { studentTCdf } from "../../src/stats/distributions.js";
import {
  deviationQuadrature,
  meanInverseDeviation,
  noncentralityOf,
  noncentralTCdf,
} from "../../src/stats/noncentral-t.js";
import { assertClose } from "../support/assert-close.js";

const grid = [2, 3, 7, 38, 998, 100_000].flatMap((df) => [-3, -0.2, 0, 1, 10, 60].map((t) => ({ df, t })));

describe("noncentral t", () => {
  it("meanInverseDeviation(df) agrees with gamma functions where these are exact", () => {
    // √π for df = 2, and from there by Γ(x + 1) = x·Γ(x): E(1/S) = √(df/2)·Γ((df − 1)/2) / Γ(df/2).
    let ratio = Math.sqrt(Math.PI);
    for (let df = 2; df < 400; df += 2) {
      assertClose(meanInverseDeviation(deviationQuadrature(df, 0)), Math.sqrt(df / 2) * ratio, {
        rel: 1e-13,
      });
      ratio *= (df - 1) / df;
    }
  });

  it.each(grid)("noncentralTCdf(t, 0) is Student's, df $df, t $t", ({ df, t }) => {
    // Far tails are sums of far smaller terms than 1, of which the quadrature keeps absolute digits.
    assertClose(noncentralTCdf(deviationQuadrature(df, t), t, 0), studentTCdf(t, df), {
      rel: 1e-12,
      abs: 1e-16,
    });
  });

  // Quadrature with 30 digits by mpmath; few degrees of freedom have large S, where Φ(t·S) is steep.
  it.each([
    [2, 8, 20, 0.002297366321083172],
    [2, 8, 16, 0.020360190960970997],
    [3, 20, 50, 3.267556992800972e-4],
    [5, 8, 16, 0.002049974542815343],
    [58, 3, 6, 0.00186199155895429],
  ])(
    "noncentralTCdf(t, noncentrality) agrees with mpmath, df %d, t %d, noncentrality %d",
    (df, t, noncentrality, p) => {
      assertClose(noncentralTCdf(deviationQuadrature(df, t), t, noncentrality), p, { rel: 1e-11 });
    },
  );

  it.each(grid)("noncentralityOf(t, p) is where the distribution is p, df $df, t $t", ({ df, t }) => {
    const quadrature = deviationQuadrature(df, t);
    let last = Number.POSITIVE_INFINITY;
    for (const p of [0.0005, 0.025, 0.5, 0.975, 0.9995]) {
      const noncentrality = noncentralityOf(quadrature, t, p);
      assertClose(noncentralTCdf(quadrature, t, noncentrality), p, { rel: 1e-11 });
      expect(noncentrality).toBeLessThan(last);
      last = noncentrality;
    }
  });
});
