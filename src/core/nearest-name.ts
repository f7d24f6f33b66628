/**
 * The known name that a mistyped one most likely meant: fewest edits of one character or swaps of two neighbours
 * (Damerau 1964, https://doi.org/10.1145/363958.363994), at most a third of its length; null when none is that close. Time O(names × length²).
 */
export function nearestName(name: string, known: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Math.floor(Math.max(3, name.length) / 3) + 1;
  for (const candidate of known) {
    const edits = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (edits < fewest) {
      nearest = candidate;
      fewest = edits;
    }
  }
  return nearest;
}

function editDistance(from: string, to: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (let i = 1; i <= from.length; i++) {
    const current = [i];
    for (let j = 1; j <= to.length; j++) {
      const replaced = previous[j - 1]! + (to[j - 1] === from[i - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && to[j - 1] === from[i - 2] && to[j - 2] === from[i - 1];
      const swapped = isSwap ? beforePrevious[j - 2]! + 1 : replaced;
      current.push(Math.min(previous[j]! + 1, current[j - 1]! + 1, replaced, swapped));
    }
    beforePrevious = previous;
    previous = current;
  }
  return previous[to.length]!;
}
