import { InputError } from "../core/input-error.js";
import { loadPublished, type PublishedFigure } from "../data/load-published.js";

/** A figure as recomputed: a number, or an estimate with an interval where it comes from a sample or is a claim. */
export type Reproduced =
  | number
  | { readonly estimate: number; readonly interval: readonly [number, number]; readonly confidence: number };

/** How a published figure is held against the reproduced one. */
export type Criterion =
  /** Equal when rounded to the printed digits. */
  | "digits"
  /** Estimated from a sample of the measurements: the interval must hold the printed figure. */
  | "interval"
  /** A claim in one significant digit: the interval must meet the numbers that round to it. */
  | "claim";

/** One row of the comparison of published with reproduced figures. */
export interface ComparedFigure {
  readonly method: "published-against-reproduced";
  readonly published: PublishedFigure;
  readonly criterion: Criterion;
  readonly estimate: number;
  readonly interval: readonly [number, number] | null;
  readonly confidence: number | null;
  /** The estimate in as many digits as were printed. */
  readonly reproduced: string;
  readonly match: boolean;
}

/**
 * Holds every published figure of one experiment against its reproduction; forgetting one is an error.
 *
 * A plain number matches when it equals the published figure in every printed digit. An estimate with an interval
 * matches when the interval holds the printed figure (give or take half of its last digit), or, for a claim such as
 * "100 times less", when it meets the numbers that round to the claim in one significant digit.
 *
 * @param experiment - "smt", "dfs" or "jvm-warmup"
 * @param reproduced - by the id of the published figure, in its unit
 * @returns one row a published figure, in the order of publication
 * @throws {InputError} a figure is missing, unknown, not finite, or a claim comes without an interval
 * @example
 * const published = loadPublished().filter((figure) => figure.experiment === "smt")
 * const interval: [number, number] = [90, 110]
 * const figures = published.map(({ id, kind, printed }) =>
 *   [id, kind === "claim" ? { estimate: Number(printed), interval, confidence: 0.95 } : Number(printed)] as const)
 * compareWithPublished("smt", Object.fromEntries(figures)).length // 14
 */
export function compareWithPublished(
  experiment: string,
  reproduced: Readonly<Record<string, Reproduced>>,
): readonly ComparedFigure[] {
  const published = loadPublished().filter((figure) => figure.experiment === experiment);
  if (published.length === 0) {
    const known = [...new Set(loadPublished().map((figure) => figure.experiment))].join(", ");
    throw new InputError("compareWithPublished", "experiment", `needs one of ${known}, got "${experiment}"`);
  }
  const unknown = Object.keys(reproduced).filter((id) => !published.some((figure) => figure.id === id));
  if (unknown.length > 0) {
    throw new InputError(
      "compareWithPublished",
      "reproduced",
      `has no published figure for ${unknown.join(", ")}`,
    );
  }
  const missing = published
    .filter((figure) => !Object.hasOwn(reproduced, figure.id))
    .map((figure) => figure.id);
  if (missing.length > 0) {
    throw new InputError(
      "compareWithPublished",
      "reproduced",
      `needs every figure, lacks ${missing.join(", ")}`,
    );
  }
  return published.map((figure) => compareFigure(figure, reproduced[figure.id] as Reproduced));
}

function compareFigure(published: PublishedFigure, reproduced: Reproduced): ComparedFigure {
  const { estimate, interval, confidence } =
    typeof reproduced === "number" ? { estimate: reproduced, interval: null, confidence: null } : reproduced;
  for (const value of [estimate, ...(interval ?? [])]) {
    if (!Number.isFinite(value)) {
      throw new InputError(
        "compareWithPublished",
        `reproduced["${published.id}"]`,
        `needs finite numbers, got ${value}`,
      );
    }
  }
  const common = {
    method: "published-against-reproduced",
    published,
    estimate,
    interval,
    confidence,
  } as const;
  if (interval === null) {
    if (published.kind === "claim") {
      throw new InputError(
        "compareWithPublished",
        `reproduced["${published.id}"]`,
        "needs an estimate with an interval, because it is a claim in round numbers",
      );
    }
    const text = estimate.toFixed(decimals(published.printed));
    return { ...common, criterion: "digits", reproduced: text, match: text === published.printed };
  }
  const criterion = published.kind === "claim" ? "claim" : "interval";
  const [low, high] =
    criterion === "claim" ? roundingRange(published.printed) : printedRange(published.printed);
  return {
    ...common,
    criterion,
    reproduced:
      criterion === "claim" ? estimate.toPrecision(3) : estimate.toFixed(decimals(published.printed)),
    match: interval[0] <= high && interval[1] >= low,
  };
}

function decimals(printed: string): number {
  return printed.split(".")[1]?.length ?? 0;
}

/** The numbers that print as `printed`. */
function printedRange(printed: string): [number, number] {
  const half = 0.5 * 10 ** -decimals(printed);
  return [Number(printed) - half, Number(printed) + half];
}

/** The numbers that round to a claim in one significant digit: 9.5 to 15 for 10, 3.5 to 4.5 for 4. */
function roundingRange(printed: string): [number, number] {
  const claim = Number(printed);
  const step = 10 ** Math.floor(Math.log10(claim));
  const below = claim === step ? step / 10 : step;
  return [claim - below / 2, claim + step / 2];
}
