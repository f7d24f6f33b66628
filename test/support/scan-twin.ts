/**
 * The scan as its doc comment defines it, contrast by contrast from sums over the scores themselves: all splits, all windows
 * of the lengths it tries against all else, and all neighbours of these lengths.
 */
export function slowScan(scores: readonly number[], rho: number, minSegment: number): number {
  const n = scores.length;
  const total = squaresAbout(scores);
  const against = (window: readonly number[], length: number): number => {
    const between = (sum(window) - (window.length * sum(scores)) / n) ** 2 * (n / (length * (n - length)));
    return ((n - 2) / 2) * Math.log1p(between / inflation(length, rho) / (total - between));
  };
  const found: number[] = [];
  for (let k = minSegment; k <= n - minSegment; k++) {
    const shorter = k <= n - k ? scores.slice(0, k) : scores.slice(k);
    found.push(against(shorter, shorter.length));
  }
  for (let length = minSegment; 2 * length <= n; length = Math.max(length + 1, Math.round(1.25 * length))) {
    const charge = Math.log((2 * n) / length);
    const widest = Math.max(...windows(scores, length).map(([, window]) => Math.abs(sum(window))));
    for (const [start, window] of windows(scores, length)) {
      const inside = [start, start + length].some((k) => k >= minSegment && k <= n - minSegment);
      if (inside && Math.abs(sum(window)) === widest) found.push(against(window, length) - charge);
    }
    for (const [start, both] of windows(scores, 2 * length)) {
      const [left, right] = [
        scores.slice(start, start + length),
        scores.slice(start + length, start + 2 * length),
      ];
      const within = squaresAbout(left) + squaresAbout(right) + (0.1 * total * length) / n;
      const between = squaresAbout(both) - squaresAbout(left) - squaresAbout(right);
      const shared = (rho * (1 - rho ** length) ** 2) / ((1 - rho) ** 2 * length);
      const inflated = inflation(length, rho);
      const factor = rho === 0 ? 1 : ((inflated - shared) * (length - 1)) / Math.max(0.5, length - inflated);
      found.push((length - 1) * Math.log1p(between / within / factor) - charge);
    }
  }
  return Math.max(...found);
}

/** The variance of a sum of an autoregression over that of independent values, from its definition. */
function inflation(length: number, rho: number): number {
  let factor = 1;
  for (let lag = 1; lag < length; lag++) factor += 2 * (1 - lag / length) * rho ** lag;
  return factor;
}

function windows(scores: readonly number[], length: number): [start: number, window: readonly number[]][] {
  return Array.from({ length: scores.length - length + 1 }, (_, start) => [
    start,
    scores.slice(start, start + length),
  ]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function squaresAbout(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return values.reduce((total, value) => total + (value - mean) ** 2, 0);
}
