/**
 * The bandwidth of a Gaussian kernel for values of any shape, by the improved method of Sheather & Jones: Botev, Grotowski &
 * Kroese (2010), Annals of Statistics 38, 2916–2957, doi:10.1214/10-AOS799. Unlike rules of thumb it does not smooth several humps
 * into one. Time O(grid²).
 *
 * @param counts - values in each cell of a grid
 * @param n - how many values
 * @returns in cells; null if there are too few different values to tell
 */
export function botevBandwidth(counts: Readonly<Float64Array>, n: number): number | null {
  const different = counts.reduce((total, count) => total + Number(count > 0), 0);
  if (different < 4) return null;
  const squares = cosineSquares(counts, n);
  const excess = (t: number): number => t - fixedPoint(t, squares, different);
  // The smallest root: above it the method may have others, which smooth too much.
  let low = 0;
  let high = 1e-6;
  while (excess(high) < 0) {
    low = high;
    high *= 2;
    if (high > 0.1) return null;
  }
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(high) * counts.length;
}

/** Squares of half the coefficients of the discrete cosine transform, from the first on. */
function cosineSquares(counts: Readonly<Float64Array>, n: number): Float64Array {
  const cells = counts.length;
  const cosines = Float64Array.from({ length: 4 * cells }, (_, k) => Math.cos((Math.PI * k) / (2 * cells)));
  const filled = Array.from(counts.keys()).filter((i) => counts[i]! > 0);
  return Float64Array.from({ length: cells - 1 }, (_, index) => {
    const k = index + 1;
    let sum = 0;
    for (const i of filled) sum += counts[i]! * cosines[((2 * i + 1) * k) % (4 * cells)]!;
    return (sum / n) ** 2;
  });
}

/** What the squared bandwidth would be if t were it. */
function fixedPoint(t: number, squares: Readonly<Float64Array>, n: number): number {
  const stages = 7;
  let f = functional(stages, t, squares);
  for (let s = stages - 1; s >= 2; s--) {
    const moment = oddProduct(s) / Math.sqrt(2 * Math.PI);
    const constant = (1 + 0.5 ** (s + 0.5)) / 3;
    f = functional(s, ((2 * constant * moment) / (n * f)) ** (2 / (3 + 2 * s)), squares);
  }
  return (2 * n * Math.sqrt(Math.PI) * f) ** (-2 / 5);
}

/** The squared norm of the s-th derivative of the density smoothed by t. */
function functional(s: number, t: number, squares: Readonly<Float64Array>): number {
  let sum = 0;
  for (let index = 0; index < squares.length; index++) {
    const k2 = (index + 1) ** 2;
    sum += k2 ** s * squares[index]! * Math.exp(-k2 * Math.PI ** 2 * t);
  }
  return 2 * Math.PI ** (2 * s) * sum;
}

/** 1 · 3 · 5 · … · (2s − 1). */
function oddProduct(s: number): number {
  return Array.from({ length: s }, (_, i) => 2 * i + 1).reduce((a, b) => a * b, 1);
}
