import { mean } from "../../core/moments.js";
import { cramerVonMisesTail } from "./cramer-von-mises.js";

/** Whether values keep their level. */
export interface LevelCheck {
  /** KPSS: large if the running sum of deviations from the mean wanders. */
  readonly statistic: number;
  /** How many autocovariances the spread of that sum was estimated from. */
  readonly lags: number;
  /** How often values of one level wander as much; 0.000001 stands for anything below. */
  readonly p: number;
}

/**
 * Kwiatkowski, Phillips, Schmidt & Shin (1992), Journal of Econometrics 54, 159–178, doi:10.1016/0304-4076(92)90104-Y,
 * around a level, with the number of lags after Hobijn, Franses & Ooms (2004), Statistica Neerlandica 58, 483–502. Time
 * O(n · lags), memory O(n).
 *
 * @param values - in time order, not all equal
 */
export function kpss(values: Readonly<Float64Array>): LevelCheck {
  const n = values.length;
  const center = mean(values);
  const deviations = values.map((value) => value - center);
  const lags = lagsFor(deviations);
  let spread = autocovariance(deviations, 0);
  for (let lag = 1; lag <= lags; lag++) {
    spread += 2 * (1 - lag / (lags + 1)) * autocovariance(deviations, lag);
  }
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < n; i++) {
    sum += deviations[i]!;
    squares += (sum / n) ** 2;
  }
  const statistic = squares / spread;
  return { statistic, lags, p: Math.max(smallestP, cramerVonMisesTail(statistic)) };
}

/** The p-value is that of infinitely many values, and tells no smaller chances. */
const smallestP = 1e-6;

function lagsFor(deviations: Readonly<Float64Array>): number {
  const n = deviations.length;
  let level = autocovariance(deviations, 0);
  let slope = 0;
  const pilot = Math.floor(n ** (2 / 9));
  for (let lag = 1; lag <= pilot; lag++) {
    const covariance = 2 * autocovariance(deviations, lag);
    level += covariance;
    slope += lag * covariance;
  }
  const bandwidth = Math.floor(1.1447 * Math.cbrt((slope / level) ** 2 * n));
  return Math.min(n - 1, bandwidth);
}

function autocovariance(deviations: Readonly<Float64Array>, lag: number): number {
  let sum = 0;
  for (let i = lag; i < deviations.length; i++) sum += deviations[i]! * deviations[i - lag]!;
  return sum / deviations.length;
}
