/**
 * The known name that a mistyped one most likely meant: fewest single-character edits (Levenshtein), at most a third
 * of its length; null when none is that close. Time O(names × length²).
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
  let previous = Array.from({ length: to.length + 1 }, (_, j) => j);
  for (const [i, character] of [...from].entries()) {
    const current = [i + 1];
    for (let j = 1; j <= to.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (to[j - 1] === character ? 0 : 1);
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, replaced));
    }
    previous = current;
  }
  return previous[to.length] ?? 0;
}
