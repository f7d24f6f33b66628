import type { Tube } from "../../src/stats/modality/taut-string.js";

/** The y at each x of the shortest line through a tube: the slow twin of the taut string, over all pairs of corners. Time O(n³). */
export function shortestPath({ x, lower, upper }: Tube): number[] {
  const points = [...x].flatMap((_, i) => [
    { i, y: lower[i]! },
    { i, y: upper[i]! },
  ]);
  const best = points.map(({ i }) => ({ length: i === 0 ? 0 : Number.POSITIVE_INFINITY, from: -1 }));
  points.forEach((to, b) => {
    points.slice(0, b).forEach((from, a) => {
      if (from.i === to.i || !isInside(from, to)) return;
      const length = best[a]!.length + Math.hypot(x[to.i]! - x[from.i]!, to.y - from.y);
      if (length < best[b]!.length) best[b] = { length, from: a };
    });
  });
  const path: number[] = [];
  for (let at = points.length - 1; at !== -1; at = best[at]!.from) {
    const [to, from] = [points[at]!, points[best[at]!.from] ?? points[0]!];
    for (let i = to.i; i > from.i; i--) path[i] = onLine(from, to, i);
  }
  path[0] = lower[0]!;
  return path;

  function isInside(from: { i: number; y: number }, to: { i: number; y: number }): boolean {
    for (let i = from.i + 1; i < to.i; i++) {
      const y = onLine(from, to, i);
      if (y < lower[i]! - 1e-12 || y > upper[i]! + 1e-12) return false;
    }
    return true;
  }

  function onLine(from: { i: number; y: number }, to: { i: number; y: number }, i: number): number {
    return from.y + ((x[i]! - x[from.i]!) / (x[to.i]! - x[from.i]!)) * (to.y - from.y);
  }
}
