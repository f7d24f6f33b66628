import { normal } from "./sources.js";

/** Numbers of iterations in a run. */
export const sizes = [50, 100, 300, 1000, 2000];

/** The noise about the level of a run, of mean 0 and standard deviation 1 without its spikes. */
export const noises = [
  { name: "normal", about: "independent", mean: 0, draw: (rng, n) => list(n, () => normal(rng)) },
  {
    name: "log-normal",
    about: "independent, of skewness 2.3",
    mean: 0,
    draw: (rng, n) => list(n, () => (Math.exp(0.6 * normal(rng)) - Math.exp(0.18)) / logSd),
  },
  {
    name: "AR(1)",
    about: "normal, neighbours correlated by 0.5",
    mean: 0,
    draw(rng, n) {
      let previous = normal(rng);
      return list(n, () => {
        previous = 0.5 * previous + Math.sqrt(0.75) * normal(rng);
        return previous;
      });
    },
  },
  {
    name: "spikes",
    about: "normal, and 2 % of the iterations take 10 to 20 standard deviations longer",
    mean: 0.3,
    draw: (rng, n) => list(n, () => normal(rng) + (rng.uniform() < 0.02 ? 10 + 10 * rng.uniform() : 0)),
  },
];

const logSd = Math.sqrt(Math.expm1(0.36) * Math.exp(0.36));

/**
 * How the level of a run of n iterations develops, in standard deviations of the noise about the steady level, and the class
 * that this is. `start` is where it is within the margin for good.
 */
export const developments = [
  { name: "flat", about: "no change", truth: "flat", level: () => 0, start: () => 0 },
  {
    name: "first iteration",
    about: "the first iteration is 15 above the rest",
    truth: "warmup",
    level: (_, i) => (i === 0 ? 15 : 0),
    start: () => 1,
  },
  {
    name: "warm-up step",
    about: "the first fifth is 3 above the rest",
    truth: "warmup",
    level: (n, i) => (i < n / 5 ? 3 : 0),
    start: (n) => Math.ceil(n / 5),
  },
  {
    name: "warm-up decay",
    about: "from 10 above, the distance shrinks to 37 % in each twentieth of the run",
    truth: "warmup",
    level: (n, i) => 10 * Math.exp((-20 * i) / n),
    // Within the margin of 0.5, which is 0.5 % of the level.
    start: (n) => Math.ceil((n / 20) * Math.log(20)),
  },
  {
    name: "slowdown",
    about: "the first fifth is 3 below the rest",
    truth: "slowdown",
    level: (n, i) => (i < n / 5 ? -3 : 0),
    start: (n) => Math.ceil(n / 5),
  },
  {
    name: "drift",
    about: "5 up, evenly",
    truth: "no steady state",
    level: (n, i) => (5 * i) / n,
    start: null,
  },
  {
    name: "late change",
    about: "the last tenth is 3 above the rest",
    truth: "no steady state",
    level: (n, i) => (i < 0.9 * n ? 0 : 3),
    start: null,
  },
];

function list(n, value) {
  return Array.from({ length: n }, value);
}
