import type { Alternative } from "../../stats/interval.js";
import { count } from "./amount.js";

/** A p-value as a frequency: "in 3 of 1,000 experiments". */
export function howOften(p: number): string {
  if (!(p >= 1e-6)) return "in fewer than 1 of 1,000,000 experiments";
  if (p > 0.99) return "in practically every experiment";
  const experiments = p >= 0.1 ? 100 : p >= 0.01 ? 1000 : 10 ** Math.ceil(-Math.log10(p) - 1e-9);
  const hits = Math.max(1, Math.round(p * experiments));
  return `in ${hits} of ${count(experiments)} experiments`;
}

/**
 * What a p-value of a comparison says, and no more: how often chance alone goes as far.
 *
 * @param truth - the difference under the null hypothesis, as text; by default there is none
 */
export function chanceAlone(p: number | null, alternative: Alternative, truth?: string): string {
  if (p === null) return "";
  const nothing = truth === undefined ? "there were no difference" : `the true difference were ${truth}`;
  const asFar = {
    "two-sided": truth === undefined ? "one at least this large" : "one at least this far from it",
    less: `one at least this far below${truth === undefined ? " zero" : " it"}`,
    greater: `one at least this far above${truth === undefined ? " zero" : " it"}`,
  }[alternative];
  return `If ${nothing}, ${asFar} would occur ${howOften(p)}.`;
}
