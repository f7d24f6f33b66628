import { describe, expect, it } from "vitest";
import { sampleValues } from "../../src/core/sample.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { loadPublished } from "../../src/data/load-published.js";
import { selectSamples } from "../../src/data/select-samples.js";

/** Mean, population standard deviation and CV in per cent, by their definitions. */
function statistics(values: readonly number[]): Record<"mean" | "sd" | "cv", number> {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  const sd = Math.sqrt(squares / values.length);
  return { mean, sd, cv: (100 * sd) / mean };
}

function valuesOf(dataset: string, labels: Record<string, string | number>): number[] {
  return selectSamples(loadDataset(dataset), labels).flatMap((sample) => [...sampleValues(sample)]);
}

/** Which values each published row describes, in milliseconds. */
const rows = new Map<string, number[]>();
for (const smt of ["on", "off"]) {
  for (const task of [1, 2]) rows.set(`smt-${smt}-task-${task}`, valuesOf("smt", { smt, task }));
}
for (const dfs of ["on", "off"]) rows.set(`dfs-${dfs}-1-task`, valuesOf("dfs-single-task", { dfs }));
const measured = (experiment: number) =>
  valuesOf("jvm-warmup", { experiment, phase: "measurement" }).map((nanoseconds) => nanoseconds / 1e6);
rows.set("jvm-experiment-1", measured(1));
for (const first of [30, 60, 90]) rows.set(`jvm-experiment-3-first-${first}`, measured(3).slice(0, first));
rows.set("jvm-experiment-4-all", measured(4));
for (let run = 0; run < 5; run++) {
  rows.set(`jvm-experiment-4-run-${run + 1}`, measured(4).slice(31 * run, 31 * (run + 1)));
}

const figures = loadPublished().filter((figure) => figure.kind === "figure");
const complete = figures.filter((figure) => !/-8-tasks-/.test(figure.id));

describe("loadPublished", () => {
  it("loadPublished has every row of the published tables, and the four claims", () => {
    expect(loadPublished()).toHaveLength(50);
    expect(loadPublished()[0]).toEqual({
      id: "smt-on-task-1-mean",
      experiment: "smt",
      configuration: "SMT on, task 1",
      statistic: "mean",
      unit: "ms",
      printed: "1537.64",
      kind: "figure",
      note: "all 1,200 iterations of the task",
    });
    const claims = loadPublished().filter((figure) => figure.kind === "claim");
    expect(claims.map(({ id, printed }) => [id, printed])).toEqual([
      ["smt-claim-variation", "100"],
      ["smt-claim-speed", "2"],
      ["dfs-claim-variation", "10"],
      ["jvm-claim-design", "4"],
    ]);
  });

  it("loadPublished has ids that say experiment and statistic", () => {
    for (const { id, experiment, statistic, unit } of figures) {
      expect(id.startsWith(experiment.split("-")[0]!)).toBe(true);
      expect(id.endsWith(`-${statistic}`)).toBe(true);
      expect(unit).toBe(statistic === "cv" ? "%" : "ms");
    }
  });

  it("loadPublished keeps the printed digits", () => {
    const printed = Object.fromEntries(loadPublished().map((figure) => [figure.id, figure.printed]));
    expect(printed).toMatchObject({
      "jvm-experiment-1-cv": "11.80",
      "jvm-experiment-4-all-sd": "0.60",
      "dfs-on-8-tasks-mean": "578.67",
      "dfs-on-8-tasks-sd": "0.287",
      "dfs-on-8-tasks-cv": "0.050",
      "dfs-off-8-tasks-mean": "739.18",
      "dfs-off-8-tasks-sd": "0.351",
      "dfs-off-8-tasks-cv": "0.047",
    });
  });

  it("loadPublished has a row here for every figure whose measurements are complete", () => {
    expect(complete).toHaveLength(40);
  });

  it.each(complete)(
    "loadPublished: $id is $printed $unit in the measurements",
    ({ id, statistic, printed }) => {
      const values = rows.get(id.slice(0, -statistic.length - 1)) ?? [];
      const decimals = printed.split(".")[1]!.length;
      expect(statistics(values)[statistic as "mean" | "sd" | "cv"].toFixed(decimals)).toBe(printed);
    },
  );
});
