/**
 * The distribution of √n · dip for uniform samples, the unimodal distribution that dips most: upper levels, and for each of
 * them the quantile as a + b/√n + c/n. Simulated by test/reference/dip-quantiles.R.
 */
const levels = [0.9, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.025, 0.01, 0.005, 0.0025, 0.001] as const;
const coefficients: readonly (readonly [a: number, b: number, c: number])[] = [
  [0.29523, -0.242682, 0.277225],
  [0.34151, -0.269778, 0.274286],
  [0.378702, -0.247534, 0.101027],
  [0.424743, -0.277362, 0.114564],
  [0.457063, -0.320158, 0.191688],
  [0.504772, -0.357846, 0.206592],
  [0.546428, -0.368158, 0.123902],
  [0.584977, -0.38541, 0.057216],
  [0.632934, -0.435746, 0.091865],
  [0.66785, -0.479434, 0.117261],
  [0.699053, -0.499958, 0.072202],
  [0.739481, -0.537846, 0.014672],
];

/** The smallest p-value that the simulations can tell. */
export const smallestDipP: number = levels.at(-1)!;

/** The p-value of a dip of `n` values: how often uniform values dip as much; never below {@link smallestDipP}. */
export function dipP(n: number, dip: number): number {
  const points = course(n);
  const statistic = Math.sqrt(n) * dip;
  const next = points.findIndex(([quantile]) => quantile > statistic);
  if (next === -1) return smallestDipP;
  const [[low, logLow], [high, logHigh]] = [points[next - 1]!, points[next]!];
  return Math.exp(logLow + ((statistic - low) / (high - low)) * (logHigh - logLow));
}

/** The dip of `n` values that uniform values exceed with probability `p`, from {@link smallestDipP} to 1. */
export function criticalDip(n: number, p: number): number {
  const points = course(n);
  const next = Math.max(
    1,
    points.findIndex(([, log]) => log <= Math.log(p)),
  );
  const [[low, logLow], [high, logHigh]] = [points[next - 1]!, points[next]!];
  return (low + ((Math.log(p) - logLow) / (logHigh - logLow)) * (high - low)) / Math.sqrt(n);
}

/** Quantiles of √n · dip with the logarithms of their levels; between two of them the logarithm is nearly linear. */
function course(n: number): (readonly [quantile: number, logLevel: number])[] {
  const quantiles = coefficients.map(
    ([a, b, c], i) => [a + b / Math.sqrt(n) + c / n, Math.log(levels[i]!)] as const,
  );
  return [[0, 0], ...quantiles];
}
