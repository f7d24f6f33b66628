import { mean } from "../core/moments.js";

/** Values in a batch. */
const batchSize = 5;

/** With fewer, too few batches are left to choose from. */
export const fewestForMser: number = 50;

/** As many batches at the end are never cut off: their spread is small by chance. */
const keptBatches = 5;

/**
 * Where MSER-5 cuts the warm-up off: it takes means of batches of five, and the cut that leaves the mean of the rest with the
 * smallest standard error, were these independent. Null where that lies in the second half: then the run was too short
 * (Hoad, Robinson & Davies). Time O(n), memory O(n).
 */
export function mser5(values: Readonly<Float64Array>): number | null {
  const count = Math.floor(values.length / batchSize);
  const batches = Float64Array.from({ length: count }, (_, k) =>
    mean(values.subarray(k * batchSize, (k + 1) * batchSize)),
  );
  // Welford's update from the end: the rest grows by one batch a step.
  let center = 0;
  let squares = 0;
  let smallest = Number.POSITIVE_INFINITY;
  let cut = 0;
  for (let k = count - 1; k >= 0; k--) {
    const size = count - k;
    const deviation = batches[k]! - center;
    center += deviation / size;
    squares += deviation * (batches[k]! - center);
    const error = squares / size ** 2;
    if (size >= keptBatches && error <= smallest) {
      smallest = error;
      cut = k;
    }
  }
  return cut > count / 2 ? null : cut * batchSize;
}
