import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Rng } from "./rng.js";
import { xoshiro128 } from "./xoshiro128.js";

/**
 * The generator of one named purpose: streams with different names are unrelated, so adding a benchmark
 * leaves the random numbers of the others as they are.
 *
 * The seed and each name (FNV-1a of its UTF-8 bytes) are mixed by SplitMix64, whose next outputs are the state of
 * xoshiro128**. Steele, Lea & Flood (2014), OOPSLA, doi:10.1145/2660193.2660195. Time and memory O(length of the names).
 *
 * @param seed - a whole number of at most 2⁵³ − 1 in size
 * @param names - what the numbers are for, such as `"bootstrap", "baseline"`
 * @throws {InputError} the seed is not such a number
 * @example
 * const dice = stream(1, "dice")
 * dice.below(6) === stream(1, "dice").below(6) // true
 */
export function stream(seed: number, ...names: readonly string[]): Rng {
  checkSeed("stream", seed);
  let state = BigInt.asUintN(64, BigInt(seed));
  for (const name of names) state = splitmix64(state) ^ fnv1a(name);
  const first = splitmix64(state);
  const second = splitmix64(state + goldenGamma);
  return xoshiro128([
    Number(BigInt.asIntN(32, first)),
    Number(BigInt.asIntN(32, first >> 32n)),
    Number(BigInt.asIntN(32, second)),
    Number(BigInt.asIntN(32, second >> 32n)),
  ]);
}

/** @throws {InputError} `seed` is not a whole number that a double holds exactly */
export function checkSeed(functionName: string, seed: number): void {
  if (!Number.isSafeInteger(seed)) {
    throw new InputError(functionName, "seed", `needs a whole number, such as 1, got ${show(seed)}`);
  }
}

const goldenGamma = 0x9e3779b97f4a7c15n;

/** The first output of the SplitMix64 generator in this state; distinct states give distinct outputs. */
function splitmix64(state: bigint): bigint {
  let z = BigInt.asUintN(64, state + goldenGamma);
  z = BigInt.asUintN(64, (z ^ (z >> 30n)) * 0xbf58476d1ce4e5b9n);
  z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
  return z ^ (z >> 31n);
}

function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}
