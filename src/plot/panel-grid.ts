/** How many panels stand side by side if nobody says: three at most, four as two and two. */
export function gridColumns(count: number): number {
  return count === 4 ? 2 : Math.min(3, count);
}

/** As high as a figure of so many panels in so many columns has to be, in pixels. */
export function gridHeight(count: number, columns: number): number {
  return Math.min(10_000, Math.max(540, 200 + 240 * Math.ceil(count / columns)));
}
