/** How many of ascending values are below one; the place of its first equal, if there is one. Time O(log n). */
export function countBelow(sorted: Readonly<Float64Array>, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
