/**
 * Sums of the first 0, 1, … n terms, each as two numbers next to each other: the rounded sum, and what rounding left off so
 * far. Differences of far sums thereby keep their digits. Neumaier (1974), ZAMM 54, 39–51. Time and memory O(n).
 */
export function prefixSums(terms: Readonly<Float64Array>): Float64Array {
  const sums = new Float64Array(2 * (terms.length + 1));
  let sum = 0;
  let rest = 0;
  for (let i = 0; i < terms.length; i++) {
    const term = terms[i]!;
    const next = sum + term;
    rest += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
    sum = next;
    sums[2 * i + 2] = sum;
    sums[2 * i + 3] = rest;
  }
  return sums;
}

/** The sum of the terms from `start` up to, and without, `end`. */
export function sumBetween(sums: Readonly<Float64Array>, start: number, end: number): number {
  return sums[2 * end]! - sums[2 * start]! + (sums[2 * end + 1]! - sums[2 * start + 1]!);
}
