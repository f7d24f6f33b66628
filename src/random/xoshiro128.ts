import type { Rng } from "./rng.js";

/**
 * The generator xoshiro128**: period 2¹²⁸ − 1, passes BigCrush.
 * Blackman & Vigna (2021), ACM Transactions on Mathematical Software 47, article 36, doi:10.1145/3460772.
 * Time O(1) a number, memory O(1).
 *
 * @param words - four 32-bit words of state, not all zero
 */
export function xoshiro128(words: readonly [number, number, number, number]): Rng {
  const state = Int32Array.from(words);

  function uint32(): number {
    const s1 = state[1]!;
    const result = scramble(s1);
    state[2]! ^= state[0]!;
    state[3]! ^= s1;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= s1 << 9;
    state[3] = rotateLeft(state[3]!, 11);
    return result >>> 0;
  }

  function uniform(): number {
    const high = uint32() >>> 5;
    return (high * 2 ** 26 + (uint32() >>> 6)) * 2 ** -53;
  }

  function below(bound: number): number {
    return multiplyHigh(acceptedWord(uint32, bound), bound);
  }

  function fillBelow(target: Uint32Array, bound: number): void {
    if (bound <= 2 ** 16) fillPairs(state, target, bound);
    else for (let i = 0; i < target.length; i++) target[i] = below(bound);
  }

  function shuffleFirst(order: Uint32Array, count: number): void {
    if (order.length <= 2 ** 16) shufflePairs(state, order, count);
    else for (let i = 0; i < count; i++) swap(order, i, i + below(order.length - i));
  }

  return { uint32, uniform, below, fillBelow, shuffleFirst };
}

/**
 * One word gives two numbers below `bound`, as long as their square fits into it, which makes this loop several times
 * as fast as calls of `below`; so does the state in local variables.
 * Brackett-Rozinsky & Lemire (2025), Software: Practice and Experience 55, 229–243, doi:10.1002/spe.3369.
 */
function fillPairs(state: Int32Array, target: Uint32Array, bound: number): void {
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  const rejected = 2 ** 32 % (bound * bound);
  let i = 0;
  while (i < target.length) {
    const word = scramble(s1) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    const rest = Math.imul(word, bound) >>> 0;
    if (Math.imul(rest, bound) >>> 0 >= rejected) {
      target[i] = (word * bound * 2 ** -32) >>> 0;
      // A typed array ignores what is written past an odd end.
      target[i + 1] = (rest * bound * 2 ** -32) >>> 0;
      i += 2;
    }
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

/** The steps i and i + 1 of a shuffle from one word, as {@link fillPairs} draws two numbers from one. */
function shufflePairs(state: Int32Array, order: Uint32Array, count: number): void {
  let s0 = state[0]!;
  let s1 = state[1]!;
  let s2 = state[2]!;
  let s3 = state[3]!;
  let i = 0;
  while (i < count) {
    const word = scramble(s1) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    const bound = order.length - i;
    const next = Math.max(1, bound - 1);
    const rest = Math.imul(word, bound) >>> 0;
    const last = Math.imul(rest, next) >>> 0;
    // The remainder is only worth computing when rejection is possible at all.
    if (last >= bound * next || last >= 2 ** 32 % (bound * next)) {
      swap(order, i, i + ((word * bound * 2 ** -32) >>> 0));
      if (i + 1 < count) swap(order, i + 1, i + 1 + ((rest * next * 2 ** -32) >>> 0));
      i += 2;
    }
  }
  state[0] = s0;
  state[1] = s1;
  state[2] = s2;
  state[3] = s3;
}

function swap(order: Uint32Array, i: number, j: number): void {
  const moved = order[i]!;
  order[i] = order[j]!;
  order[j] = moved;
}

/** Lemire (2019), ACM Transactions on Modeling and Computer Simulation 29, article 3, doi:10.1145/3230636. */
function acceptedWord(uint32: () => number, bound: number): number {
  let word = uint32();
  // The remainder is only worth computing when rejection is possible at all.
  if (Math.imul(word, bound) >>> 0 < bound) {
    const rejected = 2 ** 32 % bound;
    while (Math.imul(word, bound) >>> 0 < rejected) word = uint32();
  }
  return word;
}

/** The upper 32 bits of the 64-bit product. */
function multiplyHigh(word: number, bound: number): number {
  // Exact in a double while the product is below 2⁵³; above, the lower halves are taken apart.
  if (bound <= 2 ** 21) return (word * bound * 2 ** -32) >>> 0;
  const low = (word & 0xffff) * bound;
  return (((word >>> 16) * bound + Math.floor(low / 2 ** 16)) / 2 ** 16) >>> 0;
}

function scramble(word: number): number {
  return Math.imul(rotateLeft(Math.imul(word, 5), 7), 9);
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
