import { describe, expect, it } from "vitest";
import { checkSeed, stream } from "../../src/random/stream.js";
import { expectInputError } from "../support/expect-input-error.js";
import { reference } from "../support/reference.js";

interface Reference {
  readonly streams: readonly {
    readonly seed: number;
    readonly names: readonly string[];
    readonly uint32: readonly number[];
    readonly uniform: readonly number[];
    readonly below: readonly [bound: number, number: number][];
    readonly fills: readonly [bound: number, count: number, numbers: number[]][];
  }[];
}

describe("stream", () => {
  it.each(reference<Reference>("random-streams").streams)(
    "stream($seed, $names) gives the bits of the Python twin",
    ({ seed, names, uint32, uniform, below, fills }) => {
      const rng = stream(seed, ...names);
      expect(uint32.map(() => rng.uint32())).toEqual(uint32);
      expect(uniform.map(() => rng.uniform())).toEqual(uniform);
      expect(below.map(([bound]) => [bound, rng.below(bound)])).toEqual(below);
      for (const [bound, count, numbers] of fills) {
        const target = new Uint32Array(count);
        rng.fillBelow(target, bound);
        expect([...target]).toEqual(numbers);
      }
    },
  );

  it("stream(seed, …names) differs with the seed, each name and their order", () => {
    const first = [
      stream(1),
      stream(2),
      stream(-1),
      stream(1, ""),
      stream(1, "a"),
      stream(1, "b"),
      stream(1, "a", "b"),
      stream(1, "b", "a"),
      stream(1, "ab"),
    ].map((rng) => rng.uint32());
    expect(new Set(first).size).toBe(first.length);
  });

  it("stream(seed) draws do not disturb another of the same name", () => {
    const [left, right] = [stream(1, "x"), stream(1, "x")];
    for (let i = 0; i < 10; i++) left.uint32();
    expect(right.uint32()).toBe(stream(1, "x").uint32());
  });

  it("stream(bad) wants a whole number that a double holds", () => {
    for (const seed of [0.5, Number.NaN, 2 ** 53, "1", undefined]) {
      expectInputError(() => stream(seed as never), "stream", "seed", /whole number, such as 1, got/);
    }
    expectInputError(() => checkSeed("bootstrapInterval", 0.5), "bootstrapInterval", "seed", /got 0.5/);
  });
});
