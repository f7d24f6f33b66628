import { checkChoice, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";

/** What is controlled: the first three any false alarm (family-wise error), the others their share (false discovery rate). */
export type PValueAdjustment =
  | "bonferroni"
  | "holm"
  | "hochberg"
  | "benjamini-hochberg"
  | "benjamini-yekutieli";

/** Options of {@link adjustPValues}. */
export interface AdjustPValuesOptions {
  /** Default "holm". */
  readonly method?: PValueAdjustment;
  /** How many tests were made, if more than are given. Default: as many as there are p-values other than null. */
  readonly family?: number;
}

/** Result of {@link adjustPValues}. */
export interface AdjustPValuesResult {
  readonly method: PValueAdjustment;
  /** Adjusted, in the order given: to be compared with alpha as they are. Null where there was none. */
  readonly p: readonly (number | null)[];
  /** As given. */
  readonly unadjusted: readonly (number | null)[];
  readonly family: number;
  readonly warnings: readonly Warning[];
}

/**
 * P-values adjusted for having made many tests: with 20 benchmarks and alpha = 0.05, one false alarm is expected otherwise.
 *
 * "holm" promises that alpha bounds the chance of any false alarm, whatever the dependence between the tests, and is never worse
 * than "bonferroni"; "hochberg" is sharper, for tests that are independent or positively dependent. "benjamini-hochberg" bounds
 * the expected share of false alarms among the alarms, for independent or positively dependent tests (benchmarks that share a
 * noisy machine usually are), "benjamini-yekutieli" for any dependence. Intervals to go with them: {@link adjustConfidence}.
 * Holm (1979), Scandinavian Journal of Statistics 6, 65–70; Hochberg (1988), Biometrika 75, 800–802,
 * doi:10.1093/biomet/75.4.800; Benjamini & Hochberg (1995), JRSS B 57, 289–300; Benjamini & Yekutieli (2001), Annals of
 * Statistics 29, 1165–1188, doi:10.1214/aos/1013699998. Time O(m log m), memory O(m).
 *
 * @param pValues - one or more numbers from 0 to 1 (a 0 is taken as it is, with a warning); null (a test that could say nothing) stays null and does not count
 * @param options - `method`, default "holm"; `family`, the number of tests made, default those with a p-value
 * @returns `p`, the adjusted values in the order given, at most 1
 * @throws {InputError} there are no p-values, one is no probability, or an option is out of range
 * @example
 * adjustPValues([0.01, 0.04, 0.03]).p // [0.03, 0.06, 0.06]
 * adjustPValues([0.01, 0.04, 0.03], { method: "benjamini-hochberg" }).p // [0.03, 0.04, 0.04]
 */
export function adjustPValues(
  pValues: readonly (number | null)[],
  options: AdjustPValuesOptions = {},
): AdjustPValuesResult {
  const { method = "holm" } = checkOptions("adjustPValues", options);
  checkPValues(pValues);
  const known = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }]));
  const { family = known.length } = options;
  checkChoice("adjustPValues", "method", method, [
    "bonferroni",
    "holm",
    "hochberg",
    "benjamini-hochberg",
    "benjamini-yekutieli",
  ]);
  checkInteger("adjustPValues", "family", family, known.length);

  known.sort((one, other) => one.p - other.p);
  const raised = known.map(({ p }, i) => p * factor(method, i + 1, family));
  // An adjusted p-value must not be smaller than that of a test with a smaller p, or larger than that of one with a larger p.
  if (method === "holm") spread(raised, 1, Math.max);
  else if (method !== "bonferroni") spread(raised, -1, Math.min);
  const adjusted: (number | null)[] = pValues.map(() => null);
  for (const [i, { index }] of known.entries()) adjusted[index] = Math.min(1, raised[i]!);
  return {
    method,
    p: adjusted,
    unadjusted: [...pValues],
    family,
    warnings: [
      ...(known.length < pValues.length ? [leftOut(pValues.length - known.length)] : []),
      ...(pValues.includes(0) ? [zeroP] : []),
    ],
  };
}

function factor(method: PValueAdjustment, rank: number, family: number): number {
  switch (method) {
    case "bonferroni":
      return family;
    case "holm":
    case "hochberg":
      return family - rank + 1;
    case "benjamini-hochberg":
      return family / rank;
    case "benjamini-yekutieli":
      return (family / rank) * harmonic(family);
  }
}

/** 1 + 1/2 + … + 1/n, the small terms first. */
function harmonic(n: number): number {
  let sum = 0;
  for (let i = n; i >= 1; i--) sum += 1 / i;
  return sum;
}

/** Carries the more extreme of two neighbours along, upwards from the smallest p-value or downwards from the largest. */
function spread(values: number[], direction: 1 | -1, pick: (one: number, other: number) => number): void {
  const start = direction === 1 ? 1 : values.length - 2;
  for (let i = start; i >= 0 && i < values.length; i += direction) {
    values[i] = pick(values[i]!, values[i - direction]!);
  }
}

function checkPValues(pValues: readonly (number | null)[]): void {
  if (!Array.isArray(pValues) || pValues.length === 0) {
    throw new InputError("adjustPValues", "pValues", "needs an array of one p-value or more, got none");
  }
  const wrong = pValues.findIndex((p) => p !== null && !(typeof p === "number" && p >= 0 && p <= 1));
  if (wrong !== -1) {
    throw new InputError(
      "adjustPValues",
      `pValues[${wrong}]`,
      `needs a number from 0 to 1, or null, got ${show(pValues[wrong])}`,
    );
  }
}

function leftOut(count: number): Warning {
  return {
    code: "missing-p-values",
    message: `${count} tests have no p-value and do not count as members of the family; see their own warnings.`,
  };
}

const zeroP: Warning = {
  code: "zero-p-value",
  message:
    "A p-value of 0 stays 0, but no test can be that certain; it was probably rounded, so pass the value itself.",
};
