import { unitFamily } from "../../data/unit-scales.js";
import type { Interval } from "../../stats/interval.js";
import { amount, level, percent, span } from "./amount.js";

/** Words for more and less of a quantity. */
export interface Direction {
  readonly more: string;
  readonly less: string;
}

/** Longer times are slower, higher rates are faster; of anything else there is more or less. */
export function directionOf(unit: string | null): Direction {
  if (unit !== null && unitFamily(unit)[0]?.unit === "ps") return { more: "slower", less: "faster" };
  if (unit !== null && /\/(s|min|h)$/.test(unit)) return { more: "faster", less: "slower" };
  return { more: "higher", less: "lower" };
}

/** A difference with its direction: "12.3 ms (1.7 %) slower", or "just as slow". */
export function change(
  difference: number,
  unit: string | null,
  relative: number | null = null,
  { more, less }: Direction = directionOf(unit),
): string {
  if (difference === 0) return "no different";
  const share = relative === null ? "" : ` (${percent(Math.abs(relative))})`;
  return `${amount(Math.abs(difference), unit, 3)}${share} ${difference > 0 ? more : less}`;
}

/** A factor with its direction: "70 % higher", and from twice on "2.40 times as high". */
export function ratioChange(ratio: number): string {
  if (ratio === 1) return "no different";
  if (ratio >= 2 || ratio <= 0.5) return `${amount(ratio, "1", 3)} times as high`;
  return `${percent(Math.abs(ratio - 1))} ${ratio > 1 ? "higher" : "lower"}`;
}

/**
 * What an interval of a difference rules in: "The data are compatible with anything from 3.20 to 21.4 ms slower (95 % interval)."
 */
export function compatibleChanges(
  interval: Interval | null,
  unit: string | null,
  confidence: number,
  { more, less }: Direction = directionOf(unit),
): string {
  if (interval === null) return "";
  const [low, high] = interval;
  const note = `(${level(confidence)} interval)`;
  if (low === null || high === null) {
    const bound = low ?? high;
    if (bound === null) return "";
    const side = bound > 0 ? more : less;
    const reach = bound > 0 === (low !== null) ? "at least" : "at most";
    return `The data are compatible with ${reach} ${amount(Math.abs(bound), unit, 3)} ${side} (one-sided ${level(confidence)} interval).`;
  }
  if (low > 0) return `The data are compatible with anything from ${span(low, high, unit)} ${more} ${note}.`;
  if (high < 0)
    return `The data are compatible with anything from ${span(-high, -low, unit)} ${less} ${note}.`;
  return (
    `The data are compatible with anything from ${amount(-low, unit, 2)} ${less} to ${amount(high, unit, 2)} ${more} ` +
    `${note}, so not even the direction is certain.`
  );
}

/** What an interval of anything else rules in. */
export function compatibleValues(interval: Interval | null, unit: string | null, confidence: number): string {
  if (interval === null) return "";
  const [low, high] = interval;
  const note = `(${level(confidence)} interval)`;
  if (low !== null && high !== null) return `The data are compatible with ${span(low, high, unit)} ${note}.`;
  if (low !== null) return `The data are compatible with ${amount(low, unit, 3)} or more ${note}.`;
  return high === null ? "" : `The data are compatible with ${amount(high, unit, 3)} or less ${note}.`;
}
