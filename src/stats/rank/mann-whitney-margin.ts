import { normalCdf } from "../distributions.js";

/** How many of the n · m pairwise differences an interval leaves out on each side. */
export interface MannWhitneyMargin {
  /** 0 if even one is too many. */
  readonly margin: number;
  /** P(U < margin) where both sides are alike and nothing ties: what the interval misses on each side. */
  readonly tail: number;
  /** Whether U was counted out, rather than approximated. */
  readonly exact: boolean;
}

/**
 * The largest margin with P(U < margin) ≤ `tail` for the statistic of Mann & Whitney.
 *
 * Exact, from the number of arrangements with each U, while that takes up to two million steps (126 + 126 values, 10 + 20,000);
 * beyond, Edgeworth's expansion to the fourth cumulant with a continuity correction.
 * Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50–60, doi:10.1214/aoms/1177730491; Fix & Hodges (1955), same
 * journal 26, 301–312. Time O(n · m · min(n, m)), at most some milliseconds; memory O(n · m) up to a million numbers, then O(1).
 *
 * @param tail - in (0, 0.5)
 */
export function mannWhitneyMargin(n: number, m: number, tail: number): MannWhitneyMargin {
  const [small, large] = n < m ? [n, m] : [m, n];
  if (latest?.small !== small || latest.large !== large || latest.tail !== tail) {
    const isExact = small * small * large <= 2e6;
    const margin = isExact ? exactMargin(small, large, tail) : edgeworthMargin(small, large, tail);
    latest = { small, large, tail, margin };
  }
  return latest.margin;
}

/** A suite of benchmarks asks for the same sizes again and again. */
let latest: { small: number; large: number; tail: number; margin: MannWhitneyMargin } | null = null;

function exactMargin(small: number, large: number, tail: number): MannWhitneyMargin {
  const total = binomial(small + large, small);
  // A tail of exactly 1/20 must not be refused for its rounding.
  const allowed = tail * total * (1 + 1e-12);
  const middle = Math.floor((small * large) / 2);
  // The approximation is hardly ever off by more than one, and counting further than needed takes time.
  for (let last = edgeworthMargin(small, large, tail).margin + 2; ; last *= 2) {
    const counts = arrangements(small, large, Math.min(last, middle));
    let below = 0;
    let margin = 0;
    while (margin < counts.length && below + counts[margin]! <= allowed) below += counts[margin++]!;
    if (margin < counts.length || last >= middle) return { margin, tail: below / total, exact: true };
  }
}

/**
 * How many arrangements have U = 0, 1, … `last`: the first coefficients of the product over i ≤ small of
 * (1 − q^(large + i)) / (1 − q^i).
 */
function arrangements(small: number, large: number, last: number): Float64Array {
  const counts = new Float64Array(last + 1);
  counts[0] = 1;
  for (let i = 1; i <= small; i++) {
    // The product of i factors has no higher terms.
    const end = Math.min(last, i * large);
    for (let u = end; u >= large + i; u--) counts[u]! -= counts[u - large - i]!;
    for (let u = i; u <= end; u++) counts[u]! += counts[u - i]!;
  }
  return counts;
}

function binomial(n: number, k: number): number {
  let product = 1;
  // Each product is itself a binomial coefficient, so nothing is rounded below 2⁵³.
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

function edgeworthMargin(n: number, m: number, tail: number): MannWhitneyMargin {
  let low = 0;
  let high = Math.floor((n * m) / 2);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (edgeworthTail(n, m, middle) <= tail) low = middle;
    else high = middle - 1;
  }
  return { margin: low, tail: low === 0 ? 0 : edgeworthTail(n, m, low), exact: false };
}

/** P(U < margin). */
function edgeworthTail(n: number, m: number, margin: number): number {
  const z = (margin - 0.5 - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  const excess = (-1.2 * (n * n + m * m + n * m + n + m)) / (n * m * (n + m + 1));
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, normalCdf(z) - (density * excess * (z ** 3 - 3 * z)) / 24);
}
