import type { NumberAxis } from "./figure-model.js";

/** Where a value lies along an axis: 0 at its start, 1 at its end; values in a break fall between its two sides. */
export function axisPosition(axis: Pick<NumberAxis, "scale" | "pieces">, value: number): number {
  const { pieces, scale } = axis;
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (value <= first.domain[1]) return along(scale, first.domain, first.extent, value);
  if (value >= last.domain[0]) return along(scale, last.domain, last.extent, value);
  for (let i = 1; i < pieces.length; i++) {
    const [before, piece] = [pieces[i - 1]!, pieces[i]!];
    if (value < piece.domain[0]) {
      return along(scale, [before.domain[1], piece.domain[0]], [before.extent[1], piece.extent[0]], value);
    }
    if (value <= piece.domain[1]) return along(scale, piece.domain, piece.extent, value);
  }
  return last.extent[1];
}

function along(
  scale: "linear" | "log",
  [low, high]: readonly [number, number],
  [start, end]: readonly [number, number],
  value: number,
): number {
  const fraction =
    scale === "log" ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return start + fraction * (end - start);
}
