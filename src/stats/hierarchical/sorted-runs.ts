/** The values of all runs together, ascending, which remember where they came from. */
export interface SortedRuns {
  readonly sorted: Float64Array;
  /** For each run the places of its values among the sorted ones. */
  readonly places: readonly Uint32Array[];
}

/** Time O(n log n), memory O(n). */
export function sortRuns(runs: readonly Readonly<Float64Array>[]): SortedRuns {
  const all = runs.flatMap((run, index) => Array.from(run, (value) => ({ value, index })));
  all.sort((left, right) => left.value - right.value);
  const places = runs.map((run) => new Uint32Array(run.length));
  const filled = new Uint32Array(runs.length);
  all.forEach(({ index }, place) => {
    places[index]![filled[index]!++] = place;
  });
  return { sorted: Float64Array.from(all, ({ value }) => value), places };
}
