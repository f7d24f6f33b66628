/** A point's coordinates, or one number. */
export type Point = number | readonly number[];

/** A split by the definition, slow and obvious. */
export interface DefinedSplit {
  readonly before: number;
  readonly statistic: number;
}

/** Q of two neighbouring stretches: Matteson & James (2014), equations 5 and 8; distances within one point are 0. */
export function energyByDefinition(first: readonly Point[], second: readonly Point[], alpha: number): number {
  const [n, m] = [first.length, second.length];
  let between = 0;
  for (const x of first) for (const y of second) between += distance(x, y, alpha);
  const pairs = (k: number) => (k < 2 ? 1 : (k * (k - 1)) / 2);
  const energy =
    (2 / (n * m)) * between - sumWithin(first, alpha) / pairs(n) - sumWithin(second, alpha) / pairs(m);
  return ((n * m) / (n + m)) * energy;
}

/** Tries each place, and each end after it or the last one alone; of statistics equal but for rounding, the first wins. */
export function splitByDefinition(
  points: readonly Point[],
  alpha: number,
  minSegment: number,
  kappa: "all" | "end",
): DefinedSplit | null {
  const all: DefinedSplit[] = [];
  const n = points.length;
  for (let place = minSegment; place <= n - minSegment; place++) {
    for (let end = kappa === "all" ? place + minSegment : n; end <= n; end++) {
      const statistic = energyByDefinition(points.slice(0, place), points.slice(place, end), alpha);
      all.push({ before: place, statistic });
    }
  }
  const largest = Math.max(...all.map(({ statistic }) => statistic));
  const tolerance = 1e-10 * Math.max(sumWithin(points, alpha), Number.MIN_VALUE);
  return all.find(({ statistic }) => statistic >= largest - tolerance) ?? null;
}

function sumWithin(points: readonly Point[], alpha: number): number {
  let sum = 0;
  points.forEach((x, i) => {
    for (const y of points.slice(i + 1)) sum += distance(x, y, alpha);
  });
  return sum;
}

function distance(x: Point, y: Point, alpha: number): number {
  if (typeof x === "number" && typeof y === "number") return Math.abs(x - y) ** alpha;
  return Math.hypot(...[x].flat().map((value, i) => value - [y].flat()[i]!)) ** alpha;
}
