/** Made-up timings with a long tail, the same in every run. */
export function timings(n) {
  return Float64Array.from({ length: n }, (_, i) => 100 / (1 - ((i * 0.6180339887498949) % 1) * 0.9));
}
