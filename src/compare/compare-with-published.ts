import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import { loadPublished, type PublishedFigure } from "../data/load-published.js";

/** A figure as recomputed: a number, or an estimate with an interval where it comes from a sample or is a claim. */
export type Reproduced =
  | number
  | {
      readonly estimate: number;
      readonly interval: readonly [number, number] | null;
      readonly confidence: number;
      /** What was drawn for the interval, such as "runs": the unit that was repeated. */
      readonly drawn?: string;
    };

/** How a published figure is held against the reproduced one. */
export type Criterion =
  /** Equal when rounded to the printed digits. */
  | "digits"
  /** Estimated from a sample of the measurements: the interval must hold the printed figure. */
  | "interval"
  /** A claim in a round number: the estimate must be within a tenth of it; the interval tells what that is worth. */
  | "claim";

/** One row of the comparison of published with reproduced figures. */
export interface ComparedFigure {
  readonly method: "published-against-reproduced";
  readonly published: PublishedFigure;
  readonly criterion: Criterion;
  readonly estimate: number;
  readonly interval: readonly [number, number] | null;
  readonly confidence: number | null;
  /** What was drawn for the interval; "" where there is none. */
  readonly drawn: string;
  /** The estimate in as many digits as were printed. */
  readonly reproduced: string;
  readonly match: boolean;
}

/**
 * Holds every published figure of one experiment against its reproduction; forgetting one is an error.
 *
 * A plain number matches when it equals the published figure in every printed digit. An estimate with an interval
 * matches when the interval holds the printed figure (give or take half of its last digit). A claim in a round number, such as
 * "100 times less", matches when the estimate is within a tenth of it; its interval tells how much that is worth.
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
    throw new InputError(
      "compareWithPublished",
      "experiment",
      `needs one of ${known}, got ${show(experiment)}`,
    );
  }
  checkOptions("compareWithPublished", reproduced, "reproduced");
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
  const given =
    typeof reproduced === "object" && reproduced !== null
      ? reproduced
      : { estimate: reproduced, interval: null, confidence: null };
  const { estimate, interval, confidence } = given;
  const argument = `reproduced["${published.id}"]`;
  for (const value of [estimate, ...(interval ?? [])]) {
    if (!Number.isFinite(value)) {
      throw new InputError("compareWithPublished", argument, `needs finite numbers, got ${show(value)}`);
    }
  }
  if (interval === null && (published.kind === "claim" || typeof reproduced !== "number")) {
    throw new InputError("compareWithPublished", argument, "needs an estimate with an interval, got none");
  }
  const drawn = "drawn" in given ? (given.drawn ?? "") : "";
  const common = {
    method: "published-against-reproduced",
    published,
    estimate,
    interval,
    confidence,
    drawn,
  } as const;
  if (published.kind === "claim") {
    const claim = Number(published.printed);
    const match = Math.abs(estimate - claim) <= claim / 10;
    return { ...common, criterion: "claim", reproduced: estimate.toPrecision(3), match };
  }
  const text = estimate.toFixed(decimals(published.printed));
  if (interval === null)
    return { ...common, criterion: "digits", reproduced: text, match: text === published.printed };
  const half = 0.5 * 10 ** -decimals(published.printed);
  const match =
    interval[0] <= Number(published.printed) + half && interval[1] >= Number(published.printed) - half;
  return { ...common, criterion: "interval", reproduced: text, match };
}

function decimals(printed: string): number {
  return printed.split(".")[1]?.length ?? 0;
}
