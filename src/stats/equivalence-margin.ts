import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";

/** How much may change and still not matter: a fraction of the baseline's mean, or an amount in the input unit. */
export type EquivalenceMargin =
  | { readonly relative: number; readonly absolute?: never }
  | { readonly absolute: number; readonly relative?: never };

/**
 * The size of a margin, in its own terms.
 *
 * @throws {InputError} it is neither a fraction between 0 and 1 nor an amount above 0
 */
export function checkMargin(functionName: string, margin: EquivalenceMargin, argument = "margin"): number {
  const { relative, absolute } = margin ?? {};
  if ((relative === undefined) === (absolute === undefined)) {
    throw new InputError(functionName, argument, "needs either { relative: 0.02 } or { absolute: 5 }");
  }
  if (relative !== undefined && !(typeof relative === "number" && relative > 0 && relative < 1)) {
    throw new InputError(
      functionName,
      `${argument}.relative`,
      `needs a fraction between 0 and 1, such as 0.02 for 2 %, got ${show(relative)}`,
    );
  }
  if (absolute !== undefined && !(Number.isFinite(absolute) && absolute > 0)) {
    throw new InputError(
      functionName,
      `${argument}.absolute`,
      `needs an amount above 0 in the input unit, got ${show(absolute)}`,
    );
  }
  return relative ?? absolute!;
}
