import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Values } from "../core/values.js";
import type { Warning } from "../core/warning.js";
import { checkSeries, type Series, type SeriesOptions } from "./series.js";

/** Checked points: one series a coordinate, all with the same positions. */
export interface PointsSeries {
  readonly coordinates: readonly [Series, ...Series[]];
  readonly warnings: readonly Warning[];
}

/** Whether the input is points, arrays in an array, rather than values. */
export function isPoints(input: unknown): input is readonly Values[] {
  return Array.isArray(input) && input.some((row) => Array.isArray(row) || ArrayBuffer.isView(row));
}

/**
 * Checks points in time order and fills or drops their gaps: "drop" leaves out points of which any coordinate is missing,
 * "fill" repeats the coordinate before.
 *
 * @throws {InputError} points differ in length or have none, or a coordinate is not finite (missing ones by `gaps`)
 */
export function checkPoints(
  functionName: string,
  points: readonly Values[],
  options: SeriesOptions,
): PointsSeries {
  const { gaps = "refuse" } = options;
  const dimensions = points[0]?.length ?? 0;
  points.forEach((point, i) => {
    checkPoint(functionName, point, `values[${i}]`, dimensions, gaps !== "refuse");
  });
  const incomplete = points.map((point) => point.some(Number.isNaN));
  const columns = Array.from({ length: dimensions }, (_, dimension) =>
    Float64Array.from(points, (point, i) =>
      gaps === "drop" && incomplete[i] ? Number.NaN : point[dimension]!,
    ),
  );
  const [first, ...others] = columns.map((column) => checkSeries(functionName, column, options));
  return {
    coordinates: [first!, ...others],
    warnings: gapWarnings(incomplete.filter(Boolean).length, points.length, gaps === "drop"),
  };
}

function checkPoint(
  functionName: string,
  point: Values,
  argument: string,
  dimensions: number,
  mayMiss: boolean,
): void {
  if (!(Array.isArray(point) || point instanceof Float64Array)) {
    throw new InputError(functionName, argument, `needs an array of coordinates, got ${show(point)}`);
  }
  if (point.length !== dimensions || dimensions === 0) {
    const needed =
      dimensions === 0 ? "one coordinate or more" : `${dimensions} coordinates as the first point`;
    throw new InputError(
      functionName,
      argument,
      `needs ${needed}, got ${point.length}; give one array for each time, not one for each series`,
    );
  }
  const wrong = point.findIndex((value) => !(Number.isFinite(value) || (mayMiss && Number.isNaN(value))));
  if (wrong !== -1) {
    throw new InputError(
      functionName,
      `${argument}[${wrong}]`,
      `needs a finite number, got ${show(point[wrong])}`,
    );
  }
}

function gapWarnings(incomplete: number, n: number, dropped: boolean): Warning[] {
  if (incomplete === 0) return [];
  return [
    {
      code: "gaps",
      message:
        `${incomplete} of ${n} points miss a coordinate and were ` +
        (dropped
          ? "left out."
          : "filled with a neighbour's, which makes the series look calmer than it was."),
    },
  ];
}
