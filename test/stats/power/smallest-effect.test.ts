import { describe, expect, it } from "vitest";
import { normalCdf } from "../../../src/stats/distributions.js";
import { smallestEffect } from "../../../src/stats/power/smallest-effect.js";
import { assertClose } from "../../support/assert-close.js";

const of = (power: (effect: number) => number) => (effect: number) => ({
  power: power(effect),
  monteCarloError: null,
});

describe("smallestEffect", () => {
  it("smallestEffect(rejection, target) solves from guesses far too small and far too large", () => {
    for (const guess of [1e-12, 1, 3, 1e12]) {
      let powers = 0;
      const found = smallestEffect(
        of((effect) => {
          powers++;
          return normalCdf((effect - 5) / 2);
        }),
        0.8,
        guess,
        1e-12,
      );
      assertClose(found, 5 + 2 * 0.8416212335729143, { rel: 1e-11 });
      expect(powers).toBeLessThan(120);
    }
  });

  it("smallestEffect(steps, target) finds the step where simulated power jumps over it", () => {
    const steps = of((effect) => Math.min(1, Math.floor(effect) / 10));
    assertClose(smallestEffect(steps, 0.75, 3, 1e-6), 8, { rel: 1e-6 });
    assertClose(smallestEffect(steps, 0.75, 300, 1e-6), 8, { rel: 1e-6 });
    assertClose(
      smallestEffect(
        of((effect) => (effect < 7 ? 0 : 1)),
        0.5,
        1,
        1e-6,
      ),
      7,
      { rel: 1e-6 },
    );
  });

  it("smallestEffect(never enough) is null", () => {
    expect(
      smallestEffect(
        of(() => 0.3),
        0.8,
        1,
        1e-6,
      ),
    ).toBeNull();
  });
});
