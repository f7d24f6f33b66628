/**
 * P(K > x) of Kolmogorov's limit distribution: 2 Σ (−1)^(k − 1) exp(−2k²x²), or near zero one minus the same function seen
 * from the other side, (√(2π)/x) Σ exp(−(2k − 1)²π²/(8x²)), each where it takes a handful of terms.
 */
export function kolmogorovTail(x: number): number {
  if (!(x > 0)) return 1;
  if (x < 1) {
    let sum = 0;
    for (let odd = 1; odd < 20; odd += 2) sum += Math.exp((-(odd ** 2) * Math.PI ** 2) / (8 * x ** 2));
    return 1 - (Math.sqrt(2 * Math.PI) / x) * sum;
  }
  let tail = 0;
  for (let k = 1; k < 10; k++) tail += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * (k * x) ** 2);
  return tail;
}
