/** Some points, each coordinate in a row of its own, one row after the other, each `stride` long. */
export interface Coordinates {
  readonly values: Float64Array;
  readonly stride: number;
  readonly dimensions: number;
}

/** Writes the distances of the points before `point` from it to `row`. */
export type FillDistances = (points: Coordinates, point: number, row: Float64Array) => void;

/** Euclidean distances to the power `alpha`. */
export function distancesOf(dimensions: number, alpha: number): FillDistances {
  if (dimensions === 1) return alpha === 2 ? squared : powersOf(absolute, alpha);
  return alpha === 2 ? squared : powersOf(squared, alpha / 2);
}

function absolute({ values }: Coordinates, point: number, row: Float64Array): void {
  const value = values[point]!;
  for (let i = 0; i < point; i++) row[i] = Math.abs(values[i]! - value);
}

function squared({ values, stride, dimensions }: Coordinates, point: number, row: Float64Array): void {
  row.fill(0, 0, point);
  for (let start = 0; start < stride * dimensions; start += stride) {
    const value = values[start + point]!;
    for (let i = 0; i < point; i++) {
      const difference = values[start + i]! - value;
      row[i]! += difference * difference;
    }
  }
}

/** The power of each distance; a square root is much faster than any other. */
function powersOf(fill: FillDistances, power: number): FillDistances {
  if (power === 1) return fill;
  return (points, point, row) => {
    fill(points, point, row);
    if (power === 0.5) for (let i = 0; i < point; i++) row[i] = Math.sqrt(row[i]!);
    else for (let i = 0; i < point; i++) row[i] = row[i]! ** power;
  };
}
