import { normalCdf } from "../../dist/stats/distributions.js";

/**
 * The distributions that are simulated: how to draw n values from a generator, and the truth about them. All are above
 * zero, as times are.
 */
export const sources = [
  {
    name: "normal",
    about: "mean 100, sd 10",
    draw: (rng, n) => list(n, () => 100 + 10 * normal(rng)),
    mean: 100,
    sd: 10,
    cdf: (x) => normalCdf((x - 100) / 10),
  },
  {
    name: "log-normal",
    about: "exp of a standard normal value: skewness 6.2",
    draw: (rng, n) => list(n, () => Math.exp(normal(rng))),
    mean: Math.exp(0.5),
    sd: Math.sqrt((Math.E - 1) * Math.E),
    cdf: (x) => normalCdf(Math.log(x)),
  },
  {
    name: "gamma",
    about: "shape 2: skewness 1.4",
    draw: (rng, n) => list(n, () => exponential(rng) + exponential(rng)),
    mean: 2,
    sd: Math.SQRT2,
    cdf: (x) => 1 - Math.exp(-x) * (1 + x),
  },
  {
    name: "bimodal",
    about: "70 % about 100 and 30 % about 120, sd 3 each",
    draw: (rng, n) => list(n, () => (rng.uniform() < 0.7 ? 100 : 120) + 3 * normal(rng)),
    mean: 106,
    sd: Math.sqrt(9 + 0.7 * 0.3 * 400),
    cdf: (x) => 0.7 * normalCdf((x - 100) / 3) + 0.3 * normalCdf((x - 120) / 3),
  },
  {
    name: "AR(1)",
    about:
      "normal, mean 100, sd 10, neighbours correlated by 0.6: not independent, as all assume but the block bootstrap and " +
      "effectiveSampleSize, and hierarchicalBootstrap, which gets independent runs of 5 such iterations each",
    draw: autoregression,
    mean: 100,
    sd: 10,
    cdf: (x) => normalCdf((x - 100) / 10),
    dependent: true,
  },
];

/** The `p`-quantile of a source, by bisection. */
export function trueQuantile(source, p) {
  let low = 0;
  let high = 1000;
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2;
    if (source.cdf(middle) < p) low = middle;
    else high = middle;
  }
  return low;
}

/** One standard normal value, by Box & Muller. */
export function normal(rng) {
  return Math.sqrt(-2 * Math.log(1 - rng.uniform())) * Math.cos(2 * Math.PI * rng.uniform());
}

function exponential(rng) {
  return -Math.log(1 - rng.uniform());
}

function autoregression(rng, n) {
  let previous = normal(rng);
  return list(n, () => {
    previous = 0.6 * previous + 0.8 * normal(rng);
    return 100 + 10 * previous;
  });
}

function list(n, value) {
  return Array.from({ length: n }, value);
}
