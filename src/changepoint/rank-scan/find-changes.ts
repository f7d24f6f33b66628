import { normalScores } from "./normal-scores.js";
import { type Dependence, segmentedDependence, unsegmentedDependence } from "./serial-dependence.js";
import { type StretchOptions, type StretchSign, testStretch } from "./stretch-test.js";

/** A change, and how often noise alone would give as clear a sign of one anywhere in the series. */
export interface RankedChange {
  readonly index: number;
  readonly p: number;
}

/** How a whole series is searched. */
export interface SearchedSeries extends StretchOptions {
  /** Whether the values are known to be independent, so that nothing is to be allowed for. */
  readonly independent: boolean;
}

/** What the search of a series found. */
export interface FoundChanges {
  /** In order. */
  readonly changes: readonly RankedChange[];
  readonly dependence: Dependence;
  /** Of the test of the whole series, which comes before all else; null if it could not be tested. */
  readonly p: number | null;
}

/**
 * Splits a series where its level changes, then the parts, each ranked anew and tested at its share of the level, as long as
 * it is of the series: parts without a change then report one in at most `alpha` of series together. The dependence is
 * estimated again from what lies between the changes, until both agree; in the end each change has to stand out between its
 * neighbours. Time O(n log n) for each level of splitting, memory O(n).
 */
export function findChanges(values: Readonly<Float64Array>, options: SearchedSeries): FoundChanges {
  const { scores, tied } = normalScores(values);
  if (tied === 1) return { changes: [], dependence: { estimate: 0, rho: 0, charge: 0 }, p: null };
  const allowed = (estimated: Dependence): Dependence =>
    options.independent ? { ...estimated, rho: 0, charge: 0 } : estimated;
  let dependence = allowed(unsegmentedDependence(scores, options.minSegment));
  const whole = testStretch(values, dependence, options);
  if (!(whole.p !== null && whole.p <= options.alpha)) return { changes: [], dependence, p: whole.p };
  let changes: RankedChange[] = [];
  for (let round = 0; round < 4; round++) {
    const before = changes;
    changes = settle(values, split(values, whole.p, whole.bounds, dependence, options), dependence, options);
    if (changes.length === before.length && changes.every(({ index }, k) => index === before[k]!.index))
      break;
    const bounds = changes.map(({ index }) => index);
    dependence = allowed(segmentedDependence(scores, bounds));
  }
  return { changes, dependence, p: whole.p };
}

interface Part {
  readonly start: number;
  readonly end: number;
  /** Of the part that it was split from. */
  readonly p: number;
}

function split(
  values: Readonly<Float64Array>,
  p: number,
  bounds: readonly number[],
  dependence: Dependence,
  options: StretchOptions,
): RankedChange[] {
  const n = values.length;
  const changes: RankedChange[] = bounds.map((index) => ({ index, p }));
  const open: Part[] = parts(0, bounds, n, p);
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { start, end } = part;
    const sign = testStretch(values.subarray(start, end), dependence, options);
    if (sign.p === null) continue;
    const adjusted = Math.max(part.p, Math.min(1, (sign.p * n) / (end - start)));
    if (adjusted > options.alpha) continue;
    const places = sign.bounds.map((bound) => start + bound);
    for (const index of places) changes.push({ index, p: adjusted });
    open.push(...parts(start, places, end, adjusted));
  }
  return changes.sort((one, other) => one.index - other.index);
}

function parts(start: number, bounds: readonly number[], end: number, p: number): Part[] {
  const edges = [start, ...bounds, end];
  return edges.slice(1).map((edge, k) => ({ start: edges[k]!, end: edge, p }));
}

/** Moves each change to the best place between its neighbours, and drops, weakest first, what does not stand out there. */
function settle(
  values: Readonly<Float64Array>,
  changes: readonly RankedChange[],
  dependence: Dependence,
  options: StretchOptions,
): RankedChange[] {
  const settled = [...changes];
  const known = new Map<string, StretchSign>();
  const signOf = (start: number, end: number): StretchSign => {
    const key = `${start} ${end}`;
    const sign = known.get(key) ?? testStretch(values.subarray(start, end), dependence, options);
    known.set(key, sign);
    return sign;
  };
  for (let round = 0; round < 2 * changes.length + 2; round++) {
    let moved = false;
    let weakest = -1;
    let largest = options.alpha;
    for (let k = 0; k < settled.length; k++) {
      const start = settled[k - 1]?.index ?? 0;
      const { step, p } = signOf(start, settled[k + 1]?.index ?? values.length);
      const index = step === null ? settled[k]!.index : start + step;
      moved ||= index !== settled[k]!.index;
      settled[k] = { ...settled[k]!, index };
      if ((p ?? 1) > largest) {
        largest = p ?? 1;
        weakest = k;
      }
    }
    if (weakest !== -1 && settled.length > 1) settled.splice(weakest, 1);
    else if (!moved) break;
  }
  return settled;
}
