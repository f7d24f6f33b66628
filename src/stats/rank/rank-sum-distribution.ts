/**
 * Of how many of all arrangements the drawn ranks have each sum: `counts[i]` arrangements have the sum
 * `lowest + i · step`.
 */
export interface RankSumDistribution {
  readonly counts: Float64Array;
  readonly lowest: number;
  readonly step: number;
}

/**
 * The exact distribution of the sum of `drawn` of these ranks, each choice equally likely, ties and all.
 *
 * The shift algorithm: Streitberg & Röhmel (1986), Statistical Software Newsletter 12, 10–17. Adding the ranks one after
 * the other, the sums of j ranks are those without the new one and, shifted by it, those of j − 1. Time and memory as
 * {@link rankSumCost} has it.
 *
 * @param ranks - ascending whole numbers
 */
export function rankSumDistribution(ranks: Readonly<Float64Array>, drawn: number): RankSumDistribution {
  const lowest = ranks[0]!;
  const step = commonStep(ranks);
  const shifts = ranks.map((rank) => (rank - lowest) / step);
  const ceilings = largestSums(shifts, drawn);
  const rows = Array.from(ceilings, (ceiling) => new Float64Array(ceiling + 1));
  rows[0]![0] = 1;
  for (let t = 0; t < shifts.length; t++) {
    const shift = shifts[t]!;
    for (let j = Math.min(drawn, t + 1); j >= 1; j--) {
      addShifted(rows[j]!, rows[j - 1]!, shift);
    }
  }
  return { counts: rows[drawn]!, lowest: drawn * lowest, step };
}

/** About how many additions, and how many numbers of memory, {@link rankSumDistribution} takes. */
export function rankSumCost(ranks: Readonly<Float64Array>, drawn: number): { time: number; memory: number } {
  const widest = (drawn * (ranks[ranks.length - 1]! - ranks[0]!)) / commonStep(ranks);
  return { time: (ranks.length * drawn * widest) / 2, memory: (drawn * widest) / 2 };
}

/** For j from 0 to `drawn`, the sum of the j largest: no row needs more room. */
function largestSums(ascending: Readonly<Float64Array>, drawn: number): Float64Array {
  const sums = new Float64Array(drawn + 1);
  for (let j = 1; j <= drawn; j++) sums[j] = sums[j - 1]! + ascending[ascending.length - j]!;
  return sums;
}

function addShifted(target: Float64Array, source: Readonly<Float64Array>, shift: number): void {
  const end = Math.min(source.length, target.length - shift);
  for (let s = 0; s < end; s++) target[s + shift]! += source[s]!;
}

/** The largest whole number that divides all differences of ranks; 1 where they are all equal. */
function commonStep(ranks: Readonly<Float64Array>): number {
  let step = 0;
  for (let i = 1; i < ranks.length; i++) step = greatestCommonDivisor(step, ranks[i]! - ranks[0]!);
  return step === 0 ? 1 : step;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
