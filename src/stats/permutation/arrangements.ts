import type { Rng } from "../../random/rng.js";

/** In how many ways `drawn` of `total` things can be chosen; exact below 2⁵³, infinite beyond the range of a double. */
export function countArrangements(total: number, drawn: number): number {
  const smaller = Math.min(drawn, total - drawn);
  let count = 1;
  for (let i = 1; i <= smaller && count < Number.POSITIVE_INFINITY; i++) {
    count = (count * (total - smaller + i)) / i;
  }
  return count;
}

/**
 * Visits every choice of `drawn` of the numbers 0 … `total` − 1 once, in lexicographic order. Time O(1) a choice and visit on
 * average, memory O(drawn).
 *
 * @param visit - gets the chosen numbers, ascending; the array is reused
 */
export function forEachArrangement(
  total: number,
  drawn: number,
  visit: (chosen: Readonly<Uint32Array>) => void,
): void {
  const chosen = Uint32Array.from({ length: drawn }, (_, i) => i);
  for (;;) {
    visit(chosen);
    let last = drawn - 1;
    while (last >= 0 && chosen[last] === total - drawn + last) last--;
    if (last < 0) return;
    chosen[last]!++;
    for (let i = last + 1; i < drawn; i++) chosen[i] = chosen[i - 1]! + 1;
  }
}

/**
 * Visits `draws` independent random choices of `drawn` of the numbers 0 … `total` − 1, each choice equally likely: the
 * first steps of a shuffle by Fisher and Yates, on from where the last one left off. Time O(drawn) a choice, memory O(total).
 *
 * @param visit - gets the chosen numbers in random order; the array is reused
 */
export function forEachShuffle(
  total: number,
  drawn: number,
  draws: number,
  rng: Rng,
  visit: (chosen: Readonly<Uint32Array>) => void,
): void {
  const order = Uint32Array.from({ length: total }, (_, i) => i);
  const chosen = order.subarray(0, drawn);
  for (let draw = 0; draw < draws; draw++) {
    rng.shuffleFirst(order, drawn);
    visit(chosen);
  }
}
