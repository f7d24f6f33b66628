import { describe, expect, it } from "vitest";
import { kolmogorovTail } from "../../../src/stats/rank/kolmogorov-tail.js";
import { assertClose } from "../../support/assert-close.js";
import { reference } from "../../support/reference.js";

type Tails = readonly (readonly [x: number, tail: number])[];

describe("kolmogorovTail", () => {
  it("kolmogorovTail(x) agrees with its series at 60 digits", () => {
    for (const [x, tail] of reference<{ readonly kolmogorov: Tails }>("limit-distributions").kolmogorov) {
      assertClose(kolmogorovTail(x), tail);
    }
  });

  it("kolmogorovTail(0) is 1, and both series meet", () => {
    expect(kolmogorovTail(0)).toBe(1);
    assertClose(kolmogorovTail(1 - 1e-15), kolmogorovTail(1), { rel: 1e-13 });
  });
});
