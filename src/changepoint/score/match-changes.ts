/** A change that was found, and the true one that it stands for. */
export interface MatchedChange {
  readonly found: number;
  readonly truth: number;
}

/**
 * Pairs found with true changes that are at most `margin` apart, each used once: as many pairs as possible, and of those
 * choices the one whose distances sum to the least. Pairs need never cross, so dynamic programming over the two ascending lists
 * finds it. Time and memory O(found · true).
 */
export function matchChanges(
  found: readonly number[],
  truth: readonly number[],
  margin: number,
): MatchedChange[] {
  const columns = truth.length + 1;
  const steps = new Uint8Array((found.length + 1) * columns);
  // One pair more outweighs any distances.
  const pair = (margin + 1) * (Math.min(found.length, truth.length) + 1);
  let above = new Float64Array(columns);
  for (let i = 1; i <= found.length; i++) {
    const row = new Float64Array(columns);
    for (let j = 1; j < columns; j++) {
      const distance = Math.abs(found[i - 1]! - truth[j - 1]!);
      const matched = distance <= margin ? above[j - 1]! + pair - distance : Number.NEGATIVE_INFINITY;
      const best = Math.max(matched, above[j]!, row[j - 1]!);
      row[j] = best;
      steps[i * columns + j] = best === matched ? both : best === above[j] ? skipFound : skipTrue;
    }
    above = row;
  }
  const matches: MatchedChange[] = [];
  for (let i = found.length, j = truth.length; i > 0 && j > 0; ) {
    const step = steps[i * columns + j];
    if (step === both) matches.push({ found: found[i - 1]!, truth: truth[j - 1]! });
    if (step !== skipTrue) i--;
    if (step !== skipFound) j--;
  }
  return matches.reverse();
}

const both = 1;
const skipFound = 2;
const skipTrue = 3;
