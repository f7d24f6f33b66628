import { describe, it } from "vitest";
import { normalCdf, normalQuantile, studentTCdf, studentTQuantile } from "../../src/stats/distributions.js";
import { assertClose } from "../support/assert-close.js";
import { reference } from "../support/reference.js";

interface Reference {
  readonly normalCdf: readonly [z: number, p: number][];
  readonly normalQuantile: readonly [p: number, z: number][];
  readonly studentTCdf: readonly [t: number, df: number, p: number][];
  readonly studentTQuantile: readonly [p: number, df: number, t: number][];
}

describe("distributions", () => {
  const expected = reference<Reference>("distributions");

  it("normalCdf(z) agrees with mpmath", () => {
    for (const [z, p] of expected.normalCdf) assertClose(normalCdf(z), p);
  });

  it("normalQuantile(p) agrees with mpmath", () => {
    for (const [p, z] of expected.normalQuantile) assertClose(normalQuantile(p), z, { rel: 1e-11 });
  });

  it("studentTCdf(t, df) agrees with mpmath, far tails included", () => {
    for (const [t, df, p] of expected.studentTCdf) assertClose(studentTCdf(t, df), p, { rel: 1e-10 });
  });

  it("studentTQuantile(p, df) agrees with mpmath", () => {
    for (const [p, df, t] of expected.studentTQuantile) assertClose(studentTQuantile(p, df), t);
  });
});
