import { describe, expect, it } from "vitest";
import { prefixSums, sumBetween } from "../../../src/changepoint/costs/prefix-sums.js";
import { stream } from "../../../src/random/stream.js";
import { assertClose } from "../../support/assert-close.js";

describe("prefixSums(terms), sumBetween(sums, start, end)", () => {
  it("sums what is between", () => {
    const sums = prefixSums(Float64Array.of(1, 2, 4, 8));
    expect([sumBetween(sums, 0, 4), sumBetween(sums, 1, 3), sumBetween(sums, 2, 2)]).toEqual([15, 6, 0]);
  });

  it("keeps the digits of small terms behind large ones", () => {
    const rng = stream(1, "terms");
    const small = Array.from({ length: 1000 }, () => rng.uniform());
    const sums = prefixSums(Float64Array.of(1e16, ...small, -1e16, ...small));
    const expected = small.slice(300, 700).reduce((sum, term) => sum + term, 0);
    assertClose(sumBetween(sums, 301, 701), expected, { rel: 1e-13 });
    assertClose(sumBetween(sums, 1302, 1702), expected, { rel: 1e-13 });
  });
});
