/**
 * A² of two samples for tied data, from midranks: equation 7 of Scholz & Stephens (1987), JASA 82, 918–924,
 * doi:10.1080/01621459.1987.10478517. NaN if there is one distinct value only. Time O(blocks).
 *
 * @param n - sizes of baseline and candidate
 * @param baseline - how often the baseline has each distinct value, ascending
 * @param candidate - how often the candidate has it
 */
export function andersonDarlingStatistic(
  n: readonly [number, number],
  baseline: Readonly<Uint32Array>,
  candidate: Readonly<Uint32Array>,
): number {
  const total = n[0] + n[1];
  let sum = 0;
  let below = 0;
  let baselineBelow = 0;
  for (let block = 0; block < baseline.length; block++) {
    const size = baseline[block]! + candidate[block]!;
    const middle = below + size / 2;
    // Both samples deviate by the same amount, in opposite directions.
    const deviation = total * (baselineBelow + baseline[block]! / 2) - n[0] * middle;
    sum += (size * deviation ** 2) / (middle * (total - middle) - (total * size) / 4);
    below += size;
    baselineBelow += baseline[block]!;
  }
  return ((total - 1) / total ** 2) * (1 / n[0] + 1 / n[1]) * sum;
}

/** The standard deviation of A² over all arrangements of untied values: equation 4 of the same paper, for 4 values or more. */
export function andersonDarlingSd(n: readonly [number, number]): number {
  const total = n[0] + n[1];
  const reciprocals = 1 / n[0] + 1 / n[1];
  let harmonic = 0;
  for (let i = 1; i < total; i++) harmonic += 1 / i;
  let nested = 0;
  let partial = 0;
  for (let i = 1; i <= total - 2; i++) {
    partial += 1 / i;
    nested += (harmonic - partial) / (total - i);
  }
  const [h, g] = [harmonic, nested];
  const cubic = 4 * g - 6 + (10 - 6 * g) * reciprocals;
  const square = 4 * (2 * g - 4) + 16 * h + (2 * g - 14 * h - 4) * reciprocals - 8 * h + 4 * g - 6;
  const linear = 4 * (6 * h + 2 * g - 2) + 2 * (4 * h - 4 * g + 6) + (2 * h - 6) * reciprocals + 4 * h;
  const constant = 4 * (2 * h + 6) - 8 * h;
  const numerator = ((cubic * total + square) * total + linear) * total + constant;
  return Math.sqrt(numerator / ((total - 1) * (total - 2) * (total - 3)));
}
