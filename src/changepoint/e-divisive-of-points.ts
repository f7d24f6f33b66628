import type { Values } from "../core/values.js";
import type { Warning } from "../core/warning.js";
import type { Interval } from "../stats/interval.js";
import type { ChangePoint, Segment } from "./change-points.js";
import { bisect, type EnergySplit } from "./energy/bisect.js";
import {
  type EDivisiveOptions,
  eDivisiveWarnings,
  type ResolvedEDivisiveOptions,
} from "./energy/e-divisive-options.js";
import { preparePoints } from "./energy/points.js";
import { checkPoints } from "./points-series.js";
import { reportChanges } from "./report-changes.js";
import { positionOf } from "./series.js";

/** A stretch of points without a change; means and so on of each coordinate. */
export interface PointsSegment extends Pick<Segment, "start" | "end" | "n"> {
  readonly means: readonly number[];
  readonly medians: readonly number[];
  readonly sds: readonly (number | null)[];
}

/** A change of points, as {@link ChangePoint} has it; relative changes of each coordinate. */
export interface PointsChange
  extends Pick<ChangePoint, "index" | "indexInterval" | "time" | "p">,
    EnergySplit {
  readonly before: PointsSegment;
  readonly after: PointsSegment;
  readonly relativeChanges: readonly (number | null)[];
  readonly relativeIntervals: readonly (Interval | null)[];
}

/** Result of {@link eDivisive} for points of several coordinates. */
export interface EDivisivePointsResult extends ResolvedEDivisiveOptions {
  readonly method: "e-divisive-points";
  readonly indices: readonly number[];
  readonly changePoints: readonly PointsChange[];
  readonly segments: readonly PointsSegment[];
  /** The best split of what is left, which was not significant; null if none was tested. */
  readonly rejected: EnergySplit | null;
  /** Coordinates of a point. */
  readonly dimensions: number;
  /** How many points were given, gaps included. */
  readonly n: number;
  readonly warnings: readonly Warning[];
}

/** {@link eDivisive} for points of several coordinates, whose options are resolved. */
export function eDivisiveOfPoints(
  input: readonly Values[],
  options: EDivisiveOptions,
  resolved: ResolvedEDivisiveOptions,
): EDivisivePointsResult {
  const { coordinates, warnings } = checkPoints("eDivisive", input, options);
  const [series] = coordinates;
  const points = preparePoints(coordinates.map(({ values }) => values));
  const bisection = bisect(points, resolved);
  const { found, rejected } = bisection;
  const reported = coordinates.map((one) => reportChanges(one, found, resolved.confidence));
  const segments = Array.from({ length: found.length + 1 }, (_, k) =>
    pointsSegment(reported.map((one) => one.segments[k]!)),
  );
  return {
    method: "e-divisive-points",
    indices: reported[0]!.indices,
    changePoints: found.map((split, k) => {
      const changes = reported.map(({ changePoints }) => changePoints[k]!);
      const { index, indexInterval, time } = changes[0]!;
      return {
        ...split,
        index,
        indexInterval,
        time,
        before: segments[k]!,
        after: segments[k + 1]!,
        relativeChanges: changes.map(({ relativeChange }) => relativeChange),
        relativeIntervals: changes.map(({ relativeInterval }) => relativeInterval),
      };
    }),
    segments,
    rejected: rejected === null ? null : { ...rejected, index: positionOf(series, rejected.index) },
    dimensions: coordinates.length,
    ...resolved,
    n: series.n,
    warnings: [...warnings, ...eDivisiveWarnings(points, resolved, bisection)],
  };
}

function pointsSegment(segments: readonly Segment[]): PointsSegment {
  const { start, end, n } = segments[0]!;
  return {
    start,
    end,
    n,
    means: segments.map(({ mean }) => mean),
    medians: segments.map(({ median }) => median),
    sds: segments.map(({ sd }) => sd),
  };
}
