import { normalCdf, normalQuantile } from "../distributions.js";

/** The statistic W, near 1 for normal values, with its p-value. */
export interface ShapiroWilk {
  readonly w: number;
  readonly p: number;
}

/**
 * The test of Shapiro & Wilk, with weights and p-value after Royston (1995), Applied Statistics 44, 547–551 (algorithm AS
 * R94), doi:10.2307/2986146, as in R and SciPy. Time and memory O(n).
 *
 * @param sorted - 3 to 5,000 ascending values that are not all equal
 * @param center - their mean
 * @param squares - the sum of their squared deviations from it
 */
export function shapiroWilk(sorted: Readonly<Float64Array>, center: number, squares: number): ShapiroWilk {
  const n = sorted.length;
  const weights = shapiroWeights(n);
  // 1 − W as a difference of squares keeps its digits where W is close to 1.
  const sd = Math.sqrt(squares);
  let product = 0;
  let sumOfWeights = 0;
  for (let i = 0; i < n; i++) {
    product += weights[i]! * ((sorted[i]! - center) / sd);
    sumOfWeights += weights[i]! ** 2;
  }
  const norm = Math.sqrt(sumOfWeights);
  const rest = ((norm - product) * (norm + product)) / sumOfWeights;
  return { w: 1 - rest, p: pValue(n, rest) };
}

function shapiroWeights(n: number): Float64Array {
  const weights = new Float64Array(n);
  if (n === 3) return weights.fill(-Math.SQRT1_2, 0, 1).fill(Math.SQRT1_2, 2);
  const scores = weights.map((_, i) => normalQuantile((i + 0.625) / (n + 0.25)));
  const squares = scores.reduce((sum, score) => sum + score * score, 0);
  const u = 1 / Math.sqrt(n);
  const ends = n > 5 ? 2 : 1;
  const polynomials = [outermost, second].slice(0, ends);
  const outer = polynomials.map(
    (coefficients, i) => polynomial(coefficients, u) + scores[n - 1 - i]! / Math.sqrt(squares),
  );
  const scoresLeft = outer.reduce((left, _, i) => left - 2 * scores[n - 1 - i]! ** 2, squares);
  const weightLeft = outer.reduce((left, weight) => left - 2 * weight * weight, 1);
  const scale = Math.sqrt(scoresLeft / weightLeft);
  return scores.map((score, i) => {
    const fromEnd = Math.min(i, n - 1 - i);
    return fromEnd < ends ? Math.sign(score) * outer[fromEnd]! : score / scale;
  });
}

/** @param rest - 1 − W */
function pValue(n: number, rest: number): number {
  if (n === 3)
    return Math.max(smallestP, (6 / Math.PI) * (Math.asin(Math.sqrt(1 - rest)) - Math.asin(Math.sqrt(0.75))));
  const y = Math.log(rest);
  if (n <= 11) {
    const gamma = -2.273 + 0.459 * n;
    if (!(y < gamma)) return smallestP;
    return upperTail(
      -Math.log(gamma - y),
      polynomial([0.544, -0.39978, 0.025054, -6.714e-4], n),
      polynomial([1.3822, -0.77857, 0.062767, -0.0020322], n),
    );
  }
  const logN = Math.log(n);
  return upperTail(
    y,
    polynomial([-1.5861, -0.31082, -0.083751, 0.0038915], logN),
    polynomial([-0.4803, -0.082676, 0.0030302], logN),
  );
}

/** What stands for values that no normal sample of this size comes near. */
const smallestP = 1e-99;

function upperTail(y: number, mean: number, logSd: number): number {
  return normalCdf((mean - y) / Math.exp(logSd));
}

const outermost = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056];
const second = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633];

function polynomial(coefficients: readonly number[], x: number): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}
