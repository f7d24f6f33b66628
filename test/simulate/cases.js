import * as stats from "../../dist/stats/index.js";
import { normal, trueQuantile } from "./sources.js";

const rounds = 2000;
const bootstrapRounds = 1000;
const resamples = 299;

/**
 * What is simulated. A "coverage" case tells whether an interval of 95 % holds the truth, a "rejection" case whether a test
 * of a true null hypothesis has p < 0.05; null where the function gives none. Each gets
 * `{ source, rng, draw, seed }`, where `draw()` are n new values. To add a function, add a line.
 */
export const cases = [
  ...["percentile", "basic", "bca", "studentized"].flatMap((method) =>
    ["mean", "median", "sd", "cv"].map((statistic) =>
      coverage(`bootstrapInterval ${statistic}, ${method}`, bootstrapRounds, ({ source, draw, seed }) => [
        stats.bootstrapInterval(draw(), { statistic, method, resamples, seed }).interval,
        truthOf(source, statistic),
      ]),
    ),
  ),
  coverage("medianInterval", rounds, ({ source, draw }) => [
    stats.medianInterval(draw()).interval,
    trueQuantile(source, 0.5),
  ]),
  ...[0.5, 0.9].flatMap((p) =>
    ["exact", "interpolated"].map((bounds) =>
      coverage(`quantileInterval ${p}, ${bounds}`, rounds, ({ source, draw }) => [
        twoSided(stats.quantileInterval(draw(), { p, bounds }).interval),
        trueQuantile(source, p),
      ]),
    ),
  ),
  ...["stationary", "moving-block"].map((scheme) =>
    coverage(`blockBootstrapInterval mean, ${scheme}`, bootstrapRounds, ({ source, draw, seed }) => [
      stats.blockBootstrapInterval(draw(), { scheme, resamples, seed }).interval,
      source.mean,
    ]),
  ),
  coverage("effectiveSampleSize, mean ± 1.96 standardError", rounds, ({ source, draw }) => {
    const values = draw();
    const { standardError } = stats.effectiveSampleSize(values);
    const { mean } = stats.describe(values);
    return [[mean - 1.96 * standardError, mean + 1.96 * standardError], source.mean];
  }),
  ...hierarchical(["resampled", "kept"], ["percentile", "studentized"]),
  ...["bca", "studentized"].flatMap((method) =>
    [
      ["mean", "difference", 0],
      ["median", "difference", 0],
      ["mean", "ratio", 1],
      ["cv", "ratio", 1],
    ].map(([statistic, comparison, truth]) =>
      coverage(
        `bootstrapDifference ${statistic}, ${comparison}, ${method}`,
        bootstrapRounds,
        ({ draw, seed }) => [
          stats.bootstrapDifference(draw(), draw(), { statistic, comparison, method, resamples, seed })
            .interval,
          truth,
        ],
      ),
    ),
  ),
  ...[
    ["welchTTest", (a, b) => stats.welchTTest(a, b).interval, 0],
    ["welchTTest, relative change", (a, b) => stats.welchTTest(a, b).relativeInterval, 0],
    ["hedgesG", (a, b) => stats.hedgesG(a, b).interval, 0],
    ["hodgesLehmannShift", (a, b) => stats.hodgesLehmannShift(a, b).interval, 0],
    [
      "hodgesLehmannShift, ratio",
      (a, b) => stats.hodgesLehmannShift(a, b, { comparison: "ratio" }).interval,
      1,
    ],
    ["cliffsDelta", (a, b) => stats.cliffsDelta(a, b).interval, 0],
    ["probabilityOfSuperiority", (a, b) => stats.probabilityOfSuperiority(a, b).interval, 0.5],
    ["brunnerMunzel", (a, b) => stats.brunnerMunzel(a, b).interval, 0.5],
    ["coefficientOfVariationRatio", (a, b) => stats.coefficientOfVariationRatio(a, b).interval, 1],
    ["pairedTTest", (a, b) => stats.pairedTTest(a, b).interval, 0],
    ["wilcoxonSignedRank", (a, b) => stats.wilcoxonSignedRank(a, b).interval, 0],
    ["equivalenceTest, its interval of 90 %", (a, b) => stats.equivalenceTest(a, b).interval, 0, 0.9],
  ].map(([name, interval, truth, confidence]) =>
    coverage(name, rounds, ({ draw }) => [interval(draw(), draw()), truth], confidence),
  ),
  ...["mean", "median"].map((statistic) =>
    coverage(`geometricMeanRatio of 3 benchmarks, ${statistic}`, rounds, ({ draw }) => [
      stats.geometricMeanRatio(
        ["a", "b", "c"].map((benchmark) => ({ benchmark, baseline: draw(), candidate: draw() })),
        { statistic },
      ).interval,
      1,
    ]),
  ),
  ...[
    ["welchTTest", (a, b) => stats.welchTTest(a, b).p],
    ["mannWhitneyU", (a, b) => stats.mannWhitneyU(a, b).p],
    ["brunnerMunzel", (a, b) => stats.brunnerMunzel(a, b).p],
    ["pairedTTest", (a, b) => stats.pairedTTest(a, b).p],
    ["wilcoxonSignedRank", (a, b) => stats.wilcoxonSignedRank(a, b).p],
    ["brownForsythe", (a, b) => stats.brownForsythe(a, b).p],
    ["coefficientOfVariationRatio", (a, b) => stats.coefficientOfVariationRatio(a, b).p],
    ["kolmogorovSmirnov", (a, b) => stats.kolmogorovSmirnov(a, b).p],
    ["equivalenceTest, true change on the margin of 10 %", (a, b) => equivalence(a, b)],
  ].map(([name, p]) => rejection(name, rounds, ({ draw }) => p(draw(), draw()))),
  ...["mean-difference", "median-difference", "welch-t"].map((statistic) =>
    rejection(
      `permutationTest ${statistic}`,
      bootstrapRounds,
      ({ draw, seed }) =>
        stats.permutationTest(draw(), draw(), { statistic, permutations: resamples, seed }).p,
    ),
  ),
  rejection("andersonDarling", bootstrapRounds, ({ draw }) => stats.andersonDarling(draw(), draw()).p),
  rejection("autocorrelation, default lags", rounds, ({ source, draw }) =>
    source.dependent ? null : stats.autocorrelation(draw()).p,
  ),
  rejection("stationarity", rounds, ({ draw }) => {
    const { level, trend } = stats.stationarity(draw());
    return level === null ? null : Math.min(1, 2 * Math.min(level.p, trend.p));
  }),
  rejection("normality", rounds, ({ source, draw }) =>
    source.name === "normal" ? stats.normality(draw()).p : null,
  ),
];

function coverage(name, rounds, intervalAndTruth, confidence = 0.95) {
  const hit = (round) => {
    const [interval, truth] = intervalAndTruth(round);
    return interval === null ? null : interval[0] <= truth && truth <= interval[1];
  };
  return { kind: "coverage", name, rounds, nominal: confidence, hit };
}

function rejection(name, rounds, pValue) {
  const hit = (round) => {
    const p = pValue(round);
    return p === null ? null : p < 0.05;
  };
  return { kind: "rejection", name, rounds, nominal: 0.05, hit };
}

/** Runs are slow to simulate, and 100 of them rare. */
function hierarchical(schemes, methods) {
  const intervals = schemes.flatMap((iterations) =>
    methods.map((method) =>
      coverage(
        `hierarchicalBootstrap mean, ${method}, ${iterations}, n runs of 5`,
        bootstrapRounds,
        ({ source, draw, rng, seed }) => {
          const sample = ofRuns(draw(), source, rng);
          const { interval } = stats.hierarchicalBootstrap(sample, { method, iterations, resamples, seed });
          return [interval, source.mean];
        },
      ),
    ),
  );
  const ratio = coverage(
    "hierarchicalBootstrapDifference mean, ratio, n runs of 5",
    bootstrapRounds,
    ({ source, draw, rng, seed }) => {
      const [baseline, candidate] = [ofRuns(draw(), source, rng), ofRuns(draw(), source, rng)];
      const options = { comparison: "ratio", resamples, seed };
      return [stats.hierarchicalBootstrapDifference(baseline, candidate, options).interval, 1];
    },
  );
  return [...intervals, ratio].map((one) => ({ ...one, sizes: [5, 10, 30] }));
}

function truthOf(source, statistic) {
  if (statistic === "median") return trueQuantile(source, 0.5);
  return statistic === "cv" ? source.sd / source.mean : source[statistic];
}

/** An interval with an open side is not counted among those of two bounds. */
function twoSided(interval) {
  return interval === null || interval.includes(null) ? null : interval;
}

function equivalence(baseline, candidate) {
  const slower = candidate.map((value) => 1.1 * value);
  return stats.equivalenceTest(baseline, slower, { margin: { relative: 0.1 } }).p;
}

/**
 * Each value becomes the mean of a run of five iterations, log-normal and of the CV that runs have. Of a dependent source the
 * iterations within a run depend on each other, and runs do not.
 */
function ofRuns(levels, source, rng) {
  const spread = Math.sqrt(Math.log1p((source.sd / source.mean) ** 2));
  const iteration = (level) => level * Math.exp(spread * normal(rng) - spread ** 2 / 2);
  const runs = levels.map((level) =>
    source.dependent ? source.draw(rng, 5) : Array.from({ length: 5 }, () => iteration(level)),
  );
  return stats.createSample({ benchmark: source.name, runs });
}
