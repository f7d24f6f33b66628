import type { Rng } from "../../random/rng.js";

/** How a resampled series is put together: blocks of random length round the end to the start, or of one length within. */
export type BlockScheme = "stationary" | "moving-block";

/**
 * Fills `indices` with the places in time of one resampled series, as long as the series itself. Time O(n).
 *
 * Stationary: Politis & Romano (1994), JASA 89, 1303–1313, doi:10.1080/01621459.1994.10476870; the lengths are geometric with
 * mean `blockLength`. Moving blocks: Künsch (1989), Annals of Statistics 17, 1217–1241, doi:10.1214/aos/1176347265; the last block is
 * cut off.
 */
export function drawBlocks(scheme: BlockScheme, blockLength: number, rng: Rng, indices: Uint32Array): void {
  const n = indices.length;
  const starts = scheme === "stationary" ? n : n - blockLength + 1;
  for (let i = 0; i < n; ) {
    const start = rng.below(starts);
    const length = scheme === "stationary" ? geometric(rng, blockLength) : blockLength;
    const end = Math.min(n, i + length);
    for (let place = start; i < end; i++, place++) {
      if (place === n) place = 0;
      indices[i] = place;
    }
  }
}

/** 1 or more, `mean` on average. */
function geometric(rng: Rng, mean: number): number {
  return mean === 1 ? 1 : 1 + Math.floor(Math.log1p(-rng.uniform()) / Math.log1p(-1 / mean));
}
