import { sortedQuantile } from "../../core/sorted-quantile.js";
import { stringWithin } from "./dip.js";
import { type Knot, slope } from "./taut-string.js";

/** A place where values crowd. */
export interface Mode {
  /** The median of the values where they are densest, in the input unit. */
  readonly location: number;
  /** The fraction of all values that lie between the valleys on its two sides. */
  readonly share: number;
}

/** A place between two modes where there are few values. */
export interface Valley {
  readonly location: number;
  /** By how much the density falls below the lower of the two peaks beside it, a fraction: 1 is to nothing. */
  readonly depth: number;
}

/** Modes from low to high, and the valleys between them. */
export interface Modes {
  readonly modes: readonly Mode[];
  readonly valleys: readonly Valley[];
}

/**
 * The modes of the distribution with the fewest modes whose cumulative distribution is nowhere farther than `distance` from
 * that of the values. Davies & Kovac (2004), Annals of Statistics 32, 1093–1136. Time and memory O(n).
 *
 * @param sorted - strictly ascending, two or more
 */
export function findModes(sorted: Readonly<Float64Array>, distance: number): Modes {
  const pieces = piecesOf(stringWithin(sorted, distance));
  const turns = turningPoints(pieces);
  const peaks = turns.filter((_, i) => i % 2 === 0).map((turn) => pieces[turn]!);
  const lows = turns.filter((_, i) => i % 2 === 1).map((turn) => pieces[turn]!);
  const splits = lows.map((low) => widestGap(sorted, low));
  const starts = [0, ...splits.map((split) => split + 1), sorted.length];
  return {
    modes: peaks.map((peak, i) => ({
      location: sortedQuantile(sorted.subarray(Math.max(0, peak.from), peak.to + 1), 0.5),
      share: (starts[i + 1]! - starts[i]!) / sorted.length,
    })),
    valleys: lows.map((low, i) => ({
      location: (sorted[splits[i]!]! + sorted[splits[i]! + 1]!) / 2,
      depth: 1 - low.density / Math.min(peaks[i]!.density, peaks[i + 1]!.density),
    })),
  };
}

/** A stretch of constant density between two values. */
interface Piece {
  /** Index of the value at its start. */
  readonly from: number;
  /** Index of the value at its end. */
  readonly to: number;
  readonly density: number;
}

/** Without the two tails; knot k of the string is at value k − 1. */
function piecesOf(corners: readonly Knot[]): Piece[] {
  return corners.slice(1).map((corner, i) => ({
    from: corners[i]!.index - 1,
    to: corner.index - 1,
    density: slope(corners[i]!, corner),
  }));
}

/** Peak, valley, peak, …: always an odd number, as the density is nothing at both ends. */
function turningPoints(pieces: readonly Piece[]): number[] {
  const turns: number[] = [];
  let rising = true;
  for (let i = 1; i < pieces.length; i++) {
    const change = pieces[i]!.density - pieces[i - 1]!.density;
    if (rising ? change < 0 : change > 0) {
      turns.push(i - 1);
      rising = !rising;
    }
  }
  return turns;
}

/** The index of the value before the widest gap in a stretch. */
function widestGap(sorted: Readonly<Float64Array>, { from, to }: Piece): number {
  let widest = from;
  for (let i = from; i < to; i++) {
    if (sorted[i + 1]! - sorted[i]! > sorted[widest + 1]! - sorted[widest]!) widest = i;
  }
  return widest;
}
