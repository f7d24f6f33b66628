import * as aq from "arquero";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSample, type Sample } from "../../src/core/sample.js";
import { columnsFromSamples } from "../../src/data/columns-from-samples.js";
import { fromTable } from "../../src/data/from-table.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { reservedColumns, sampleKey } from "../../src/data/sample-columns.js";
import { samplesFromColumns } from "../../src/data/samples-from-columns.js";
import { toTable } from "../../src/data/to-table.js";
import { expectInputError } from "../support/expect-input-error.js";
import { arbitrarySamples } from "./arbitrary-samples.js";

const parse = createSample({
  benchmark: "parse",
  unit: "ms",
  runs: [[3, 1], [2]],
  labels: { commit: "ab1" },
});

describe("toTable", () => {
  it("toTable has one row a value", () => {
    expect(toTable([parse]).objects()).toEqual(
      [
        { run: 0, iteration: 0, value: 3 },
        { run: 0, iteration: 1, value: 1 },
        { run: 1, iteration: 0, value: 2 },
      ].map((row) => ({
        benchmark: "parse",
        metric: "time",
        unit: "ms",
        better: "lower",
        commit: "ab1",
        ...row,
      })),
    );
  });

  it("toTable has null where a sample lacks a label, even one called toString", () => {
    const plain = createSample({ benchmark: "scan", runs: [[1]] });
    const odd = createSample({ benchmark: "scan", runs: [[1]], labels: { toString: "x" } });
    expect([...toTable([plain, odd]).array("toString")]).toEqual([null, "x"]);
  });

  it("toTable gives arquero's own table", () => {
    expect(toTable([parse])).toBeInstanceOf(aq.ColumnTable);
  });

  it("toTable does not share memory with the samples", () => {
    const table = toTable([parse]);
    (table.array("value") as number[])[0] = 99;
    expect(parse.runs[0]![0]).toBe(3);
  });

  it.each<[() => unknown, string]>([
    [() => toTable([]), "toTable: samples needs one sample or more, got none"],
    [
      () => toTable([parse, createSample({ ...parse, runs: [[9]] })]),
      "toTable: samples[1] needs a benchmark, metric or label that tells it from samples[0], got the same in both",
    ],
    [
      () => toTable([createSample({ benchmark: "b", runs: [[1]], labels: { value: "x" } })]),
      'toTable: samples needs labels other than the columns benchmark, metric, unit, better, run, iteration, value, got a label "value"',
    ],
  ])("toTable refuses, %#", (call, message) => {
    expect(call).toThrow(expect.objectContaining({ name: "InputError", message }));
  });
});

describe("fromTable", () => {
  it("fromTable of toTable is the same samples, whatever they are", () => {
    fc.assert(
      fc.property(arbitrarySamples, (samples) => {
        expect(fromTable(toTable(samples))).toEqual(samples);
      }),
    );
  });

  it("fromTable of toTable is the same for the measurements of the talk", () => {
    for (const name of ["smt", "dfs-multi-task-sample", "jvm-warmup"]) {
      const samples = loadDataset(name);
      expect(fromTable(toTable(samples))).toEqual(samples);
    }
  });

  it("fromTable does not depend on the order of rows when runs and iterations are named", () => {
    fc.assert(
      fc.property(arbitrarySamples, fc.integer(), (samples, seed) => {
        const bySample = (sample: Sample) => sampleKey(sample);
        const shuffled = toTable(samples)
          .derive({
            place: aq.escape((row: { value: number; iteration: number }) => (seed * row.iteration) % 7),
          })
          .orderby("place")
          .select(aq.not("place"));
        const back = [...fromTable(shuffled)].sort((left, right) =>
          bySample(left) < bySample(right) ? -1 : 1,
        );
        const sorted = [...samples].sort((left, right) => (bySample(left) < bySample(right) ? -1 : 1));
        expect(back).toEqual(sorted);
      }),
      { numRuns: 30 },
    );
  });

  it("fromTable takes the table's filter", () => {
    const steady = toTable([parse]).filter(aq.escape((row: { value: number }) => row.value < 3));
    expect(fromTable(steady)[0]!.runs).toEqual([Float64Array.of(1), Float64Array.of(2)]);
  });

  it("fromTable needs only values; the rest has defaults", () => {
    expect(fromTable(aq.table({ value: [3, 1, 2] }))).toEqual([
      createSample({ benchmark: "benchmark", runs: [[3, 1, 2]] }),
    ]);
    const options = { benchmark: "parse", metric: "throughput", unit: "1/s", better: "higher" } as const;
    expect(fromTable(aq.table({ value: [3] }), options)).toEqual([createSample({ ...options, runs: [[3]] })]);
  });

  it("fromTable turns other columns into labels, numbers into text", () => {
    const table = aq.table({
      size: [10, 10, 20],
      hot: [true, true, true],
      cpu: ["a", "a", null],
      value: [1, 2, 3],
    });
    expect(fromTable(table).map(({ labels, runs }) => [labels, [...runs[0]!]])).toEqual([
      [{ size: "10", hot: "true", cpu: "a" }, [1, 2]],
      [{ size: "20", hot: "true" }, [3]],
    ]);
  });

  it("fromTable orders numbered runs by number and named runs as they appear", () => {
    const values = [1, 2, 3];
    expect(fromTable(aq.table({ run: [10, 9, 10], value: values }))[0]!.runs.map((run) => [...run])).toEqual([
      [2],
      [1, 3],
    ]);
    expect(
      fromTable(aq.table({ run: ["b", "a", "b"], value: values }))[0]!.runs.map((run) => [...run]),
    ).toEqual([[1, 3], [2]]);
  });

  it.each<[Record<string, unknown[]>, string]>([
    [{ time: [1] }, 'table needs a column "value", got time'],
    [{}, 'table needs a column "value", got no column'],
    [{ value: [] }, "table needs one row or more, got none"],
    [{ value: [1, null] }, 'column "value", row 1 needs a finite number, got null'],
    [{ value: [1, "2"] }, 'column "value", row 1 needs a finite number, got "2"'],
    [{ value: [1, Number.NaN] }, 'column "value", row 1 needs a finite number, got NaN'],
    [{ value: [1], better: ["faster"] }, 'column "better", row 0 needs "lower" or "higher", got "faster"'],
    [{ value: [1], iteration: ["first"] }, 'column "iteration", row 0 needs a finite number, got "first"'],
    [
      { value: [1], when: [new Date(0)] },
      'column "when", row 0 needs text, a number or a boolean, got a Date',
    ],
    [
      { value: [1, 2], iteration: [0, 0] },
      'column "iteration", row 1 needs to be unique within a run, got 0 twice; is a label or the column "run" missing?',
    ],
  ])("fromTable refuses %j", (columns, problem) => {
    expect(() => fromTable(aq.table(columns as never))).toThrow(
      expect.objectContaining({ name: "InputError", message: `fromTable: ${problem}` }),
    );
  });
});

describe("tables refuse", () => {
  it("fromTable(no table), fromTable(table, null), toTable(no samples)", () => {
    for (const table of [null, undefined, [1, 2], {}]) {
      expectInputError(() => fromTable(table as never), "fromTable", "table", /an arquero table, got/);
    }
    expectInputError(() => fromTable(toTable([parse]), null as never), "fromTable", "options", /got null/);
    expectInputError(() => toTable(parse as never), "toTable", "samples", /array of samples, got an object/);
    expectInputError(() => toTable([null] as never), "toTable", "samples[0]", /a sample.*got null/);
  });
});

describe("columnsFromSamples", () => {
  it("columnsFromSamples and samplesFromColumns are each other's opposite", () => {
    const { texts, numbers } = columnsFromSamples("test", [parse]);
    expect([...texts, ...numbers].map(([name]) => name)).toEqual([
      ...reservedColumns.slice(0, 4),
      "commit",
      ...reservedColumns.slice(4),
    ]);
    expect(
      samplesFromColumns("test", new Map<string, readonly unknown[]>([...texts, ...numbers]), {}),
    ).toEqual([parse]);
  });
});

describe("sampleKey", () => {
  it("sampleKey does not depend on the order of labels", () => {
    const labels = { a: "1", b: "2" };
    expect(sampleKey({ ...parse, labels })).toBe(sampleKey({ ...parse, labels: { b: "2", a: "1" } }));
    expect(sampleKey({ ...parse, labels })).not.toBe(sampleKey({ ...parse, labels: { a: "2", b: "1" } }));
  });
});
