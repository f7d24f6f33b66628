/**
 * P(A² > x) of the limit distribution of Anderson & Darling (1952), Annals of Mathematical Statistics 23, 193–212,
 * doi:10.1214/aoms/1177729437, whose mean is 1: the sum over j of Z_j² / (j(j + 1)).
 *
 * Smirnov's formula for such sums integrates exp(−xu/2) / (u √|D(u)|) / π between the zeros of D, with alternating signs.
 * Here D(u) = −cos(πv/2) / (πu) with u = (v² − 1)/4, and v = 4k + sin θ makes each integrand smooth and periodic, for which
 * the trapezoidal rule converges exponentially. A large x needs one interval, and small p keep all their digits.
 * Time O(1 / √x).
 *
 * @param x - 0.05 or more; below, the answer is 1 to ten digits
 */
export function andersonDarlingTail(x: number): number {
  if (!(x >= 0.05)) return 1;
  let tail = 0;
  for (let k = 1; ; k++) {
    const term = intervalIntegral(x, k);
    tail += k % 2 === 1 ? term : -term;
    if (term <= 1e-17 * tail) return Math.min(1, tail);
  }
}

/** Over v from 4k − 1 to 4k + 1. */
function intervalIntegral(x: number, k: number): number {
  let sum = 0;
  for (let i = 0; i < nodes; i++) {
    const theta = ((i + 0.5) / nodes - 0.5) * Math.PI;
    const v = 4 * k + Math.sin(theta);
    const u = (v ** 2 - 1) / 4;
    const stretch = Math.cos(theta) / Math.sqrt(Math.cos((Math.PI / 2) * Math.sin(theta)));
    sum += Math.exp((-x * u) / 2) * Math.sqrt(Math.PI / u) * (v / 2) * stretch;
  }
  return sum / nodes;
}

const nodes = 64;
