/** Dots shrink as they become many, so that 30 are plain to see and 3,000 still show their shape. */
export function dotRadius(most: number): number {
  return Number(Math.min(4, Math.max(1.2, 9 * most ** -0.25)).toFixed(2));
}
