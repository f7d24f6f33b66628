import * as library from "../../dist/index.js";
import { normal } from "./sources.js";

/** Numbers of values in a series without a change. */
export const sizes = [50, 100, 300, 1000, 2000];

/** Numbers of values in a series with changes. */
export const changedSizes = [50, 100, 300, 1000];

/** Noise of standard deviation 1 or near, in which nothing changes. */
export const noises = [
  { name: "normal", about: "independent", draw: (rng, n) => list(n, () => normal(rng)) },
  {
    name: "log-normal",
    about: "exp of a standard normal value over its standard deviation, skewness 6.2",
    draw: (rng, n) => list(n, () => Math.exp(normal(rng)) / Math.sqrt((Math.E - 1) * Math.E)),
    mean: Math.exp(0.5) / Math.sqrt((Math.E - 1) * Math.E),
  },
  {
    name: "Laplace",
    about: "double exponential",
    draw: (rng, n) => list(n, () => (exponential(rng) - exponential(rng)) / Math.SQRT2),
  },
  {
    name: "Student t3",
    about: "with 3 degrees of freedom, over its standard deviation",
    draw: (rng, n) =>
      list(n, () => {
        const squares = normal(rng) ** 2 + normal(rng) ** 2 + normal(rng) ** 2;
        return normal(rng) / Math.sqrt(squares);
      }),
  },
  {
    name: "coarse clock",
    about: "normal, rounded to multiples of 1.5: four in five values are one of three",
    draw: (rng, n) => list(n, () => 1.5 * Math.round(normal(rng) / 1.5)),
  },
  {
    name: "bimodal",
    about: "30 % of the values 4 standard deviations above the others",
    draw: (rng, n) => list(n, () => ((rng.uniform() < 0.3 ? 4 : 0) + normal(rng)) / Math.sqrt(4.36)),
  },
  ...[-0.3, 0.1, 0.3, 0.5].map((rho) => ({
    name: `AR(1) ${rho}`,
    about: `normal, neighbours correlated by ${rho}`,
    draw: (rng, n) => autoregression(rng, n, rho, normal),
  })),
  {
    name: "AR(1) 0.5, skewed",
    about: "the same with exponential innovations",
    draw: (rng, n) => autoregression(rng, n, 0.5, (source) => exponential(source) - 1),
  },
];

/** Detectors, and how many series without a change they are tried on at most; 1 / `cost` of that where they are slow. */
export const detectors = [
  { name: "detectChangePoints", find: (values) => library.detectChangePoints(values), cost: () => 1 },
  {
    name: "detectChangePoints, independent",
    find: (values) => library.detectChangePoints(values, { independent: true }),
    cost: () => 2,
  },
  { name: "hunter", find: (values) => library.hunter(values), cost: () => 4 },
  {
    name: "hunter, welch",
    find: (values) => library.hunter(values, { significance: "welch" }),
    cost: () => 4,
  },
  {
    name: "eDivisive",
    find: (values, seed) => library.eDivisive(values, { seed }),
    cost: (n) => (n > 100 ? Number.POSITIVE_INFINITY : 8),
  },
  {
    name: "eDivisive, kappa end",
    find: (values, seed) => library.eDivisive(values, { kappa: "end", seed }),
    cost: (n) => (n > 1000 ? Number.POSITIVE_INFINITY : n > 300 ? 10 : 8),
  },
  {
    name: "edPelt",
    find: (values) => library.edPelt(values),
    cost: (n) => (n > 1000 ? Number.POSITIVE_INFINITY : n > 300 ? 10 : 4),
  },
  { name: "pelt, BIC", find: (values) => library.pelt(values), cost: () => 4 },
  { name: "pelt, MBIC", find: (values) => library.pelt(values, { penalty: "mbic" }), cost: () => 4 },
];

/** Noises in which changes are looked for. */
export const changedNoises = noises.filter(({ name }) =>
  ["normal", "log-normal", "AR(1) 0.5"].includes(name),
);

/** How the level changes: from which index to which it is how many times the size of the change above. */
export const changes = [
  { name: "early step", about: "after 15 %", level: (i, n) => (i < place(0.15, n) ? 0 : 1), at: [0.15] },
  {
    name: "step in the middle",
    about: "after 50 %",
    level: (i, n) => (i < place(0.5, n) ? 0 : 1),
    at: [0.5],
  },
  { name: "late step", about: "after 85 %", level: (i, n) => (i < place(0.85, n) ? 0 : 1), at: [0.85] },
  {
    name: "episode",
    about: "from 50 to 60 %",
    level: (i, n) => (i >= place(0.5, n) && i < place(0.6, n) ? 1 : 0),
    at: [0.5, 0.6],
  },
  {
    name: "stairs",
    about: "up after 20, 60 and 80 %, down after 40 %",
    level: (i, n) => [0, 1, 0, 1, 2][[0.2, 0.4, 0.6, 0.8].filter((share) => i >= place(share, n)).length],
    at: [0.2, 0.4, 0.6, 0.8],
  },
];

/** Sizes of a change in standard deviations. */
export const shifts = [0.5, 1, 2];

/** The index after a share of a series. */
export function place(share, n) {
  return Math.round(share * n);
}

function list(n, value) {
  return Float64Array.from({ length: n }, value);
}

function autoregression(rng, n, rho, innovation) {
  let previous = 0;
  for (let i = 0; i < 30; i++) previous = rho * previous + Math.sqrt(1 - rho * rho) * innovation(rng);
  return list(n, () => {
    previous = rho * previous + Math.sqrt(1 - rho * rho) * innovation(rng);
    return previous;
  });
}

function exponential(rng) {
  return -Math.log(1 - rng.uniform());
}
