import { appendFileSync, cpSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { InputError } from "../../src/core/input-error.js";
import { DatasetError } from "../../src/data/dataset-error.js";
import { findResource } from "../../src/data/find-resource.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { bundledPackage } from "../../src/data/read-data-package.js";
import { samplesFromTable } from "../../src/data/samples-from-table.js";
import { selectSamples } from "../../src/data/select-samples.js";
import { temporaryFolder, timings, timingsDescriptor, writePackage } from "./temporary-package.js";

const shapes = (name: string) =>
  loadDataset(name).map(({ labels, runs }) => [
    Object.values(labels).join(" "),
    runs.map((run) => run.length),
  ]);

describe("loadDataset of the talk's measurements", () => {
  it('loadDataset("smt") has four samples of one run', () => {
    expect(shapes("smt")).toEqual([
      ["on 1", [1200]],
      ["on 2", [1200]],
      ["off 1", [1200]],
      ["off 2", [1200]],
    ]);
    const { runs: _, ...identity } = loadDataset("smt")[0]!;
    expect(identity).toEqual({
      benchmark: "CPU-bound task",
      metric: "time",
      unit: "ms",
      better: "lower",
      labels: { smt: "on", task: "1" },
    });
  });

  it('loadDataset("dfs-single-task") has a run for each block', () => {
    expect(shapes("dfs-single-task")).toEqual([
      ["on 1", [1000, 1000]],
      ["off 1", [1000, 1000]],
    ]);
  });

  it('loadDataset("dfs-multi-task-sample") keeps windows apart, a run for each block', () => {
    const samples = loadDataset("dfs-multi-task-sample");
    expect(shapes("dfs-multi-task-sample").map(([labels, runs]) => [labels, runs!.length])).toEqual([
      ["on 2 start", 4],
      ["on 2 middle", 4],
      ["on 4 middle", 8],
      ["on 8 start", 16],
      ["on 8 middle", 16],
      ["off 2 start", 4],
      ["off 2 middle", 4],
      ["off 4 middle", 8],
      ["off 8 start", 16],
      ["off 8 middle", 16],
    ]);
    expect(samples.flatMap((sample) => sample.runs).reduce((total, run) => total + run.length, 0)).toBe(9625);
  });

  it('loadDataset("jvm-warmup") has a run for each start of the JVM, in nanoseconds', () => {
    expect(shapes("jvm-warmup")).toEqual([
      ["1 warmup", [20]],
      ["1 measurement", [16]],
      ["2 warmup", [20]],
      ["2 measurement", [301]],
      ["3 warmup", [160]],
      ["3 measurement", [101]],
      ["4 warmup", [160, 161, 160, 160, 161]],
      ["4 measurement", [31, 31, 31, 31, 31]],
    ]);
    expect(loadDataset("jvm-warmup")[0]).toMatchObject({
      benchmark: "load:petclinic:profiling",
      metric: "latency p50",
      unit: "ns",
      better: "lower",
    });
  });

  it('loadDataset("jvm-warmup-throughput") has the same phases, and higher is better', () => {
    expect(shapes("jvm-warmup-throughput")).toEqual(shapes("jvm-warmup").slice(0, 6));
    expect(loadDataset("jvm-warmup-throughput")[0]).toMatchObject({ unit: "1/s", better: "higher" });
  });

  it('loadDataset("interpreting-throughput") has ten baseline commits and the new one', () => {
    const [baseline, candidate] = loadDataset("interpreting-throughput");
    expect(baseline).toMatchObject({ unit: "req/s", better: "higher", labels: { role: "baseline" } });
    const mean = baseline!.runs[0]!.reduce((total, value) => total + value, 0) / 10;
    expect(mean.toFixed(1)).toBe("102.7");
    expect(((candidate!.runs[0]![0]! / mean - 1) * 100).toFixed(1)).toBe("2.3");
  });

  it("loadDataset gives each caller memory of its own", () => {
    loadDataset("smt")[0]!.runs[0]!.fill(0);
    expect(loadDataset("smt")[0]!.runs[0]![0]).toBe(1445.17319);
  });
});

describe("what datasets/README.md says of the measurements", () => {
  const valuesOf = (name: string, labels: Record<string, string | number>) =>
    selectSamples(loadDataset(name), labels).flatMap((sample) => [...sample.runs]);
  const median = (values: Float64Array) => values.toSorted()[values.length >> 1]!;
  const cv = (values: readonly number[]) => {
    const mean = values.reduce((total, value) => total + value, 0) / values.length;
    const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
    return (100 * Math.sqrt(squares / values.length)) / mean;
  };

  it("loadDataset: every 200th iteration is slower than those that follow it", () => {
    const excess = (series: readonly Float64Array[]) =>
      series.flatMap((values) =>
        [...values.keys()]
          .filter((iteration) => iteration % 200 === 0)
          .map((iteration) => values[iteration]! - median(values.slice(iteration + 1, iteration + 200))),
      );
    const range = (excesses: readonly number[]) =>
      [Math.min(...excesses), Math.max(...excesses)].map((value) => value.toFixed(1));
    expect(range(excess(valuesOf("smt", { smt: "off" })))).toEqual(["0.9", "2.4"]);
    expect(range(excess(valuesOf("dfs-single-task", { dfs: "off" })))).toEqual(["1.7", "2.5"]);
    const outsideEpisode = excess(valuesOf("smt", { smt: "on" })).filter((value) => value < 1000);
    expect(outsideEpisode).toHaveLength(10);
    expect(range(outsideEpisode)).toEqual(["6.6", "8.2"]);
    const [first, second] = valuesOf("dfs-single-task", { dfs: "on" });
    for (const values of [first!, second!]) {
      const slowest = Math.max(...values.filter((_, iteration) => iteration % 200 !== 0));
      expect(Math.max(...excess([values]))).toBeLessThan(slowest - median(values));
      expect(Math.min(...excess([values]))).toBeLessThan(0.5);
    }
  });

  it("loadDataset: windows hold cold starts where the README says", () => {
    const cold = (values: Float64Array, position: number) => values[position]! - median(values) > 1;
    const starts = (dfs: string) => valuesOf("dfs-multi-task-sample", { dfs, tasks: 8, window: "start" });
    expect(starts("off").filter((values) => cold(values, 0))).toHaveLength(16);
    expect(starts("on").filter((values) => cold(values, 0))).toHaveLength(11);
    const middles = valuesOf("dfs-multi-task-sample", { dfs: "off", tasks: 8, window: "middle" });
    const long = middles.filter((values) => values.length === 101);
    expect(long).toHaveLength(14);
    expect(long.every((values) => cold(values, 100))).toBe(true);
  });

  it("loadDataset: with SMT on 84 slow iterations make the CV", () => {
    const tasks = valuesOf("smt", { smt: "on" });
    for (const values of tasks) {
      expect([...values.keys()].filter((iteration) => values[iteration]! > 2000)).toEqual(
        Array.from({ length: 84 }, (_, i) => 600 + i),
      );
    }
    const rest = tasks.map((values) => [...values].filter((_, i) => i < 600 || i > 684));
    expect(rest.map((values) => cv(values).toFixed(2))).toEqual(["0.43", "0.05"]);
  });

  it("loadDataset: the partial second 0 of experiment 3 served one request and lifts the CV", () => {
    const phase = { experiment: 3, phase: "measurement" };
    const [requests] = valuesOf("jvm-warmup-throughput", phase);
    const [latency] = valuesOf("jvm-warmup", phase);
    expect(requests![0]).toBe(1);
    expect(cv([...latency!.slice(0, 30)]).toFixed(2)).toBe("6.95");
    expect(cv([...latency!.slice(1, 30)]).toFixed(2)).toBe("4.77");
  });
});

describe("loadDataset from elsewhere", () => {
  const home = process.cwd();
  afterEach(() => process.chdir(home));

  it("loadDataset works in any current directory", () => {
    process.chdir(temporaryFolder());
    expect(loadDataset("smt")).toHaveLength(4);
  });

  it("loadDataset reads a package of one's own, relative to the current directory too", () => {
    const { descriptor } = writePackage(timings);
    const samples = loadDataset("timings", { package: descriptor });
    expect(samples).toEqual([
      {
        benchmark: "parse",
        metric: "time",
        unit: "ms",
        better: "lower",
        labels: { commit: "ab1" },
        runs: [Float64Array.of(10.5, 10.25), Float64Array.of(11)],
      },
      {
        benchmark: "parse",
        metric: "time",
        unit: "ms",
        better: "lower",
        labels: { commit: "cd2" },
        runs: [Float64Array.of(9.75)],
      },
    ]);
    process.chdir(join(descriptor, ".."));
    expect(loadDataset("timings", { package: "datapackage.json" })).toEqual(samples);
  });

  it.each([
    ["a byte order mark", `\ufeff${timings}`],
    ["CRLF", timings.replaceAll("\n", "\r\n")],
    ["quotes", timings.replaceAll(/[^,\n]+/g, '"$&"')],
    ["no last line break", timings.slice(0, -1)],
  ])("loadDataset reads a file with %s", (_, csv) => {
    const { descriptor } = writePackage(csv);
    expect(loadDataset("timings", { package: descriptor })[0]!.runs[0]).toEqual(Float64Array.of(10.5, 10.25));
  });

  it("loadDataset without run and order takes all rows as one run", () => {
    const mapping = { kind: "samples", benchmark: "parse", value: "time", labels: [] };
    const { descriptor } = writePackage(timings, timingsDescriptor({ noisefloor: mapping }));
    expect(loadDataset("timings", { package: descriptor })[0]).toMatchObject({
      labels: {},
      runs: [Float64Array.of(10.5, 10.25, 11, 9.75)],
    });
  });
});

describe("loadDataset refuses", () => {
  const refusal = (call: () => unknown): DatasetError => {
    try {
      call();
    } catch (error) {
      expect(error).toBeInstanceOf(DatasetError);
      expect(error).toBeInstanceOf(InputError);
      return error as DatasetError;
    }
    throw new Error("nothing was refused");
  };

  /** A copy of the bundled package with one file damaged: the message without the temporary folder. */
  const damagedSmt = (damage: (path: string) => void): string => {
    const folder = temporaryFolder();
    cpSync(join(bundledPackage(), ".."), folder, { recursive: true });
    damage(join(folder, "smt.csv"));
    const { message } = refusal(() => loadDataset("smt", { package: join(folder, "datapackage.json") }));
    return message.replace(join(folder, "/"), "");
  };
  const edit = (from: string | RegExp, to: string) => (path: string) =>
    writeFileSync(path, readFileSync(path, "utf8").replace(from, to));

  it.each<[string, (path: string) => void, RegExp]>([
    [
      "a value that was changed",
      edit("1445.17319", "1445.17318"),
      /^loadDataset: smt\.csv needs the checksum sha256:[0-9a-f]{64}, got sha256:[0-9a-f]{64}; restore the file, or describe the new content in datapackage\.json$/,
    ],
    [
      "a digit that was added",
      edit("1445.17319", "1445.173190"),
      /^loadDataset: smt\.csv needs 96390 bytes, got 96391; restore the file/,
    ],
    [
      "a row that is missing",
      edit("off,2,1199,737.33430\n", ""),
      /^loadDataset: smt\.csv needs 4800 rows, got 4799; restore the file/,
    ],
    [
      "a missing column",
      edit(/^smt,task,iteration,latency_ms/, "smt,task,iteration"),
      /^loadDataset: smt\.csv, line 1 needs the columns smt, task, iteration, latency_ms, got smt, task, iteration$/,
    ],
    [
      "an extra column",
      edit(/^smt,task,iteration,latency_ms/, "smt,task,iteration,latency_ms,cpu"),
      /^loadDataset: smt\.csv, line 1 needs the columns smt, task, iteration, latency_ms, got smt, task, iteration, latency_ms, cpu$/,
    ],
    [
      "text for a number",
      edit("1445.17319", "fast"),
      /^loadDataset: smt\.csv, line 2, field "latency_ms" needs a finite number, got "fast"$/,
    ],
    [
      "a label that is not in the list",
      edit("\non,1,1,", "\nmaybe,1,1,"),
      /^loadDataset: smt\.csv, line 3, field "smt" needs one of on, off, got "maybe"$/,
    ],
    [
      "the same key twice",
      edit("\non,1,2,", "\non,1,1,"),
      /^loadDataset: smt\.csv, line 4, field "smt, task, iteration" needs to be unique, got on, 1, 1 as in line 3$/,
    ],
    [
      "a row with too few cells",
      edit("on,1,1,1441.32369", "on,1,1"),
      /^loadDataset: smt\.csv, line 3 needs 4 cells, got 3$/,
    ],
    [
      "a row with too many cells",
      edit("1441.32369", "1,441.32369"),
      /^loadDataset: smt\.csv, line 3 needs 4 cells, got 5$/,
    ],
    [
      "rows out of order",
      edit(/(on,1,1,.*\n)(on,1,2,.*\n)/, "$2$1"),
      /^loadDataset: smt\.csv needs the checksum/,
    ],
    [
      "a last line cut short between cells",
      (path) => truncateSync(path, readFileSync(path).length - 12),
      /^loadDataset: smt\.csv, line 4801 needs 4 cells, got 3$/,
    ],
    [
      "a last line cut short in a number",
      (path) => truncateSync(path, readFileSync(path).length - 4),
      /^loadDataset: smt\.csv needs 96390 bytes, got 96386; restore the file/,
    ],
    [
      "an empty file",
      (path) => truncateSync(path),
      /^loadDataset: smt\.csv needs a header and rows, got an empty file$/,
    ],
    [
      "bytes that are not UTF-8",
      (path) => appendFileSync(path, Uint8Array.of(0x6f, 0xff, 0x0a)),
      /^loadDataset: smt\.csv, line 4802 needs UTF-8 text, got other bytes$/,
    ],
    [
      "an open quote",
      edit("on,1,1,", 'on,1,"1,'),
      /^loadDataset: smt\.csv, line 3 needs a closing quote before a comma or a line break, got none$/,
    ],
  ])("%s", (_, damage, message) => {
    expect(damagedSmt(damage)).toMatch(message);
  });

  it.each<[string, string, string, object]>([
    ["no value where one is required", "ab1,1,0,\n", 'field "time" needs a value, got none', {}],
    ["no label, run or order", "ab1,,0,1\n", 'field "fork" needs a value, got none', {}],
    [
      "a fraction for a whole number",
      "ab1,1,0.5,1\n",
      'field "iteration" needs a whole number, got "0.5"',
      {},
    ],
    ["a number below the minimum", "ab1,1,-1,1\n", 'field "iteration" needs at least 0, got "-1"', {}],
    ["a number above the maximum", "ab1,1,10,1\n", 'field "iteration" needs at most 9, got "10"', {}],
    [
      "text off the pattern",
      "xyz,1,0,1\n",
      'field "commit" needs text that matches [0-9a-f]+, got "xyz"',
      {},
    ],
    ["NaN", "ab1,1,0,NaN\n", 'field "time" needs a finite number, got "NaN"', {}],
    ["a number too large", "ab1,1,0,1e999\n", 'field "time" needs a finite number, got "1e999"', {}],
    ["a number in hexadecimal", "ab1,1,0,0x10\n", 'field "time" needs a finite number, got "0x10"', {}],
  ])("%s", (_, row, message) => {
    const { descriptor, csv } = writePackage(`commit,fork,iteration,time\n${row}`);
    const error = refusal(() => loadDataset("timings", { package: descriptor }));
    expect(error.message).toBe(`loadDataset: ${csv}, line 2, ${message}`);
    expect(error).toMatchObject({ functionName: "loadDataset", file: csv, line: 2 });
  });

  it("rows out of the order of measurement", () => {
    const { descriptor, csv } = writePackage("commit,fork,iteration,time\nab1,1,1,2\nab1,2,0,2\nab1,1,0,2\n");
    expect(refusal(() => loadDataset("timings", { package: descriptor }))).toMatchObject({
      file: csv,
      line: 4,
      field: "iteration",
      problem: "needs more than 1, the row before it in its run, got 0; rows stand in order of measurement",
    });
  });

  it("a file that is not there", () => {
    const { descriptor, csv } = writePackage(timings, timingsDescriptor({ path: "other.csv" }));
    expect(refusal(() => loadDataset("timings", { package: descriptor })).message).toBe(
      `loadDataset: ${csv.replace("timings.csv", "other.csv")} needs to be a readable file, got ENOENT`,
    );
  });

  it("a name that it does not know, with the nearest one", () => {
    expect(() => loadDataset("jvm-warm-up")).toThrow(
      'loadDataset: name needs one of smt, dfs-single-task, dfs-multi-task-sample, jvm-warmup, jvm-warmup-throughput, interpreting-throughput, got "jvm-warm-up"; did you mean "jvm-warmup"?',
    );
    expect(() => loadDataset("memory")).toThrow(/, got "memory"$/);
    expect(() => loadDataset(undefined as never)).toThrow(InputError);
  });

  it("a dataset that holds no samples", () => {
    expect(() => loadDataset("published")).toThrow(
      'loadDataset: name needs a dataset that holds samples, got "published", which holds published figures; use loadPublished()',
    );
    const { descriptor } = writePackage(timings, timingsDescriptor({ noisefloor: undefined }));
    expect(() => loadDataset("timings", { package: descriptor })).toThrow(
      'loadDataset: name needs a dataset that holds samples, got "timings", whose resource has no property "noisefloor"',
    );
  });
});

describe("findResource", () => {
  it("findResource names datasets of the kind that is asked for", () => {
    expect(() => findResource("loadPublished", bundledPackage(), "x", "published")).toThrow(
      /^loadPublished: name needs one of published, got "x"$/,
    );
  });
});

describe("samplesFromTable", () => {
  it("samplesFromTable compares numbers by value, not by spelling, when it groups", () => {
    const cells = [
      { commit: 1, time: 2 },
      { commit: 1, time: 3 },
    ];
    const table = { file: "t.csv", rows: cells.map((row, i) => ({ line: i + 2, cells: row })) };
    const { resource } = findResource("test", writePackage(timings).descriptor, "timings", "samples");
    const mapping = { kind: "samples", benchmark: "b", value: "time", labels: ["commit"] } as const;
    expect(samplesFromTable("test", table, resource, mapping)).toMatchObject([
      { labels: { commit: "1" }, runs: [Float64Array.of(2, 3)] },
    ]);
  });
});
