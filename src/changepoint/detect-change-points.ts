import { checkChoice, checkConfidence, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Measurements } from "../core/measurements.js";
import { show } from "../core/show.js";
import { checkSeed } from "../random/stream.js";
import { type BinarySegmentationResult, binarySegmentation } from "./binary-segmentation.js";
import { type EDivisiveResult, eDivisive } from "./e-divisive.js";
import { type EdPeltOptions, type EdPeltResult, edPelt } from "./ed-pelt.js";
import type { EDivisiveOptions } from "./energy/e-divisive-options.js";
import type { HunterResult } from "./hunter/analyze.js";
import type { HunterOptions } from "./hunter/hunter-options.js";
import { hunter } from "./hunter.js";
import { checkMinMagnitude } from "./magnitude.js";
import type { PartitionOptions } from "./partition-result.js";
import { type PeltResult, pelt } from "./pelt.js";
import { type RankScanResult, rankScan } from "./rank-scan.js";
import { checkSeries, type SeriesOptions } from "./series.js";

/** Options of {@link detectChangePoints} by its own method. */
export interface RankScanOptions extends SeriesOptions {
  readonly method?: "rank-scan";
  /** How often a series without a change may show one, in (0, 1). Default 0.05. */
  readonly alpha?: number;
  /** The fewest values of a segment, 2 or more. Default 5. */
  readonly minSegment?: number;
  /** Changes of the mean of no more than this are not reported, a fraction: 0.01 for 1 %. Default 0. */
  readonly minMagnitude?: number;
  /**
   * True if the values are known to be independent, as those of separate runs are: that sees more in a short series, and
   * cries wolf where neighbours are correlated after all. Default false.
   */
  readonly independent?: boolean;
  /** Of the shuffles that stand in for the table where many values are equal. Default 1. */
  readonly seed?: number;
}

/** What {@link detectChangePoints} takes and gives for each method. */
export interface ChangePointMethods {
  readonly "rank-scan": { readonly options: RankScanOptions; readonly result: RankScanResult };
  readonly "e-divisive": { readonly options: EDivisiveOptions; readonly result: EDivisiveResult };
  readonly hunter: { readonly options: HunterOptions; readonly result: HunterResult };
  readonly pelt: { readonly options: PartitionOptions; readonly result: PeltResult };
  readonly "binary-segmentation": {
    readonly options: PartitionOptions;
    readonly result: BinarySegmentationResult;
  };
  readonly "ed-pelt": { readonly options: EdPeltOptions; readonly result: EdPeltResult };
}

/** The name of a method that {@link detectChangePoints} knows. */
export type ChangePointMethod = keyof ChangePointMethods;

/** Options of {@link detectChangePoints}: of its own method, or `method` and the options of the function of that name. */
export type DetectChangePointsOptions<Method extends ChangePointMethod = ChangePointMethod> =
  Method extends "rank-scan"
    ? RankScanOptions
    : Omit<ChangePointMethods[Method]["options"], "alpha"> & {
        readonly method: Method;
        /**
         * The `significance` of "e-divisive", the `maxP` of "hunter" by permutation; methods that keep no rate of false
         * alarms say so in a warning.
         */
        readonly alpha?: number;
        /** Not needed where nothing is random. */
        readonly seed?: number;
      };

/** Result of {@link detectChangePoints}: what the function of the method's name gives. */
export type DetectChangePointsResult<Method extends ChangePointMethod = ChangePointMethod> =
  ChangePointMethods[Method]["result"];

/**
 * Change points of a series: where its level shifts, without crying wolf.
 *
 * On noise alone it reports anything in at most `alpha` of series, whatever the distribution and with neighbours correlated
 * by up to 0.5, for 50 to 2,000 values: docs/simulations-changepoint.md shows how often, and how much it sees beside other
 * detectors. A spike of one or two values is no change; it is among `outliers`, and hides none. What it looks for is a
 * change of level: of spread alone it may see nothing, and a slope becomes steps, with a warning.
 *
 * How: values become normal scores of their ranks, so that tails do not matter; contrasts at all scales and places are tried
 * at once, with what each would show by chance taken from a table (of shuffles, where ties are many); correlation of
 * neighbours is estimated from differences, which changes hardly touch, and allowed for. Parts between changes are ranked
 * and searched anew at their share of `alpha`. Intervals of relative changes are Welch's and Fieller's with as many
 * independent values as correlated ones are worth; those of places follow Siegmund (1988), International Statistical Review
 * 56, 31–48, doi:10.2307/1403360. Scan: after Fryzlewicz (2014), Annals of Statistics 42, 2243–2281, doi:10.1214/14-AOS1245,
 * and Eichinger & Kirch (2018), Bernoulli 24, 526–564, doi:10.3150/16-BEJ887. Time O(n log n) for each change, memory O(n).
 *
 * @param values - finite values in time order, or a sample; 10 or more to find anything, 50 to find much
 * @param options - `method`, default "rank-scan", which all of this is about; others are functions of this library, with
 *   their own options: "e-divisive", "hunter", "pelt", "binary-segmentation", "ed-pelt"; `alpha` in (0, 1), default 0.05;
 *   `minSegment`, 2 or more, default 5; `minMagnitude`, how large a change has to be for you to care, default 0;
 *   `independent`, whether values are known to be, default false; `seed`, default 1; `gaps`, `times`, `confidence` as all
 *   change-point methods have them
 * @returns `changePoints` with p, before, after, relative change and intervals; `outliers`, `segments`, `serialCorrelation`.
 *   p is how often noise alone shows as clear a change anywhere in the series. Nothing, with a warning, for a constant or
 *   too short series
 * @throws {InputError} a value or an option is out of range
 * @example
 * const times = Array.from({ length: 60 }, (_, i) => (i < 40 ? 100 : 108) + (i * 7) % 5)
 * detectChangePoints(times).indices // [40]
 * detectChangePoints(times.with(10, 250)).outliers // [{ index: 10, value: 250, level: 102, side: "high", time: null }]
 */
export function detectChangePoints<Method extends ChangePointMethod = "rank-scan">(
  values: Measurements,
  options: DetectChangePointsOptions<Method> = {} as DetectChangePointsOptions<Method>,
): DetectChangePointsResult<Method> {
  const { method = "rank-scan" } = checkOptions("detectChangePoints", options);
  checkChoice("detectChangePoints", "method", method, Object.keys(methods) as ChangePointMethod[]);
  return methods[method](values, options as never) as DetectChangePointsResult<Method>;
}

const methods: {
  readonly [Method in ChangePointMethod]: (
    values: Measurements,
    options: DetectChangePointsOptions<Method>,
  ) => DetectChangePointsResult<Method>;
} = {
  "rank-scan": ownMethod,
  "e-divisive": (values, { alpha, significance = alpha, ...options }) =>
    eDivisive(values, { ...options, ...(significance === undefined ? {} : { significance }) }),
  hunter: (values, { alpha, ...options }) =>
    options.significance === "permutation" && alpha !== undefined
      ? hunter(values, { maxP: alpha, ...options })
      : withoutRate(hunter, values, { ...options, ...(alpha === undefined ? {} : { alpha }) }),
  pelt: (values, options) => withoutRate(pelt, values, options),
  "binary-segmentation": (values, options) => withoutRate(binarySegmentation, values, options),
  "ed-pelt": (values, options) => withoutRate(edPelt, values, options),
};

function ownMethod(values: Measurements, options: RankScanOptions): RankScanResult {
  const {
    alpha = 0.05,
    minSegment = 5,
    minMagnitude = 0,
    independent = false,
    confidence = 0.95,
    seed = 1,
  } = options;
  if (!(typeof alpha === "number" && alpha > 0 && alpha < 1)) {
    throw new InputError(
      "detectChangePoints",
      "alpha",
      `needs a number between 0 and 1, such as 0.05, got ${show(alpha)}`,
    );
  }
  checkInteger("detectChangePoints", "minSegment", minSegment, 2);
  checkMinMagnitude("detectChangePoints", minMagnitude);
  checkChoice("detectChangePoints", "independent", independent, [true, false]);
  checkConfidence("detectChangePoints", confidence);
  checkSeed("detectChangePoints", seed);
  const series = checkSeries("detectChangePoints", values, options);
  return rankScan(series, { alpha, minSegment, minMagnitude, independent, confidence, seed });
}

/** A method that promises no rate of false alarms does not pass for one that does. */
function withoutRate<
  Options extends object,
  Result extends { readonly method: string; readonly warnings: readonly unknown[] },
>(
  find: (values: Measurements, options: Options) => Result,
  values: Measurements,
  options: Options & { readonly alpha?: number },
): Result {
  const result = find(values, options);
  if (options.alpha === undefined) return result;
  const warning = {
    code: "alpha-unused",
    message:
      `Of ${result.method} nobody can say how often it reports a change that is none, so alpha was not used; ` +
      'set its own options, or take the method "rank-scan".',
  };
  return { ...result, warnings: [...result.warnings, warning] };
}
