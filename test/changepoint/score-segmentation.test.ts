import { describe, expect, it } from "vitest";
import { pelt } from "../../src/changepoint/pelt.js";
import {
  type ScoreSegmentationOptions,
  scoreSegmentation,
} from "../../src/changepoint/score-segmentation.js";
import type { Rng } from "../../src/random/rng.js";
import { stream } from "../../src/random/stream.js";
import { assertClose } from "../support/assert-close.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("scoreSegmentation", () => {
  it("scores a case that is solved by hand", () => {
    // Segments 2, 3, 3, 2 found; 3, 3, 4 true. Overlaps 2 | 1, 2 | 1, 2 | 2.
    const score = scoreSegmentation([2, 5, 8], [3, 6], { n: 10, margin: 1 });
    assertClose(score, {
      method: "segmentation-score",
      found: 3,
      truth: 2,
      matches: [
        { found: 2, truth: 3 },
        { found: 5, truth: 6 },
      ],
      precision: 2 / 3,
      recall: 1,
      f1: 4 / 5,
      meanLocationError: 1,
      hausdorff: 2,
      // Together in both 1 + 0 + 1 + 0 + 1 + 1 pairs of 45; in one of them 1 + 3 + 3 + 1 and 3 + 3 + 6.
      rand: (45 + 2 * 4 - 8 - 12) / 45,
      adjustedRand: (4 - (8 * 12) / 45) / (10 - (8 * 12) / 45),
      covering: (3 * (2 / 3) + 3 * (2 / 4) + 4 * (2 / 4)) / 10,
      margin: 1,
      countStart: false,
      n: 10,
      warnings: [],
    });
  });

  it("counts a true change once, and prefers the nearest", () => {
    expect(scoreSegmentation([98, 100, 103], [100], { n: 200 })).toMatchObject({
      matches: [{ found: 100, truth: 100 }],
      precision: 1 / 3,
      recall: 1,
      meanLocationError: 0,
    });
    // The nearest of each would leave one of them alone.
    expect(scoreSegmentation([10, 14], [6, 11], { n: 20, margin: 4 }).matches).toEqual([
      { found: 10, truth: 6 },
      { found: 14, truth: 11 },
    ]);
    expect(scoreSegmentation([10], [16], { n: 20 }).matches).toEqual([]);
    expect(scoreSegmentation([10], [15], { n: 20 }).matches).toHaveLength(1);
  });

  it("is what its definitions say, pair by pair and choice by choice", () => {
    const rng = stream(1, "definitions");
    for (let round = 0; round < 200; round++) {
      const n = 2 + rng.below(15);
      const [found, truth] = [randomChanges(rng, n), randomChanges(rng, n)];
      const margin = rng.below(5);
      const score = scoreSegmentation(found, truth, { n, margin });
      const matched = bestMatching(found, truth, margin);
      expect(score.matches).toHaveLength(matched.pairs);
      if (matched.pairs > 0) assertClose(score.meanLocationError, matched.distance / matched.pairs);
      assertClose(
        {
          hausdorff: score.hausdorff,
          rand: score.rand,
          adjustedRand: score.adjustedRand,
          covering: score.covering,
        },
        {
          hausdorff: bruteHausdorff(found, truth),
          ...bruteRand(labels(found, n), labels(truth, n)),
          covering: bruteCovering(labels(found, n), labels(truth, n)),
        },
        { abs: 1e-12 },
      );
    }
  });

  it("is symmetric but for precision, recall and covering", () => {
    const rng = stream(2, "symmetry");
    for (let round = 0; round < 50; round++) {
      const n = 5 + rng.below(40);
      const [found, truth] = [randomChanges(rng, n), randomChanges(rng, n)];
      const [there, back] = [scoreSegmentation(found, truth, { n }), scoreSegmentation(truth, found, { n })];
      expect([back.precision, back.recall]).toEqual([there.recall, there.precision]);
      const pick = ({ f1, hausdorff, rand, adjustedRand, meanLocationError }: typeof there) => [
        f1,
        hausdorff,
        rand,
        adjustedRand,
        meanLocationError,
      ];
      assertClose(pick(back), pick(there));
    }
  });

  it("is perfect for the truth itself", () => {
    expect(scoreSegmentation([3, 9], [3, 9], { n: 12, margin: 0 })).toMatchObject({
      precision: 1,
      recall: 1,
      f1: 1,
      meanLocationError: 0,
      hausdorff: 0,
      rand: 1,
      adjustedRand: 1,
      covering: 1,
    });
  });

  it("is defined where there is nothing to find, or nothing was found", () => {
    expect(scoreSegmentation([], [], { n: 10 })).toMatchObject({
      precision: null,
      recall: null,
      f1: null,
      hausdorff: 0,
      rand: 1,
      adjustedRand: 1,
      covering: 1,
      meanLocationError: null,
    });
    expect(scoreSegmentation([5], [], { n: 10 })).toMatchObject({
      precision: 0,
      recall: null,
      f1: 0,
      hausdorff: null,
    });
    expect(scoreSegmentation([], [5], { n: 10 })).toMatchObject({
      precision: null,
      recall: 0,
      f1: 0,
      hausdorff: null,
      adjustedRand: 0,
      covering: 0.5,
    });
    expect(scoreSegmentation([], [], { n: 1 })).toMatchObject({ rand: 1, adjustedRand: 1, covering: 1 });
  });

  it("counts the start as van den Burg & Williams do, if asked", () => {
    const options = { n: 100, countStart: true };
    expect(scoreSegmentation([], [], options)).toMatchObject({ precision: 1, recall: 1, f1: 1, matches: [] });
    expect(scoreSegmentation([], [50], options)).toMatchObject({ precision: 1, recall: 1 / 2, f1: 2 / 3 });
    expect(scoreSegmentation([20, 50], [50], options)).toMatchObject({
      precision: 2 / 3,
      recall: 1,
      truth: 1,
    });
  });

  it("takes results, and their length", () => {
    const result = pelt([1, 2, 1, 9, 8, 9, 8], { penalty: 5 });
    expect(scoreSegmentation(result, [3])).toMatchObject({ n: 7, f1: 1, covering: 1, warnings: [] });
    expect(scoreSegmentation([3], result)).toMatchObject({ n: 7, f1: 1 });
    const score = scoreSegmentation([3], [3]);
    expect(score).toMatchObject({ n: null, f1: 1, rand: null, adjustedRand: null, covering: null });
    expect(score.warnings).toMatchObject([{ code: "no-length", message: /give n/ }]);
    expect(JSON.parse(JSON.stringify(score))).toEqual(score);
  });

  it("leaves its input as it is", () => {
    const [found, truth] = [Object.freeze([2, 5]), Object.freeze([3])];
    expect(scoreSegmentation(found, truth, { n: 9 }).matches).toEqual([{ found: 2, truth: 3 }]);
  });

  it.each<[string, unknown, unknown, ScoreSegmentationOptions, string, RegExp]>([
    ["a change at 0", [0, 5], [5], { n: 9 }, "found[0]", /above 0 and below n, 9.*got 0/],
    ["a change behind the end", [5], [9], { n: 9 }, "truth[0]", /below n, 9.*got 9/],
    ["changes out of order", [5, 3], [5], {}, "found[1]", /above 5, the first.*ascending order, got 3/],
    ["a change twice", [5], [5, 5], {}, "truth[1]", /got 5/],
    ["half an index", [2.5], [5], {}, "found[0]", /whole number.*got 2.5/],
    ["no list", 5, [5], {}, "found", /array of indices.*got 5/],
    ["nothing", [5], null, {}, "truth", /got null/],
    ["a negative margin", [5], [5], { margin: -1 }, "margin", /0 or more, got -1/],
    ["no length", [], [], { n: 0 }, "n", /1 or more, got 0/],
  ])("refuses %s", (_, found, truth, options, argument, problem) => {
    const call = () => scoreSegmentation(found as never, truth as never, options);
    expectInputError(call, "scoreSegmentation", argument, problem);
  });
});

function randomChanges(rng: Rng, n: number): number[] {
  const share = [0.05, 0.15, 0.4][rng.below(3)]!;
  return Array.from({ length: n - 1 }, (_, i) => i + 1).filter(() => rng.uniform() < share);
}

/** Most pairs, then least distance, over all ways to pair. */
function bestMatching(found: readonly number[], truth: readonly number[], margin: number) {
  const none = { pairs: 0, distance: 0 };
  const visit = (i: number, free: readonly number[]): typeof none => {
    if (i === found.length) return none;
    let best = visit(i + 1, free);
    for (const change of free) {
      const distance = Math.abs(found[i]! - change);
      if (distance > margin) continue;
      const rest = visit(
        i + 1,
        free.filter((other) => other !== change),
      );
      const here = { pairs: rest.pairs + 1, distance: rest.distance + distance };
      if (here.pairs > best.pairs || (here.pairs === best.pairs && here.distance < best.distance))
        best = here;
    }
    return best;
  };
  return visit(0, truth);
}

function labels(changes: readonly number[], n: number): number[] {
  return Array.from({ length: n }, (_, i) => changes.filter((change) => change <= i).length);
}

function bruteHausdorff(found: readonly number[], truth: readonly number[]): number | null {
  if (found.length + truth.length === 0) return 0;
  if (found.length === 0 || truth.length === 0) return null;
  const far = (ours: readonly number[], theirs: readonly number[]) =>
    Math.max(...ours.map((x) => Math.min(...theirs.map((y) => Math.abs(x - y)))));
  return Math.max(far(found, truth), far(truth, found));
}

function bruteRand(found: readonly number[], truth: readonly number[]) {
  const count = { agree: 0, all: 0, both: 0, found: 0, truth: 0 };
  for (let i = 0; i < found.length; i++) {
    for (let j = 0; j < i; j++) {
      const [ours, theirs] = [found[i] === found[j], truth[i] === truth[j]];
      count.all++;
      if (ours === theirs) count.agree++;
      if (ours && theirs) count.both++;
      if (ours) count.found++;
      if (theirs) count.truth++;
    }
  }
  const expected = (count.found * count.truth) / count.all;
  const most = (count.found + count.truth) / 2;
  return {
    rand: count.agree / count.all,
    adjustedRand: most === expected ? 1 : (count.both - expected) / (most - expected),
  };
}

function bruteCovering(found: readonly number[], truth: readonly number[]): number {
  const sets = (labelled: readonly number[]) =>
    [...new Set(labelled)].map(
      (label) => new Set(labelled.flatMap((other, i) => (other === label ? [i] : []))),
    );
  const shares = sets(truth).map((set) => {
    const best = Math.max(
      ...sets(found).map((other) => {
        const common = [...set].filter((i) => other.has(i)).length;
        return common / (set.size + other.size - common);
      }),
    );
    return set.size * best;
  });
  return shares.reduce((sum, share) => sum + share, 0) / truth.length;
}
