import { normalScores } from "./normal-scores.js";

/** Standard errors of the common trend within segments beyond which it is taken for one. */
const clear = 3;

/**
 * Whether the level moves gradually: all changes go one way, and either so does the trend between them, which steps would
 * not have, or one straight line says of the ranks what the steps say, with fewer parameters (BIC). Time O(n log n), memory
 * O(n).
 *
 * @param bounds - where segments begin, without the first; ascending
 * @param levels - one for each segment
 * @param rho - correlation of neighbours, 0 or more
 */
export function gradualDrift(
  values: Readonly<Float64Array>,
  bounds: readonly number[],
  levels: readonly number[],
  rho: number,
): "up" | "down" | null {
  const steps = bounds.map((_, k) => Math.sign(levels[k + 1]! - levels[k]!));
  const direction = steps[0];
  if (direction === undefined || direction === 0 || steps.some((step) => step !== direction)) return null;
  const edges = [0, ...bounds, values.length];
  const inner = total(
    edges.slice(1).map((end, k) => trendOf(normalScores(values.subarray(edges[k]!, end)).scores)),
  );
  const error = Math.sqrt((inner.variance * (1 + rho)) / (1 - rho));
  const slopes = direction * inner.trend > clear * error;
  if (!slopes && !(steps.length > 1 && isLine(values, edges))) return null;
  return direction > 0 ? "up" : "down";
}

interface Trend {
  /** Sum of the products of scores and times, both centred. */
  readonly trend: number;
  /** Of `trend`, if time had no influence. */
  readonly variance: number;
  /** Sum of squared scores, centred. */
  readonly squares: number;
  /** Sum of squares that a line leaves. */
  readonly left: number;
}

function trendOf(scores: Readonly<Float64Array>): Trend {
  const n = scores.length;
  const middle = (n - 1) / 2;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += scores[i]!;
  let trend = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    const score = scores[i]! - sum / n;
    trend += score * (i - middle);
    squares += score * score;
  }
  const times = (n * (n * n - 1)) / 12;
  if (n === 1) return { trend: 0, variance: 0, squares: 0, left: 0 };
  return { trend, variance: (squares * times) / (n - 1), squares, left: squares - (trend * trend) / times };
}

function total(trends: readonly Trend[]): { readonly trend: number; readonly variance: number } {
  return trends.reduce(
    (sum, one) => ({ trend: sum.trend + one.trend, variance: sum.variance + one.variance }),
    {
      trend: 0,
      variance: 0,
    },
  );
}

function isLine(values: Readonly<Float64Array>, edges: readonly number[]): boolean {
  const n = values.length;
  const { scores } = normalScores(values);
  const line = trendOf(scores).left;
  const flat = edges
    .slice(1)
    .reduce((sum, end, k) => sum + trendOf(scores.subarray(edges[k]!, end)).squares, 0);
  const changes = edges.length - 2;
  // A line has a level and a slope; steps have a level more than changes, and their places.
  return n * Math.log(line / flat) < (2 * changes - 1) * Math.log(n);
}
