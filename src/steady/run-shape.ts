import { normalQuantile } from "../stats/distributions.js";
import { type Decay, fitDecay, fitLine } from "./shape/curves.js";
import { decayDevelopment } from "./shape/decay-development.js";
import { type Development, type ShapeCriteria, unsteady } from "./shape/development.js";
import { detectableShift, findLevels, type Levels, priceOfChange } from "./shape/levels.js";
import { stepDevelopment } from "./shape/step-development.js";

/** How a run of enough values develops, and what that rests on. Places count the values that are there. */
export interface RunShape extends Development {
  /** Where the level changes, ascending. */
  readonly changes: readonly number[];
  /** Values far out from those around them, which are no change of level. */
  readonly spikes: readonly number[];
  /** A shift of the first tenth of the run that is smaller than this would not be found, in the input unit. */
  readonly detectableShift: number;
}

/** Fewer values say nothing about their own development. */
export const fewestValues = 20;

/**
 * Where a run becomes steady, by its levels, unless a decay or a straight line describes it better: Schwarz (1978), Annals of
 * Statistics 6, 461–464, doi:10.1214/aos/1176344136. A decay tells by itself where it comes within the margin; a line is no
 * steady state. Time O(n²) at worst, memory O(n).
 */
export function runShape(values: Readonly<Float64Array>, criteria: ShapeCriteria): RunShape {
  const found = findLevels(values);
  return {
    ...developmentOf(found, criteria),
    changes: found.levels.slice(1).map(({ start }) => start),
    spikes: found.spikes,
    detectableShift: detectableShift(values.length, found.longRunVariance),
  };
}

function developmentOf(found: Levels, criteria: ShapeCriteria): Development {
  const { series, levels, lead, longRunVariance, deviations } = found;
  if (levels.length === 1) return stepDevelopment(found, criteria);
  const perNumber = longRunVariance * Math.log(series.length);
  // A step is a place and a level more.
  const ofSteps = levels.reduce((sum, { start, end }) => sum + deviations(start, end), 0);
  const steps = ofSteps + 2 * perNumber * (levels.length - 1);
  // Spikes that lead a run that is flat after them are no line.
  const stepsAlone = levels.length - (lead > 0 ? 1 : 0) === 1;
  const line = stepsAlone ? Number.POSITIVE_INFINITY : fitLine(series).squares + perNumber;
  const z = normalQuantile((1 + criteria.confidence) / 2);
  const fitted = fitDecay(series, z * z * longRunVariance);
  const decay = fitted.best.squares + 2 * perNumber;
  if (decay < Math.min(steps, line) && endsAtItsLimit(fitted.best, found, criteria)) {
    return decayDevelopment(fitted, series.length, criteria);
  }
  return line < steps ? unsteady("line", "drift") : stepDevelopment(found, criteria);
}

/** Large first values may make a decay fit that has nothing to do with the rest of the run. */
function endsAtItsLimit(
  { limit }: Decay,
  { levels, longRunVariance, series }: Levels,
  criteria: ShapeCriteria,
) {
  const { start, end, mean } = levels.at(-1)!;
  const found = Math.sqrt((priceOfChange(series.length) * longRunVariance) / (end - start));
  return Math.abs(mean - limit) <= criteria.margin(mean) + found;
}
