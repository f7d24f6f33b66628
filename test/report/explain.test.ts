import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { binarySegmentation } from "../../src/changepoint/binary-segmentation.js";
import { crops } from "../../src/changepoint/crops.js";
import { detectChangePoints } from "../../src/changepoint/detect-change-points.js";
import { eDivisive } from "../../src/changepoint/e-divisive.js";
import { edPelt } from "../../src/changepoint/ed-pelt.js";
import { hunter } from "../../src/changepoint/hunter.js";
import { optimalPartitioning } from "../../src/changepoint/optimal-partitioning.js";
import { pelt } from "../../src/changepoint/pelt.js";
import { scoreSegmentation } from "../../src/changepoint/score-segmentation.js";
import { compareWithPublished } from "../../src/compare/compare-with-published.js";
import { createSample, type Sample } from "../../src/core/sample.js";
import { loadPublished } from "../../src/data/load-published.js";
import { type ExplainableResult, explain } from "../../src/report/explain.js";
import * as stats from "../../src/stats/index.js";
import { expectInputError } from "../support/expect-input-error.js";

const baseline = inUnit("ms", [723.1, 719.4, 725.8, 721, 718.2, 724.4, 720.7, 722.9]);
const candidate = inUnit("ms", [735.2, 731, 738.8, 729.9, 740.1, 733.3, 736.4, 734]);
const rates = [inUnit("req/s", [102, 104, 103, 101.5]), inUnit("req/s", [105, 103.4, 106, 104])] as const;
const overlapping = [
  [10, 12, 11, 14, 9, 13],
  [11, 14, 10, 17, 13, 18],
] as const;
const rising = Array.from({ length: 40 }, (_, i) => 10 + i / 10 + Math.sin(i * i));
const groups = Array.from({ length: 60 }, (_, i) => (i % 3 === 0 ? 20 : 10) + Math.sin(i));
const shifting = rising.map((value, i) => (i < 25 ? value : value + 3));
const many = [10, 11, 12, 11, 10, 12, 13, 11, 10, 9, 30, 1];
const runs = [
  [10, 11, 12],
  [13, 14, 15],
  [10, 12, 14],
];
const steps = Array.from({ length: 60 }, (_, i) => 700 + (i < 25 ? 0 : i < 40 ? 35 : -7) + Math.sin(i * i));
const suite = [
  { benchmark: "parse", baseline: [10, 11, 12], candidate: [12, 13, 14] },
  { benchmark: "print", baseline: [40, 41, 39], candidate: [38, 39, 37] },
];

/** By the call that made them. */
const results: Readonly<Record<string, ExplainableResult>> = {
  "describe(times)": stats.describe(baseline),
  "describe([5])": stats.describe([5]),
  "describe(two groups)": stats.describe(groups),
  "coefficientOfVariation(times)": stats.coefficientOfVariation(baseline),
  "quantile(times, 0.5)": stats.quantile(baseline, 0.5),
  "quantile(times, [0.25, 0.99])": stats.quantile(baseline, [0.25, 0.99]),
  "quantileInterval(times, { p: 0.9 })": stats.quantileInterval(baseline, { p: 0.9 }),
  "medianInterval(times)": stats.medianInterval(baseline),
  "bootstrapInterval(times)": stats.bootstrapInterval(baseline),
  "bootstrapInterval(times, cv)": stats.bootstrapInterval(baseline, {
    statistic: "cv",
    method: "percentile",
  }),
  "bootstrapInterval(times, studentized)": stats.bootstrapInterval(baseline, { method: "studentized" }),
  "bootstrapDifference(times, times, basic)": stats.bootstrapDifference(baseline, candidate, {
    statistic: "median",
    method: "basic",
  }),
  "bootstrapDifference(times, times, ratio)": stats.bootstrapDifference(baseline, candidate, {
    comparison: "ratio",
  }),
  "bootstrapDifference(times, times, cv)": stats.bootstrapDifference(baseline, candidate, {
    statistic: "cv",
  }),
  "blockBootstrapInterval(series)": stats.blockBootstrapInterval(rising, { blockLength: 5 }),
  "hierarchicalBootstrap(runs)": stats.hierarchicalBootstrap(inRuns(0)),
  "hierarchicalBootstrapDifference(runs, runs)": stats.hierarchicalBootstrapDifference(inRuns(0), inRuns(2)),
  "welchTTest(times, times)": stats.welchTTest(baseline, candidate),
  "welchTTest(times, times, greater)": stats.welchTTest(baseline, candidate, { alternative: "greater" }),
  "welchTTest(times, times, against 10 ms)": stats.welchTTest(baseline, candidate, { nullDifference: 10 }),
  "welchTTest(rates, rates)": stats.welchTTest(...rates),
  "welchTTest(overlapping)": stats.welchTTest(...overlapping),
  "welchTTest(constant, constant)": stats.welchTTest([1, 1], [2, 2]),
  "pairedTTest(times, times)": stats.pairedTTest(baseline, candidate),
  "wilcoxonSignedRank(overlapping)": stats.wilcoxonSignedRank(...overlapping),
  "equivalenceTest(times, times)": stats.equivalenceTest(baseline, candidate),
  "equivalenceTest(times, times, 20 ms)": stats.equivalenceTest(baseline, candidate, {
    margin: { absolute: 20 },
  }),
  "equivalenceTest(times, times, no worse)": stats.equivalenceTest(baseline, candidate, {
    alternative: "non-inferiority",
    margin: { relative: 0.03 },
  }),
  "mannWhitneyU(overlapping)": stats.mannWhitneyU(...overlapping),
  "brunnerMunzel(overlapping)": stats.brunnerMunzel(...overlapping),
  "permutationTest(overlapping)": stats.permutationTest(...overlapping),
  "permutationTest(times, times, less)": stats.permutationTest(baseline, candidate, { alternative: "less" }),
  "brownForsythe(times, times)": stats.brownForsythe(baseline, candidate),
  "coefficientOfVariationRatio(times, times)": stats.coefficientOfVariationRatio(baseline, candidate),
  "kolmogorovSmirnov(overlapping)": stats.kolmogorovSmirnov(...overlapping),
  "andersonDarling(overlapping)": stats.andersonDarling(...overlapping),
  "hedgesG(overlapping)": stats.hedgesG(...overlapping),
  "cliffsDelta(overlapping)": stats.cliffsDelta(...overlapping),
  "probabilityOfSuperiority(overlapping)": stats.probabilityOfSuperiority(...overlapping),
  "hodgesLehmannShift(times, times)": stats.hodgesLehmannShift(baseline, candidate),
  "hodgesLehmannShift(times, times, ratio)": stats.hodgesLehmannShift(baseline, candidate, {
    comparison: "ratio",
  }),
  "geometricMeanRatio(suite)": stats.geometricMeanRatio(suite),
  "adjustPValues([0.01, 0.04, 0.03])": stats.adjustPValues([0.01, 0.04, 0.03]),
  ...Object.fromEntries(
    (["bonferroni", "hochberg", "benjamini-hochberg", "benjamini-yekutieli"] as const).map((method) => [
      `adjustPValues([0.01, 0.04, 0.03], ${method})`,
      stats.adjustPValues([0.01, 0.04, 0.03], { method }),
    ]),
  ),
  "adjustConfidence(3 of 20)": stats.adjustConfidence({ family: 20, selected: 3 }),
  "adjustConfidence(20, simultaneous)": stats.adjustConfidence({ family: 20, method: "simultaneous" }),
  "testPower(cv)": stats.testPower({ cv: 0.05, n: 16, relativeEffect: 0.05 }),
  "minimumDetectableEffect(cv)": stats.minimumDetectableEffect({ cv: 0.118, n: 16 }),
  "minimumDetectableEffect(pilot)": stats.minimumDetectableEffect({ pilot: baseline }),
  "requiredSampleSize(cv)": stats.requiredSampleSize({ cv: 0.118, relativeEffect: 0.05 }),
  "noiseFloor(runs)": stats.noiseFloor([100.2, 101.1, 99.4, 100.7, 98.9, 100.3]),
  "varianceComponents(runs)": stats.varianceComponents(runs),
  "planRepetitions(components)": stats.planRepetitions(
    { between: 4, within: 25, mean: 100 },
    { costs: { run: 10, iteration: 1 } },
  ),
  "autocorrelation(series)": stats.autocorrelation(rising),
  "effectiveSampleSize(series)": stats.effectiveSampleSize(rising),
  "optimalBlockLength(series)": stats.optimalBlockLength(rising),
  "outliers(values)": stats.outliers(many),
  "outliers(times, mad)": stats.outliers(baseline, { method: "mad" }),
  "outliers(values, double-mad)": stats.outliers(many, { method: "double-mad" }),
  "modality(two groups)": stats.modality(groups),
  "modality(series)": stats.modality(rising),
  "modality(few)": stats.modality(baseline),
  "normality(series)": stats.normality(rising),
  "stationarity(series)": stats.stationarity(rising),
  "pelt(times)": pelt(inUnit("ms", steps)),
  "pelt(series, { penalty: 4 })": pelt(rising, { penalty: 4 }),
  "pelt(flat)": pelt(steps.slice(0, 25)),
  "optimalPartitioning(times, { changePoints: 1 })": optimalPartitioning(inUnit("ms", steps), {
    changePoints: 1,
  }),
  "binarySegmentation(rates)": binarySegmentation(inUnit("req/s", steps)),
  "edPelt(values, { minSegment: 10 })": edPelt(steps, { minSegment: 10 }),
  "edPelt(few)": edPelt(many),
  "eDivisive(times that step)": eDivisive(inUnit("ms", shifting)),
  "eDivisive(times that step, untested)": eDivisive(shifting, { permutations: 0 }),
  "eDivisive(times)": eDivisive(baseline),
  "hunter(times that step)": hunter(inUnit("ms", shifting), { minMagnitude: 0.1 }),
  "hunter(times)": hunter(baseline),
  "hunter(times that step, permutation)": hunter(shifting, { significance: "permutation", maxP: 0.05 }),
  "eDivisive(points)": eDivisive(shifting.map((value, i) => [value, i % 2])),
  "crops(times)": crops(inUnit("ms", steps)),
  "crops(flat)": crops(steps.slice(0, 25)),
  "crops(constant)": crops([3, 3, 3, 3]),
  "scoreSegmentation([24, 40, 51], [25, 40])": scoreSegmentation([24, 40, 51], [25, 40], { n: 60 }),
  "scoreSegmentation([10, 12], [25])": scoreSegmentation([10, 12], [25], { n: 60 }),
  "scoreSegmentation([10], [])": scoreSegmentation([10], [], { n: 60 }),
  "scoreSegmentation([], [25])": scoreSegmentation([], [25]),
  "scoreSegmentation([], [])": scoreSegmentation([], [], { n: 60 }),
  "detectChangePoints(times)": detectChangePoints(inUnit("ms", steps)),
  "detectChangePoints(values with a spike)": detectChangePoints(steps.slice(0, 25).with(7, 900)),
  "detectChangePoints(times, { minMagnitude })": detectChangePoints(inUnit("ms", steps), { minMagnitude: 9 }),
  "detectChangePoints(few)": detectChangePoints([10, 11, 12]),
  ...Object.fromEntries(
    smtAgainstPublished().map((row) => [`compareWithPublished: ${row.published.id}`, row]),
  ),
};

describe("explain", () => {
  it("explain(result) says what it always said", async () => {
    const text = Object.entries(results)
      .map(([call, result]) => `${call}\n  ${explain(result)}\n`)
      .join("\n");
    await expect(text).toMatchFileSnapshot("../golden/report/explain.txt");
  });

  it("explain(result) knows every method of the statistics, and the golden sentences hold each", () => {
    const explained = new Set<string>(Object.values(results).map(({ method }) => method));
    expect(methodsOfStatistics().length).toBeGreaterThan(30);
    expect(methodsOfStatistics().filter((method) => !explained.has(method))).toEqual([]);
  });

  it("explain(result) ends in a full stop and shows no number that is none", () => {
    for (const [call, result] of Object.entries(results)) {
      const text = explain(result);
      expect(text, call).toMatch(/^[A-Z0-9].*\.$/);
      expect(text, call).not.toMatch(/NaN|Infinity|undefined|null|\[object/);
      expect(text, call).not.toMatch(/ {2}|\.\.| \./);
    }
  });

  it("explain(result) tells the same after a journey through JSON", () => {
    for (const result of Object.values(results)) {
      expect(explain(JSON.parse(JSON.stringify(result)))).toBe(explain(result));
    }
  });

  it("explain(result, { baseline, candidate }) names the sides", () => {
    const text = explain(stats.welchTTest(baseline, candidate), { baseline: "main", candidate: "the patch" });
    expect(text).toMatch(/^The patch is 12\.9 ms \(1\.8 %\) slower than main on average/);
  });

  it("explain(result) turns the direction of the words with the unit", () => {
    const [first, second] = [
      [1, 2, 3],
      [4, 5, 7],
    ] as const;
    const words = (unit: string) => explain(stats.welchTTest(inUnit(unit, first), inUnit(unit, second)));
    expect(words("ns")).toMatch(/ns \(167 %\) slower than/);
    expect(words("1/s")).toMatch(/faster than/);
    expect(words("MB/s")).toMatch(/faster than/);
    expect(words("B")).toMatch(/higher than/);
    expect(explain(stats.welchTTest(inUnit("s", second), inUnit("s", first)))).toMatch(/faster than/);
    expect(explain(stats.welchTTest([1, 2, 3], [3, 2, 1]))).toMatch(/is no different from the baseline/);
  });

  it("explain(result) repeats its warnings", () => {
    const result = stats.welchTTest([1, 1], [2, 2]);
    expect(explain(result)).toContain(result.warnings[0]!.message);
  });

  it("explain(bad) says what is wrong", () => {
    expectInputError(() => explain({ method: "guess" } as never), "explain", "result", /got "guess"/);
    expectInputError(() => explain({ method: "toString" } as never), "explain", "result", /got "toString"/);
    for (const bad of [null, undefined, {}, 5, "welch-t", []]) {
      expectInputError(() => explain(bad as never), "explain", "result", /got none/);
    }
  });
});

function inUnit(unit: string, values: readonly number[]): Sample {
  return createSample({ benchmark: "b", unit, runs: [values] });
}

function inRuns(shift: number): Sample {
  return createSample({
    benchmark: "b",
    unit: "ms",
    runs: runs.map((run) => run.map((value) => value + shift)),
  });
}

function smtAgainstPublished() {
  const figures = loadPublished().filter(({ experiment }) => experiment === "smt");
  const claim = { estimate: 104, interval: [90, 118] as const, confidence: 0.95 };
  const rows = compareWithPublished(
    "smt",
    Object.fromEntries(
      figures.map(({ id, kind, printed }) => [id, kind === "claim" ? claim : Number(printed)]),
    ),
  );
  return [rows[0]!, rows.find(({ criterion }) => criterion === "claim")!];
}

/** Every literal that a result of the statistics may have as its method, read from the sources. */
function methodsOfStatistics(): string[] {
  const sources = ["src/stats", "src/changepoint"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8")),
  );
  const all = sources.join("\n");
  const declared = sources.flatMap((source) =>
    [...source.matchAll(/export interface \w+Result\b[^{]*\{\s*readonly method: ([^;]+);/g)].map(
      (match) => match[1]!,
    ),
  );
  return [...new Set(declared.flatMap((type) => literalsOf(type, all)))];
}

function literalsOf(type: string, source: string): string[] {
  const name = type.match(/^\w+$/)?.[0];
  if (name === undefined) return [...type.matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  const alias = source.match(new RegExp(`export type ${name} =([^;]+);`))?.[1] ?? "";
  const constant = alias.match(/typeof (\w+)\)/)?.[1];
  const values =
    constant === undefined ? alias : source.match(new RegExp(`const ${constant} = \\[([^\\]]+)\\]`))?.[1];
  const literals = [...(values ?? "").matchAll(/"([^"]+)"/g)].map((match) => match[1]!);
  if (literals.length === 0) throw new Error(`no literals found for the type ${type}`);
  return literals;
}
