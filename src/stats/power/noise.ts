import { InputError } from "../../core/input-error.js";
import { checkMeasurements, commonUnit, type Measurements } from "../../core/measurements.js";
import { mean, variance } from "../../core/moments.js";
import { show } from "../../core/show.js";
import type { Warning } from "../../core/warning.js";
import { noVariation } from "../weak-data.js";

/** How much the values of one configuration vary: one of the three. A pair is of baseline and candidate. */
export interface NoiseOptions {
  /** Standard deviation, in the input unit. */
  readonly sd?: number | readonly [baseline: number, candidate: number];
  /** Coefficient of variation, a fraction; the candidate's is its standard deviation over the mean of the baseline. */
  readonly cv?: number | readonly [baseline: number, candidate: number];
  /** Values measured before, two or more; or a pair of such. */
  readonly pilot?: Measurements | readonly [baseline: Measurements, candidate: Measurements];
}

/** Noise as the power of a test needs it. */
export interface Noise {
  /** Standard deviations of baseline and candidate, in the input unit, or as fractions of the baseline's mean. */
  readonly sds: readonly [number, number];
  /** The baseline's mean on the same scale: 1 for fractions, null if it is not known. */
  readonly mean: number | null;
  readonly isRelative: boolean;
  readonly unit: string | null;
  /** The pilot's values less their mean; null if there is none. */
  readonly residuals: readonly [Float64Array, Float64Array] | null;
  readonly warnings: readonly Warning[];
}

/** @throws {InputError} not one of the three is given, or it is no spread */
export function resolveNoise(functionName: string, { sd, cv, pilot }: NoiseOptions): Noise {
  const given = [sd, cv, pilot].filter((option) => option !== undefined).length;
  if (given !== 1) {
    throw new InputError(
      functionName,
      "options",
      `needs one of "sd", "cv" and "pilot", got ${given} of them`,
    );
  }
  if (pilot !== undefined) return fromPilot(functionName, pilot);
  const [name, spread] = sd === undefined ? (["cv", cv] as const) : (["sd", sd] as const);
  const isPair = Array.isArray(spread);
  const [first, second] = isPair ? spread : [spread, spread];
  if (!(isSpread(first) && isSpread(second) && first + second > 0)) {
    throw new InputError(
      functionName,
      name,
      "needs a number above 0, or one for baseline and candidate each, " +
        `got ${isPair ? `${show(first)} and ${show(second)}` : show(spread)}`,
    );
  }
  const isRelative = name === "cv";
  return {
    sds: [first, second],
    mean: isRelative ? 1 : null,
    isRelative,
    unit: null,
    residuals: null,
    warnings: [],
  };
}

/** One of the two may be 0. */
function isSpread(value: unknown): value is number {
  return typeof value === "number" && value >= 0 && value < Number.POSITIVE_INFINITY;
}

function fromPilot(functionName: string, pilot: NonNullable<NoiseOptions["pilot"]>): Noise {
  const sides = isPair(pilot) ? pilot : [pilot];
  const checked = sides.map((side, i) =>
    checkMeasurements(functionName, sides.length === 1 ? "pilot" : `pilot[${i}]`, side, 2),
  );
  const [first, second = first] = checked.map(({ values }) => {
    const center = mean(values);
    return {
      mean: center,
      sd: Math.sqrt(variance(values)),
      residuals: values.map((value) => value - center),
    };
  });
  return {
    sds: [first!.sd, second!.sd],
    mean: first!.mean,
    isRelative: false,
    unit: commonUnit(
      functionName,
      "pilot",
      checked.map(({ unit }) => unit),
    ),
    residuals: [first!.residuals, second!.residuals],
    warnings: [
      ...checked.flatMap(({ warnings }) => warnings),
      ...(first!.sd + second!.sd > 0 ? [] : [noVariation]),
      ...uncertainSpread(Math.min(...checked.map(({ values }) => values.length))),
    ],
  };
}

function isPair(
  pilot: NonNullable<NoiseOptions["pilot"]>,
): pilot is readonly [baseline: Measurements, candidate: Measurements] {
  return Array.isArray(pilot) && pilot.length === 2 && typeof pilot[0] === "object";
}

function uncertainSpread(n: number): Warning[] {
  if (n >= 10) return [];
  const percent = Math.round(100 / Math.sqrt(2 * (n - 1)));
  return [
    {
      code: "uncertain-spread",
      message:
        `The standard deviation of ${n} values is itself uncertain by some ${percent} %, and so is the answer; ` +
        "take a pilot of 20 values or more.",
    },
  ];
}
