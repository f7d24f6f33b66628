import { describe, expect, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { fitDecay, fitLine } from "../../../src/steady/shape/curves.js";
import { assertClose } from "../../support/assert-close.js";
import { simulatedRun } from "../../support/simulated-run.js";

describe("fitLine(values)", () => {
  it("goes through a line", () => {
    const line = fitLine(Float64Array.from({ length: 11 }, (_, i) => 3 - i / 5));
    assertClose(line, { change: -2, squares: 0 }, { abs: 1e-12 });
  });

  it("has the squares of least squares", () => {
    // R: y <- c(1, 3, 2, 5, 4); deviance(lm(y ~ seq_along(y))) is 3.6, the slope 0.8.
    assertClose(fitLine(Float64Array.of(1, 3, 2, 5, 4)), { change: 3.2, squares: 3.6 });
    assertClose(fitLine(Float64Array.of(7)), { change: 0, squares: 0 });
  });
});

describe("fitDecay(values, allowed)", () => {
  it("goes through a decay", () => {
    const values = Float64Array.from({ length: 200 }, (_, i) => 5 + 3 * Math.exp(-i / 17));
    const { limit, height, time } = fitDecay(values, 1).best;
    assertClose({ limit, height, time }, { limit: 5, height: 3, time: 17 }, { rel: 1e-4 });
    assertClose(
      fitDecay(
        values.map((value) => -value),
        1,
      ).best.height,
      -3,
      { rel: 1e-4 },
    );
  });

  it("fits better than any other time, and gives the range of those that fit nearly as well", () => {
    const values = Float64Array.from(simulatedRun(stream(1, "decay"), 150, (i) => 8 * Math.exp(-i / 12)));
    const { best, shortest, longest } = fitDecay(values, 4);
    assertClose([shortest.squares, longest.squares], [best.squares + 4, best.squares + 4], { rel: 1e-5 });
    expect(shortest.time).toBeLessThan(12);
    expect(longest.time).toBeGreaterThan(12);
    const squaresAt = (time: number) => {
      const basis = values.map((_, i) => Math.exp(-i / time));
      const mean = (numbers: Float64Array) =>
        numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
      const [y, x] = [mean(values), mean(basis)];
      const slope =
        basis.reduce((sum, b, i) => sum + (b - x) * (values[i]! - y), 0) /
        basis.reduce((sum, b) => sum + (b - x) ** 2, 0);
      return values.reduce((sum, value, i) => sum + (value - y - slope * (basis[i]! - x)) ** 2, 0);
    };
    assertClose(best.squares, squaresAt(best.time), { rel: 1e-9 });
    for (let time = 1; time < 75; time += 0.5)
      expect(best.squares).toBeLessThanOrEqual(squaresAt(time) + 1e-9);
  });
});
