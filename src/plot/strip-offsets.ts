import type { Values } from "../core/values.js";

/** How {@link stripOffsets} spreads. All lengths share one unit, such as pixels. */
export interface StripOffsetsOptions {
  /** Diameter of a dot. */
  readonly dotSize: number;
  /** Width of the strip. */
  readonly width: number;
  /** Any finite number; another seed gives another arrangement of the same outline. */
  readonly seed: number;
  /** Indices of the dots that are drawn; default: all. The others still make the strip as wide as they are dense. */
  readonly drawn?: readonly number[];
}

/**
 * Sideways offsets that keep the dots of a strip from hiding one another: a strip is as wide at a value as it takes to
 * lay the dots near that value side by side, up to the full width, beyond which width still grows with density.
 *
 * A density-aware jitter in the manner of the sina plot (Sidiropoulos et al. 2018, J. Comput. Graph. Stat. 27, 673–676):
 * triangular kernel density, without the dot itself, so that a lone dot stays on the centre line. Within that width,
 * neighbours in value are spread by the golden-ratio sequence, which leaves no clumps and no holes. Time O(n log n),
 * memory O(n).
 *
 * @param positions - finite places along the value axis, in the length unit of the options, in any order
 * @returns an offset from −1 (left edge) to 1 (right edge) for each position, or each one that is drawn
 */
export function stripOffsets(positions: Values, options: StripOffsetsOptions): Float64Array {
  const { dotSize, width, seed, drawn } = options;
  const n = positions.length;
  const order = Float64Array.from({ length: n }, (_, i) => i).sort((i, j) => positions[i]! - positions[j]!);
  const neighbours = neighboursOf(
    order.map((i) => positions[i]!),
    reach * dotSize,
  );
  // The share of the width that it takes to lay the neighbours of a dot side by side; above 1 they overlap.
  const crowding = neighbours.map((count) => ((looseness / reach) * count * dotSize) / width);
  const most = crowding.reduce((a, b) => Math.max(a, b), 1);
  const phase = fraction(seed * Math.SQRT2);
  const offsets = new Float64Array(n);
  const isDrawn = new Uint8Array(n).fill(drawn === undefined ? 1 : 0);
  for (const i of drawn ?? []) isDrawn[i] = 1;
  let before = 0;
  for (let rank = 0; rank < n; rank++) {
    if (isDrawn[order[rank]!] === 0) continue;
    const crowd = crowding[rank]!;
    const halfWidth = (crowd * (1 + most)) / (most * (1 + crowd));
    // In a crowd the sequence alone shows as a lattice; a step of less than half the least distance to a neighbour hides that.
    const shift = (Math.min(0.36, neighbours[rank]! / 50) * scatter(before)) / (1 + neighbours[rank]!);
    offsets[order[rank]!] = halfWidth * (2 * fraction(phase + before * goldenRatio + shift) - 1);
    before++;
  }
  return drawn === undefined ? offsets : Float64Array.from(drawn, (i) => offsets[i]!);
}

/** Offsets from −1 to 1 that fill a strip without clumps and holes, however many there are. */
export function spreadEvenly(rank: number): number {
  return 2 * fraction(rank * goldenRatio) - 1;
}

/** Half-width of the kernel, in dots. */
const reach = 1.5;
/** Room given to each dot beyond its own size. */
const looseness = 1.4;
const goldenRatio = (Math.sqrt(5) - 1) / 2;

/** A number from −0.5 to 0.5 that looks random: a whole number with its bits stirred. */
function scatter(rank: number): number {
  let bits = Math.imul(rank + 1, 0x9e3779b1);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32 - 0.5;
}

function fraction(x: number): number {
  return x - Math.floor(x);
}

/** How many other dots are near each of the sorted positions, weighted by a triangular kernel of half-width `width`. */
function neighboursOf(sorted: Float64Array, width: number): Float64Array {
  // Moving sums: Σ(1 − |x − y|/width) over the neighbours on either side needs only their number and their sum.
  const neighbours = new Float64Array(sorted.length);
  const base = sorted[0] ?? 0;
  let [low, high, below, above] = [0, 0, 0, 0];
  for (let i = 0; i < sorted.length; i++) {
    const x = sorted[i]! - base;
    while (high < sorted.length && sorted[high]! - base < x + width) above += sorted[high++]! - base;
    while (sorted[low]! - base <= x - width) below -= sorted[low++]! - base;
    const [left, right] = [i - low, high - i];
    const distances = left * x - below + (above - right * x);
    neighbours[i] = Math.max(0, left + right - 1 - distances / width);
    below += x;
    above -= x;
  }
  return neighbours;
}
