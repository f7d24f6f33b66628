import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadDataset } from "../../src/data/load-dataset.js";
import { readSamples } from "../../src/data/read-samples.js";
import type { SamplesFromTextOptions } from "../../src/data/text-source.js";
import { toTable } from "../../src/data/to-table.js";

const folder = mkdtempSync(join(tmpdir(), "noisefloor-read-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function read(files: readonly string[], options: SamplesFromTextOptions = {}, stdin = "") {
  const input = (async function* () {
    yield stdin;
  })();
  return readSamples("test", files, { ...options, stdin: input, signal: new AbortController().signal });
}

const text = (content: string, options: SamplesFromTextOptions = {}) => read(["-"], options, content);

/** What can be compared: runs as plain arrays. */
async function summary(samples: ReturnType<typeof read>) {
  return (await samples).map(({ runs, ...rest }) => ({ ...rest, runs: runs.map((run) => [...run]) }));
}

describe("readSamples(files, options)", () => {
  it("takes numbers alone, however they are separated, as one run", async () => {
    const expected = [
      { benchmark: "t", metric: "value", unit: "1", better: "lower", labels: {}, runs: [[1, 2.5, -3e-4]] },
    ];
    for (const content of [
      "1\n2.5\n-3e-4\n",
      "1 2.5 -3e-4",
      "1,2.5,-3e-4\r\n",
      "1; 2.5; -3e-4",
      "\ufeff1\n2.5\n-3e-4",
    ]) {
      expect(await summary(read([file("t.txt", content)])), content).toEqual(expected);
    }
    expect((await text("1 2", { unit: "ms" }))[0]).toMatchObject({
      benchmark: "standard input",
      metric: "time",
      unit: "ms",
    });
  });

  it("takes CSV, TSV and semicolons: value and unit by name, runs, order and labels", async () => {
    const rows = [
      ["commit", "run", "iteration", "latency_ms"],
      ["a", "1", "1", "12.4"],
      ["a", "1", "0", "12.1"],
      ["a", "2", "0", "12.2"],
      ["b", "1", "0", "14"],
    ];
    const expected = [
      {
        benchmark: "standard input",
        metric: "latency",
        unit: "ms",
        better: "lower",
        labels: { commit: "a" },
        runs: [[12.1, 12.4], [12.2]],
      },
      {
        benchmark: "standard input",
        metric: "latency",
        unit: "ms",
        better: "lower",
        labels: { commit: "b" },
        runs: [[14]],
      },
    ];
    for (const separator of [",", ";", "\t"]) {
      expect(await summary(text(rows.map((cells) => cells.join(separator)).join("\n")))).toEqual(expected);
    }
  });

  it.each([
    ["throughput_req_per_s", "throughput req", "1/s"],
    ["p50_ns", "p50", "ns"],
    ["heap_MB", "heap", "MB"],
    ["score", "score", "1"],
    ["value", "value", "1"],
  ])("reads metric and unit from the name %s", async (name, metric, unit) => {
    expect((await text(`${name}\n1\n2\n`))[0]).toMatchObject({ metric, unit });
  });

  it("columns that describe, and options, go before names", async () => {
    const described = "benchmark,metric,unit,better,value\nparse,size,B,higher,3\nparse,size,B,higher,4\n";
    expect(await summary(text(described))).toEqual([
      { benchmark: "parse", metric: "size", unit: "B", better: "higher", labels: {}, runs: [[3, 4]] },
    ]);
    expect((await text("t_ms\n1\n2\n", { unit: "s", metric: "wait", benchmark: "b" }))[0]).toMatchObject({
      benchmark: "b",
      metric: "wait",
      unit: "s",
    });
  });

  it("columns can be named: others that are no labels are left out", async () => {
    const content = "second,fork,heap,time\n1,x,7,3\n0,x,8,2\n0,y,9,5\n";
    const named = { value: "time", run: "fork", iteration: "second", labels: [] };
    expect(await summary(text(content, named))).toMatchObject([
      { metric: "time", labels: {}, runs: [[2, 3], [5]] },
    ]);
  });

  it("reads what toTable writes", async () => {
    const samples = loadDataset("dfs-single-task");
    const path = file("table.csv", toTable(samples).toCSV());
    expect(await read([path])).toEqual(samples);
  });

  it("reads JSON of numbers, lists, names, rows and samples", async () => {
    expect((await summary(text("[1, 2]")))[0]).toMatchObject({ runs: [[1, 2]] });
    expect((await summary(text("[[1, 2], [3]]"))).map(({ benchmark, runs }) => [benchmark, runs])).toEqual([
      ["1", [[1, 2]]],
      ["2", [[3]]],
    ]);
    expect((await summary(text('{"old": [1, 2], "new": [3]}'))).map(({ benchmark }) => benchmark)).toEqual([
      "old",
      "new",
    ]);
    const rows = '[{"os": "linux", "time_ms": 3}, {"os": "linux", "time_ms": 4}, {"time_ms": 5}]';
    expect((await summary(text(rows))).map(({ labels, unit, runs }) => ({ labels, unit, runs }))).toEqual([
      { labels: { os: "linux" }, unit: "ms", runs: [[3, 4]] },
      { labels: {}, unit: "ms", runs: [[5]] },
    ]);
    const sample = { benchmark: "b", unit: "ns", runs: [[1], [2, 3]], labels: { cpu: "x" } };
    expect((await summary(text(JSON.stringify(sample))))[0]).toMatchObject(sample);
    expect(await summary(text(JSON.stringify([sample, sample])))).toMatchObject([sample, sample]);
  });

  it("a file of a data package is read as that describes it, unless columns are named", async () => {
    expect(await read(["datasets/jvm-warmup.csv"])).toEqual(loadDataset("jvm-warmup"));
    const named = await read(["datasets/smt.csv"], {
      value: "latency_ms",
      labels: ["smt"],
      iteration: "task",
    }).catch((error: Error) => error.message);
    expect(named).toMatch(/datasets\/smt\.csv .*column "iteration".*unique within a run/);
  });

  it("a foreign data package beside the file is no concern of ours", async () => {
    mkdirSync(join(folder, "foreign"));
    file("foreign/datapackage.json", "{ not even JSON");
    expect((await read([file("foreign/a.txt", "1 2")])).length).toBe(1);
  });

  it("files of one name are told apart by their folders", async () => {
    const paths = ["old/run/a.txt", "new/run/a.txt", "new/run/b.txt"].map((name) => {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      return file(name, "1 2");
    });
    const samples = await read(paths);
    expect(samples.map(({ labels }) => labels.file)).toEqual(["old/run/a.txt", "new/run/a.txt", "b.txt"]);
  });

  it("several files get a label each", async () => {
    const samples = await read([file("a.txt", "1 2"), file("b.txt", "3")]);
    expect(samples.map(({ labels }) => labels)).toEqual([{ file: "a.txt" }, { file: "b.txt" }]);
  });

  it.each<[string, string, SamplesFromTextOptions, RegExp]>([
    ["nothing", " \n", {}, /needs measurements, got nothing/],
    ["names alone", "time_ms\n", {}, /needs one row or more below the names, got none/],
    [
      "a word among values",
      "os,time_ms\nx,1\nx,fast\n",
      {},
      /line 3, field "time_ms" needs a finite number, got "fast"/,
    ],
    [
      "a missing value",
      "os,time_ms\nx,1\nx,\n",
      {},
      /line 3, field "time_ms" needs a finite number, got none/,
    ],
    ["a list with a NaN", "1\nNaN\n3", {}, /line 2 needs a number, got "NaN"/],
    ["hexadecimal numbers", "0x10\n0x20", {}, /line 1 needs a number, got "0x10"/],
    ["NaN", "time_ms\n1\nNaN\n", {}, /line 3.*needs a finite number, got "NaN"/],
    ["Infinity", "time_ms\n1\n1e999\n", {}, /line 3.*needs a finite number, got "1e999"/],
    ["a short row", "os,time_ms\nx\n", {}, /line 2 needs 2 cells, as line 1 has names, got 1/],
    ["an open quote", 'os,time_ms\n"x,1\n', {}, /line 2 needs a closing quote/],
    ["no numbers", "os,arch\nx,y\n", {}, /needs one column that holds the values, got no column of numbers/],
    ["two of numbers", "a,b\n1,2\n", {}, /needs one column that holds the values, got a, b; say which it is/],
    ["one name twice", "a,a\n1,2\n", {}, /needs columns of different names, got "a" twice/],
    [
      "a mistyped column",
      "time_ms\n1\n",
      { value: "tme_ms" },
      /needs a column "tme_ms", got time_ms; did you mean "time_ms"/,
    ],
    ["a shortened one", "latency_ms\n1\n", { value: "latency" }, /did you mean "latency_ms"/],
    ["a missing label", "time_ms\n1\n", { labels: ["os"] }, /needs a column "os"/],
    ["broken JSON", "[1, 2", {}, /needs to be JSON, but is not/],
    ["no numbers in JSON", '{"a": 1}', {}, /needs numbers as JSON: .*got 1 under "a"/],
    ["an empty object", "{}", {}, /got an empty object/],
    ["null in JSON", "[1, null]", {}, /field "runs\[0\]\[1\]" needs a finite number, got null/],
    ["an empty list", "[]", {}, /needs one value or more, got none/],
  ])("refuses %s", async (_, content, options, problem) => {
    await expect(text(content, options)).rejects.toThrow(problem);
  });

  it("refuses a label that tells every row apart: it is the iteration", async () => {
    const content = `second,t_ms\n${Array.from({ length: 30 }, (_, i) => `${i},${i + 1}`).join("\n")}`;
    await expect(text(content)).rejects.toThrow(
      /field "second" needs values that several rows share.*30 in 30 rows/,
    );
    expect((await text(content, { iteration: "second" }))[0]!.runs[0]!.length).toBe(30);
  });

  it("refuses files that are missing, folders or binary", async () => {
    await expect(read([join(folder, "none.csv")])).rejects.toThrow(
      /none\.csv needs .* but there is no such file/,
    );
    await expect(read([folder])).rejects.toThrow(/needs .* but it is a folder/);
    await expect(read(["docs/smt.png"])).rejects.toThrow(/smt\.png needs to be text .* got binary data/);
    await expect(read([file("nul.bin", Uint8Array.of(49, 0, 50))])).rejects.toThrow(/binary data/);
  });

  it("stops when it is told to", async () => {
    const signal = AbortSignal.abort(new Error("stopped"));
    const stdin = (async function* () {})();
    await expect(readSamples("test", ["datasets/smt.csv"], { stdin, signal })).rejects.toThrow("stopped");
  });
});
