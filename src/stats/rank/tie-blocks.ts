/** Two samples pooled and sorted, as rank tests see them: each distinct value with how often either side has it. */
export interface TieBlocks {
  /** Sizes of baseline and candidate. */
  readonly n: readonly [number, number];
  /** The distinct values, ascending. */
  readonly values: Float64Array;
  /** How many values of the baseline equal each. */
  readonly baseline: Uint32Array;
  /** How many values of the candidate equal each. */
  readonly candidate: Uint32Array;
}

/** Time O(N log N) and memory O(N) for N values in all. */
export function tieBlocks(baseline: Readonly<Float64Array>, candidate: Readonly<Float64Array>): TieBlocks {
  const first = Float64Array.from(baseline).sort();
  const second = Float64Array.from(candidate).sort();
  const values = new Float64Array(first.length + second.length);
  const counts = [new Uint32Array(values.length), new Uint32Array(values.length)] as const;
  let blocks = 0;
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    const value = Math.min(first[i] ?? Number.POSITIVE_INFINITY, second[j] ?? Number.POSITIVE_INFINITY);
    for (; first[i] === value; i++) counts[0][blocks]!++;
    for (; second[j] === value; j++) counts[1][blocks]!++;
    values[blocks++] = value;
  }
  return {
    n: [first.length, second.length],
    values: values.subarray(0, blocks),
    baseline: counts[0].subarray(0, blocks),
    candidate: counts[1].subarray(0, blocks),
  };
}

/** Twice the midrank of every pooled value, ascending: whole numbers, ranks counted from 1. */
export function doubledMidranks({ n, baseline, candidate }: TieBlocks): Float64Array {
  const ranks = new Float64Array(n[0] + n[1]);
  let before = 0;
  for (let block = 0; block < baseline.length; block++) {
    const size = baseline[block]! + candidate[block]!;
    ranks.fill(2 * before + size + 1, before, before + size);
    before += size;
  }
  return ranks;
}

/** For every pooled value, ascending, the block that it belongs to. */
export function blockOfEach({ n, baseline, candidate }: TieBlocks): Uint32Array {
  const blocks = new Uint32Array(n[0] + n[1]);
  let before = 0;
  for (let block = 0; block < baseline.length; block++) {
    const size = baseline[block]! + candidate[block]!;
    blocks.fill(block, before, before + size);
    before += size;
  }
  return blocks;
}
