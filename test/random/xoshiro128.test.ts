import { describe, expect, it } from "vitest";
import type { Rng } from "../../src/random/rng.js";
import { xoshiro128 } from "../../src/random/xoshiro128.js";

describe("xoshiro128", () => {
  it("xoshiro128([1, 2, 3, 4]) gives the numbers of the authors' C program, version 1.1", () => {
    const rng = xoshiro128([1, 2, 3, 4]);
    const numbers = Array.from({ length: 10 }, () => rng.uint32());
    expect(numbers).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("xoshiro128(…).uniform() lies in [0, 1) with the moments of a uniform", () => {
    const rng = xoshiro128([5, 6, 7, 8]);
    const n = 20_000;
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < n; i++) {
      const value = rng.uniform();
      expect(value >= 0 && value < 1).toBe(true);
      sum += value;
      squares += value ** 2;
    }
    // Four standard errors of each mean.
    expect(Math.abs(sum / n - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 12 / n));
    expect(Math.abs(squares / n - 1 / 3)).toBeLessThan(4 * Math.sqrt(4 / 45 / n));
  });

  const draws: readonly [string, (rng: Rng, bound: number, count: number) => number[]][] = [
    ["below", (rng, bound, count) => Array.from({ length: count }, () => rng.below(bound))],
    ["fillBelow", (rng, bound, count) => filled(rng, bound, count)],
  ];

  it.each(draws)("xoshiro128(…).%s(bound) is uniform", (_, draw) => {
    for (const bound of [1, 2, 3, 7, 60, 100]) {
      const count = 400 * bound;
      const hits = new Array<number>(bound).fill(0);
      for (const number of draw(xoshiro128([9, bound, 1, 2]), bound, count)) hits[number]!++;
      expect(hits.reduce((sum, hit) => sum + hit, 0)).toBe(count);
      const chiSquared = hits.reduce((sum, hit) => sum + (hit - 400) ** 2 / 400, 0);
      // Mean bound − 1, variance twice that: six standard deviations, and room for the skew of few classes.
      expect(chiSquared).toBeLessThan(bound - 1 + 6 * Math.sqrt(2 * bound) + 10);
    }
  });

  it.each(draws)(
    "xoshiro128(…).%s(3 · 2³⁰) is not biased as a remainder or product without rejection would be",
    (_, draw) => {
      const bound = 3 * 2 ** 30;
      const numbers = draw(xoshiro128([1, 2, 3, 5]), bound, 9000);
      expect(Math.max(...numbers)).toBeLessThan(bound);
      // Without rejection every third number would be twice as likely: half of them, not a third.
      const share = numbers.filter((number) => number % 3 === 0).length / numbers.length;
      expect(Math.abs(share - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / numbers.length));
    },
  );

  it("xoshiro128(…).shuffleFirst(order, count) gives every arrangement equally often", () => {
    for (const count of [1, 2, 3, 4]) {
      const rng = xoshiro128([count, 2, 3, 4]);
      const hits = new Map<string, number>();
      const order = Uint32Array.of(0, 1, 2, 3);
      for (let round = 0; round < 24_000; round++) {
        rng.shuffleFirst(order, count);
        const first = order.subarray(0, count).join("");
        hits.set(first, (hits.get(first) ?? 0) + 1);
      }
      expect([...order].sort()).toEqual([0, 1, 2, 3]);
      const classes = [4, 12, 24, 24][count - 1]!;
      expect(hits.size).toBe(classes);
      const expected = 24_000 / classes;
      const chiSquared = [...hits.values()].reduce((sum, hit) => sum + (hit - expected) ** 2 / expected, 0);
      expect(chiSquared).toBeLessThan(classes - 1 + 6 * Math.sqrt(2 * classes));
    }
  });

  it("xoshiro128(…).shuffleFirst(many, count) moves and loses none, below 2¹⁶ and above", () => {
    for (const n of [1001, 2 ** 16, 2 ** 16 + 1]) {
      const order = Uint32Array.from({ length: n }, (_, i) => i);
      xoshiro128([1, 2, 3, 4]).shuffleFirst(order, n);
      const stayed = order.filter((number, i) => number === i).length;
      expect(stayed).toBeLessThan(8);
      expect(order.sort().every((number, i) => number === i)).toBe(true);
    }
  });

  it("xoshiro128(…).fillBelow(target, bound) draws both numbers of a word independently", () => {
    const numbers = filled(xoshiro128([4, 3, 2, 1]), 5, 50_000);
    const hits = new Array<number>(25).fill(0);
    for (let i = 0; i < numbers.length; i += 2) hits[5 * numbers[i]! + numbers[i + 1]!]!++;
    const chiSquared = hits.reduce((sum, hit) => sum + (hit - 1000) ** 2 / 1000, 0);
    // 24 degrees of freedom: exceeded with probability 1e-6.
    expect(chiSquared).toBeLessThan(74);
  });

  it("xoshiro128(…).fillBelow(target, bound) reaches both ends of large bounds", () => {
    for (const bound of [2 ** 16, 2 ** 16 + 1, 2 ** 21 + 1, 2 ** 32 - 1]) {
      const numbers = filled(xoshiro128([4, 3, 2, 7]), bound, 2000);
      expect(Math.min(...numbers)).toBeLessThan(bound / 100);
      expect(Math.max(...numbers)).toBeGreaterThan(0.99 * bound);
      expect(Math.max(...numbers)).toBeLessThan(bound);
    }
  });
});

function filled(rng: Rng, bound: number, count: number): number[] {
  const target = new Uint32Array(count);
  rng.fillBelow(target, bound);
  return [...target];
}
