import type { ArrangedStatistic } from "../permutation/statistics.js";
import { blockOfEach, type TieBlocks } from "./tie-blocks.js";

/** A function of how often either side has each distinct value, as a statistic of rearranged values. */
export function arrangedBlocks(
  blocks: TieBlocks,
  statistic: (baseline: Readonly<Uint32Array>, candidate: Readonly<Uint32Array>) => number,
): ArrangedStatistic {
  const block = blockOfEach(blocks);
  const sizes = blocks.baseline.map((count, i) => count + blocks.candidate[i]!);
  const drawn = new Uint32Array(sizes.length);
  const other = new Uint32Array(sizes.length);
  const isCandidateDrawn = blocks.n[1] <= blocks.n[0];
  return (places) => {
    drawn.fill(0);
    for (let i = 0; i < places.length; i++) drawn[block[places[i]!]!]!++;
    for (let i = 0; i < sizes.length; i++) other[i] = sizes[i]! - drawn[i]!;
    return isCandidateDrawn ? statistic(other, drawn) : statistic(drawn, other);
  };
}
