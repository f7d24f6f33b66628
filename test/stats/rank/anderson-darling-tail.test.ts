import { describe, expect, it } from "vitest";
import { andersonDarlingTail } from "../../../src/stats/rank/anderson-darling-tail.js";
import { assertClose } from "../../support/assert-close.js";
import { reference } from "../../support/reference.js";

type Tails = readonly (readonly [x: number, tail: number])[];

describe("andersonDarlingTail", () => {
  it("andersonDarlingTail(x) agrees with another series at 60 digits", () => {
    for (const [x, tail] of reference<{ readonly andersonDarling: Tails }>("limit-distributions")
      .andersonDarling) {
      assertClose(andersonDarlingTail(x), tail, { rel: 1e-11 });
    }
  });

  it("andersonDarlingTail(x) falls from 1, and keeps its digits far out", () => {
    expect(andersonDarlingTail(0)).toBe(1);
    expect(andersonDarlingTail(-1)).toBe(1);
    let last = 1;
    for (let x = 0.04; x < 600; x *= 1.3) {
      const tail = andersonDarlingTail(x);
      expect(tail).toBeLessThanOrEqual(last);
      expect(tail).toBeGreaterThan(0);
      last = tail;
    }
    // Far out only the largest eigenvalue is left: two more of x divide the tail by e, and a little more.
    assertClose(andersonDarlingTail(402) / andersonDarlingTail(400), Math.exp(-2) * Math.sqrt(400 / 402), {
      rel: 1e-3,
    });
  });
});
