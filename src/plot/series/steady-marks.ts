import type { Mark } from "../figure-model.js";
import { quantityText } from "../quantity-text.js";
import type { XPlaces } from "./x-places.js";

/** Where a series becomes steady, as a method found it. */
export interface PlotSteadyStart {
  /** How it was found. */
  readonly method?: string;
  /** Index of the first value of the steady state, from 0; null if there is none. */
  readonly start: number | null;
  /** The indices among which it lies with some confidence; null or left out where they are not known. */
  readonly startInterval?: readonly [first: number, last: number] | null;
  /** Of the values from `start` on; drawn as a level line where it comes with `n`. */
  readonly mean?: number | null;
  /** How many values the series has. */
  readonly n?: number;
}

/** The stretch that a result is about. */
export interface SteadyPlace {
  readonly places: XPlaces;
  /** Place of its first value on the x axis. */
  readonly offset: number;
  /** One of several runs in one panel; null if there is nothing to tell apart. */
  readonly run: number | null;
  /** From the series' own unit to the axis'. */
  readonly factor: number;
  readonly unit: string;
  /** Whether the steady mean is drawn. */
  readonly level: boolean;
  /** Whether the warm-up is shaded, of one of several runs. */
  readonly shaded: boolean;
}

/**
 * The warm-up as a shaded range, and the places among which it ends. Where several runs share a panel each has a line, in its
 * own colour.
 */
export function steadyMarks(
  { start, startInterval = null, mean = null, n }: PlotSteadyStart,
  { places, offset, run, factor, unit, level, shaded }: SteadyPlace,
): { readonly below: readonly Mark[]; readonly above: readonly Mark[] } {
  if (start === null) return { below: [], above: [] };
  const at = places.before(start + offset);
  const warmup: Mark = { kind: "range", from: places.before(offset), to: at, label: "warm-up" };
  if (run !== null) {
    return {
      below: shaded && start > 0 ? [warmup] : [],
      above: [{ kind: "rule", at, color: run, label: `run ${run + 1} steady` }],
    };
  }
  const band = startInterval?.map((index) => places.before(index + offset));
  const uncertain = { kind: "range", uncertain: true, label: "" } as const;
  return {
    below: [
      ...(start === 0 ? [] : [warmup]),
      ...(band === undefined ? [] : [{ ...uncertain, from: band[0]!, to: band[1]! }]),
    ],
    above: [
      ...(mean === null || n === undefined || !level
        ? []
        : [
            {
              kind: "level" as const,
              name: "steady mean",
              color: null,
              from: at,
              to: places.before(n + offset),
              value: mean * factor,
              details: [quantityText(mean * factor, unit, 0), `from ${places.text(start + offset)}`],
            },
          ]),
      { kind: "rule", at, label: "steady" },
    ],
  };
}
