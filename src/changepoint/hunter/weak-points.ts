import { scanAllEnds } from "../energy/scan-all-ends.js";
import { type ScanMemory, scanMemory } from "../energy/scan-memory.js";
import { firstLimit, type ResolvedHunterOptions } from "./hunter-options.js";
import type { PlaceTests, WindowPart } from "./place-tests.js";

/** What later values cannot change: the places found in full windows, and where the first one starts that is not full. */
export interface SettledWindows {
  readonly start: number;
  readonly found: readonly number[];
}

/** The places that the first pass finds. */
export interface WeakPoints {
  /** Ascending. */
  readonly places: readonly number[];
  readonly settled: SettledWindows;
}

/**
 * The first pass: windows of `window` values, each starting half a window after the one before, or at its last place found;
 * in each, the best place of all its parts is tested and the part divided, until a place is not significant. Time
 * O(n · window), memory O(n).
 */
export function findWeakPoints(
  values: Readonly<Float64Array>,
  { window, maxP }: Pick<ResolvedHunterOptions, "window" | "maxP">,
  tests: PlaceTests,
  settled: SettledWindows,
): WeakPoints {
  const memory = scanMemory(window);
  const limit = firstLimit(maxP);
  const found = new Set(settled.found);
  let next = settled;
  for (let start = settled.start; start < values.length; ) {
    const end = Math.min(start + window, values.length);
    const places = divideWindow(values, start, end, limit, tests, memory);
    for (const place of places) found.add(place);
    const isFull = start + window <= values.length;
    start = Math.max(start + Math.floor(window / 2), places.at(-1) ?? 0);
    if (isFull) next = { start, found: ascending(found) };
  }
  return { places: ascending(found), settled: next };
}

function divideWindow(
  values: Readonly<Float64Array>,
  start: number,
  end: number,
  limit: number,
  tests: PlaceTests,
  memory: ScanMemory,
): number[] {
  const partOf = (start: number, end: number): WindowPart => {
    const best = scanAllEnds(
      values.subarray(start, end),
      end - start,
      tests.minSegment,
      Number.POSITIVE_INFINITY,
      memory,
    );
    return { start, end, best };
  };
  let parts = [partOf(start, end)];
  for (;;) {
    const part = parts.reduce((best, other) => (isBetter(other, best) ? other : best));
    const place = part.start + part.best.before;
    if (part.best.before === 0 || !(tests.inWindow(parts, part) <= limit)) break;
    parts = parts.flatMap((other) =>
      other === part ? [partOf(part.start, place), partOf(place, part.end)] : [other],
    );
  }
  return parts.slice(1).map(({ start }) => start);
}

/** Of equal statistics, the first one wins. */
function isBetter(challenger: WindowPart, best: WindowPart): boolean {
  const rounding = Math.max(challenger.best.rounding, best.best.rounding);
  return challenger.best.statistic > best.best.statistic + rounding;
}

function ascending(places: ReadonlySet<number>): number[] {
  return [...places].sort((a, b) => a - b);
}
