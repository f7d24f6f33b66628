import { moments } from "../../core/moments.js";
import { magnitude } from "../magnitude.js";

/**
 * The changes of more than `minMagnitude` between the means of neighbouring segments. The smallest is dropped first and its
 * segments joined, so that many small steps in one direction do not vanish one by one. Time O(n + changes²), memory
 * O(changes).
 */
export function dropSmallChanges<Change extends { readonly index: number }>(
  values: Readonly<Float64Array>,
  changes: readonly Change[],
  minMagnitude: number,
): readonly Change[] {
  if (minMagnitude === 0) return changes;
  const kept = [...changes];
  const edges = [0, ...changes.map(({ index }) => index), values.length];
  const means = edges.slice(1).map((end, k) => moments(values.subarray(edges[k], end)).mean);
  const sizes = edges.slice(1).map((end, k) => end - edges[k]!);
  while (kept.length > 0) {
    let smallest = 0;
    const magnitudes = kept.map((_, k) => magnitude(means[k]!, means[k + 1]!));
    for (const [k, size] of magnitudes.entries()) if (size < magnitudes[smallest]!) smallest = k;
    if (magnitudes[smallest]! > minMagnitude) break;
    const size = sizes[smallest]! + sizes[smallest + 1]!;
    const share = sizes[smallest + 1]! / size;
    means.splice(smallest, 2, means[smallest]! + share * (means[smallest + 1]! - means[smallest]!));
    sizes.splice(smallest, 2, size);
    kept.splice(smallest, 1);
  }
  return kept;
}
