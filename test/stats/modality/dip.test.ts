import { describe, expect, it } from "vitest";
import { dip, isUnimodal, stringWithin } from "../../../src/stats/modality/dip.js";
import { assertClose } from "../../support/assert-close.js";
import { reference } from "../../support/reference.js";

interface Reference {
  readonly cases: readonly { readonly values: readonly number[]; readonly dip: number }[];
}

describe("dip", () => {
  it.each(reference<Reference>("dip").cases)("dip(values) agrees with diptest, case %#", (expected) => {
    // Both find it by search, in sums of 1/n.
    assertClose(dip(Float64Array.from(expected.values)), expected.dip, { rel: 1e-10 });
  });

  it("isUnimodal(stringWithin(values, distance)) turns true at the dip", () => {
    const values = new Float64Array([0, 1, 1.5, 2, 8, 9, 9.5, 10]);
    const turn = dip(values);
    expect(isUnimodal(stringWithin(values, turn * (1 + 1e-9)))).toBe(true);
    expect(isUnimodal(stringWithin(values, turn * (1 - 1e-9)))).toBe(false);
  });
});
