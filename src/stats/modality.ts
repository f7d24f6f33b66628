import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { checkMeasurements, type Measurements } from "../core/measurements.js";
import { show } from "../core/show.js";
import { sortedQuantile } from "../core/sorted-quantile.js";
import type { Warning } from "../core/warning.js";
import { dip } from "./modality/dip.js";
import { criticalDip, dipP, smallestDipP } from "./modality/dip-quantiles.js";
import { findModes, type Mode, type Valley } from "./modality/find-modes.js";
import { fewestValues, isTellable, multimodalWarnings } from "./modality/multimodal-warnings.js";
import { spreadTies } from "./modality/spread-ties.js";

export type { Mode, Valley };

/** Options of {@link modality}. */
export interface ModalityOptions {
  /** How often values of one mode may be taken for several, from 0.001 to 0.5. Default 0.05. */
  readonly alpha?: number;
}

/** Result of {@link modality}. */
export interface ModalityResult {
  readonly method: "dip";
  /** From low to high: those that the values cannot do without. One, if they may come from a single mode. */
  readonly modes: readonly Mode[];
  /** Between each mode and the next. */
  readonly valleys: readonly Valley[];
  /** Hartigans' dip; null if there are too few different values. */
  readonly statistic: number | null;
  /** How often values of one mode dip as much, at most; 0.001 stands for anything below. Null with the statistic. */
  readonly p: number | null;
  readonly alpha: number;
  readonly n: number;
  /** Of the locations. */
  readonly unit: string | null;
  readonly warnings: readonly Warning[];
}

/**
 * How many modes the values have, where they are, and how much of the values each of them holds. A mean between two modes
 * describes neither.
 *
 * The answer is the least number of modes of any distribution that is as close to the values as `alpha` asks for: a lower
 * bound, not a guess. It needs no bandwidth, does not depend on scale, and single strays are no modes. Values that a
 * coarse clock has made equal are spread over its tick first. Assumes independent values: drift and slow phases look like
 * modes (see {@link stationarity}). Hartigan & Hartigan (1985), Annals of Statistics 13, 70–84,
 * doi:10.1214/aos/1176346577, by the taut string of Davies & Kovac (2004), Annals of Statistics 32, 1093–1136,
 * doi:10.1214/009053604000000364.
 *
 * False alarms, simulated at the default `alpha`, n = 20, 100, 1,000: uniform values 5 %, the most of any unimodal
 * distribution; normal 0.8, 0.1, 0.03 %; log-normal 0.6, 0.1, 0 %; exponential 1, 0.1, 0 %; rounded ones less. A mode
 * apart from the others is found once its share is above about 1.1/√n (11 % of 100 values, 3.5 % of 1,000); smaller
 * groups are for {@link outliers}. Two equal normal modes four standard deviations apart are found in 18, 45, 75 % of
 * samples of 20, 50, 100 values. Time O(n log n), memory O(n).
 *
 * @param values - one or more finite values, or a sample, in any unit
 * @param options - `alpha` from 0.001 to 0.5, default 0.05
 * @returns `modes` and `valleys` in the input unit, with a warning if there are two or more; below 10 values, or 5
 *   different ones, `p` is null, with a warning
 * @throws {InputError} there are no values, one is not finite, or `alpha` is out of range
 * @example
 * const two = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 20 : 10) + Math.sin(i))
 * modality(two).modes.map(({ share }) => share) // [0.6666666666666666, 0.3333333333333333]
 */
export function modality(values: Measurements, options: ModalityOptions = {}): ModalityResult {
  const { alpha = 0.05 } = checkOptions("modality", options);
  const checked = checkMeasurements("modality", "values", values, 1);
  if (!(typeof alpha === "number" && alpha >= smallestDipP && alpha <= 0.5)) {
    throw new InputError(
      "modality",
      "alpha",
      `needs a number from ${smallestDipP} to 0.5, got ${show(alpha)}`,
    );
  }
  const sorted = Float64Array.from(checked.values).sort();
  const n = sorted.length;
  const { positions, distinct } = spreadTies(sorted);
  const tellable = isTellable(n, distinct);
  const statistic = tellable ? dip(positions) : null;
  const { modes, valleys } = tellable
    ? findModes(positions, criticalDip(n, alpha))
    : { modes: [{ location: sortedQuantile(sorted, 0.5), share: 1 }], valleys: [] };
  return {
    method: "dip",
    modes,
    valleys,
    statistic,
    p: statistic === null ? null : dipP(n, statistic),
    alpha,
    n,
    unit: checked.unit,
    warnings: [
      ...checked.warnings,
      ...(tellable ? [] : [tooLittle(n, distinct)]),
      ...multimodalWarnings(modes, checked.unit),
    ],
  };
}

function tooLittle(n: number, distinct: number): Warning {
  return n < fewestValues
    ? {
        code: "too-few-values",
        message: `${n} values show no shape; measure at least ${2 * fewestValues}, and 100 to see two modes that overlap.`,
      }
    : {
        code: "few-distinct-values",
        message: `There are only ${distinct} different values, too few to show a shape; measure with a finer clock or over more work.`,
      };
}
