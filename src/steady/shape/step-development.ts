import { type Development, type ShapeCriteria, steadyLength, unsteady } from "./development.js";
import { afterDrift } from "./drift.js";
import { type Level, type Levels, levelError } from "./levels.js";
import { firstSteadyLevel } from "./steady-levels.js";

/**
 * The development of a run that is described by its levels. A steady part that goes on in the direction of the last change is
 * the end of that change, and steady from where it no longer does; any other drift is no steady state.
 */
export function stepDevelopment(found: Levels, criteria: ShapeCriteria): Development {
  const { levels, series, longRunVariance } = found;
  const last = levels.at(-1)!;
  const margin = criteria.margin(last.mean);
  const differs = (level: Level) => {
    const distance = Math.abs(level.mean - last.mean);
    return distance > margin && distance > 2 * levelError(longRunVariance, level, last);
  };
  const model = levels.length === 1 ? "level" : "steps";
  const { index, brief } = firstSteadyLevel(levels, differs);
  const from = levels[index]!.start;
  const latest = series.length - steadyLength(series.length, criteria.horizon);
  if (from > latest) return unsteady(model, "late-change", from);
  const before = levels.slice(0, index).filter(differs);
  const towards = before.length === 0 ? 0 : Math.sign(last.mean - before.at(-1)!.mean);
  const start = afterDrift(series, { from, latest, towards, margin, longRunVariance });
  if (start === null) return unsteady(model, "drift");

  const wasBetter = (level: Level) => level.mean < last.mean === (criteria.better === "lower");
  const [first, final] = index === 0 ? [0, 0] : boundsOfChange(found, index, criteria.confidence);
  return {
    classification: index === 0 ? "flat" : before.some(wasBetter) ? "slowdown" : "warmup",
    model,
    start,
    startInterval: [first, start > from ? latest : final],
    unsteady: null,
    lateChange: null,
    disturbance: disturbanceBefore(levels.slice(0, index), from, differs) ?? brief,
  };
}

/** A stretch before the steady part is a disturbance if the run was at the steady level before it, and for longer. */
function disturbanceBefore(
  before: readonly Level[],
  from: number,
  differs: (level: Level) => boolean,
): Development["disturbance"] {
  const like = before.findLast((level) => !differs(level));
  return like !== undefined && like.end - like.start > from - like.end ? [like.end, from] : null;
}

/**
 * Where the change to the level `index` may lie: wherever the sum of squares is larger than at its best by no more than chance
 * makes it at the true place. Siegmund (1988), International Statistical Review 56, 31–48, doi:10.2307/1403360: the excess
 * over the noise is the larger of two exponential variables. Spikes that lead the run end where they end.
 */
function boundsOfChange(
  { levels, lead, longRunVariance, deviations }: Levels,
  index: number,
  confidence: number,
): readonly [first: number, last: number] {
  const { start, end } = levels[index]!;
  if (start === lead) return [start, start];
  const before = levels[index - 1]!.start;
  const squares = (place: number) => deviations(before, place) + deviations(place, end);
  const allowed = squares(start) - 2 * Math.log(1 - Math.sqrt(confidence)) * longRunVariance;
  let [first, last] = [start, start];
  for (let place = before + 1; place < end; place++) {
    if (squares(place) > allowed) continue;
    first = Math.min(first, place);
    last = Math.max(last, place);
  }
  return [first, last];
}
