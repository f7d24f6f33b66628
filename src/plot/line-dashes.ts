/** Lengths of dashes and gaps, in pixels. */
const patterns: readonly (readonly number[])[] = [
  [],
  [8, 4],
  [2, 3],
  [10, 3, 2, 3],
  [14, 4],
  [6, 2, 2, 2, 2, 2],
];

/**
 * How a line is dashed, so that lines can be told apart without their colours: empty for a solid one. Colours repeat after as
 * many lines as there are patterns; then each has another pattern than before.
 */
export function lineDash(index: number): readonly number[] {
  const turn = Math.floor(index / patterns.length);
  return patterns[(index + turn) % patterns.length] ?? [];
}
