import { normalQuantile } from "../distributions.js";
import type { Rejection } from "./rejection.js";

/**
 * The smallest effect that is found with this chance, up to a relative `tolerance`; null if none is.
 *
 * The probit of the power is nearly linear in the effect: false position on it (with the Illinois rule: Dowell & Jarratt 1971,
 * BIT 11, 168–174), and bisection where simulation gives a power of 0 or 1. Time: some ten powers.
 *
 * @param guess - above 0
 */
export function smallestEffect(
  rejection: Rejection,
  target: number,
  guess: number,
  tolerance: number,
): number | null {
  const excess = (effect: number) => normalQuantile(rejection(effect).power) - normalQuantile(target);
  let low = 0;
  let high = guess;
  let below = excess(low);
  let above = excess(high);
  for (let doublings = 0; above < 0; doublings++) {
    if (doublings > 60) return null;
    [low, below] = [high, above];
    high *= 2;
    above = excess(high);
  }
  let retained = 0;
  while (high - low > tolerance * high) {
    const falsePosition = low + ((high - low) * below) / (below - above);
    const middle = falsePosition > low && falsePosition < high ? falsePosition : (low + high) / 2;
    const value = excess(middle);
    if (value === 0) return middle;
    if (value > 0) {
      [high, above] = [middle, value];
      if (retained > 0) below /= 2;
      retained = 1;
    } else {
      [low, below] = [middle, value];
      if (retained < 0) above /= 2;
      retained = -1;
    }
  }
  return high;
}
