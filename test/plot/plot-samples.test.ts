import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { type PlotInput, plotSamples, type SampleLabel } from "../../src/plot/plot-samples.js";
import { expectInputError } from "../support/expect-input-error.js";

const sample = (labels: Record<string, string>, benchmark = "parse", unit = "ms") =>
  createSample({ benchmark, unit, runs: [[1, 2], [3]], labels });
const names = (input: PlotInput, label?: SampleLabel): string[] =>
  plotSamples("stripPlot", input, label, "ms").map(({ name }) => name);

describe("plotSamples(functionName, input, label, unit)", () => {
  const smt = [
    sample({ cpu: "8259CL", smt: "on", task: "1" }),
    sample({ cpu: "8259CL", smt: "on", task: "2" }),
    sample({ cpu: "8259CL", smt: "off", task: "1" }),
  ];

  it("leaves labels out that only repeat the name of the benchmark", () => {
    const names = (...pairs: readonly (readonly [string, string])[]) =>
      plotSamples(
        "p",
        pairs.map(([benchmark, file]) => createSample({ benchmark, labels: { file }, runs: [[1]] })),
        undefined,
        "1",
      ).map(({ name }) => name);
    expect(names(["before", "before.txt"], ["after", "after.txt"])).toEqual(["before", "after"]);
    expect(names(["before", "before"], ["after", "x.csv"])).toEqual([
      "before, file before",
      "after, file x.csv",
    ]);
    expect(names(["b", "old/b.txt"], ["b", "new/b.txt"])).toEqual(["file old/b.txt", "file new/b.txt"]);
  });

  it("names samples by the labels that differ", () => {
    expect(names(smt)).toEqual(["smt on, task 1", "smt on, task 2", "smt off, task 1"]);
  });

  it("names them by the labels asked for, or as a function says", () => {
    expect(names(smt, "cpu")).toEqual(["cpu 8259CL #1", "cpu 8259CL #2", "cpu 8259CL #3"]);
    expect(names(smt, ["task", "smt"])[1]).toBe("task 2, smt on");
    expect(names(smt, ({ labels }) => `SMT ${labels.smt} / ${labels.task}`)[2]).toBe("SMT off / 1");
  });

  it("names them by benchmark where labels do not tell them apart", () => {
    expect(names(sample({}))).toEqual(["parse"]);
    expect(names([sample({}), sample({}, "print")])).toEqual(["parse", "print"]);
    expect(names([sample({ os: "a" }), sample({ os: "b" }, "print")])).toEqual([
      "parse, os a",
      "print, os b",
    ]);
  });

  it("gives a colour to each value of the first of several labels, else to each sample", () => {
    expect(plotSamples("stripPlot", smt, undefined, "1").map(({ group }) => group)).toEqual([
      "on",
      "on",
      "off",
    ]);
    const named = plotSamples("stripPlot", smt, ({ labels }) => `SMT ${labels.smt}, ${labels.task}`, "1");
    expect(named.map(({ group }) => group)).toEqual(["on", "on", "off"]);
    expect(plotSamples("stripPlot", { a: [1], b: [2] }, undefined, "1").map(({ group }) => group)).toEqual([
      "a",
      "b",
    ]);
  });

  it("takes plain values and values by name", () => {
    expect(names([1, 2, 3])).toEqual([""]);
    expect(names(Float64Array.of(1, 2))).toEqual([""]);
    expect(names({ before: [1, 2], after: Float64Array.of(3) })).toEqual(["before", "after"]);
    expect(plotSamples("stripPlot", [1], undefined, "ms")[0]).toMatchObject({
      unit: "ms",
      metric: "value",
      runs: [Float64Array.of(1)],
    });
  });

  it("takes a list of plain values as strips by number", () => {
    expect(
      plotSamples("stripPlot", [[1, 2, 3], Float64Array.of(2, 3)], undefined, "ms").map(
        ({ name, group, runs }) => [name, group, runs.map((run) => [...run])],
      ),
    ).toEqual([
      ["1", "1", [[1, 2, 3]]],
      ["2", "2", [[2, 3]]],
    ]);
    expect(names([[1, 2, 3]])).toEqual([""]);
  });

  it("messages stay short whatever is passed", () => {
    const long = Array.from({ length: 20_000 }, (_, i) => i + 0.5);
    for (const input of [[[long]], { a: [long] }, [long, [long]], { a: "x".repeat(9_999) }]) {
      expect(() => plotSamples("stripPlot", input as never, undefined, "1")).toThrow(/^.{20,200}$/);
    }
  });

  it.each<[string, PlotInput, string, RegExp]>([
    ["no sample", [], "samples", /at least one value, got 0/],
    ["no named values", {}, "samples", /one sample or more, got none/],
    ["an empty strip", { a: [1], b: [] }, 'samples "b"', /at least one value, got 0/],
    ["NaN", { a: [1, Number.NaN] }, 'samples "a"[1]', /finite number, got NaN/],
    ["infinity", [1, Number.POSITIVE_INFINITY], "samples[1]", /finite number, got Infinity/],
    ["text among the values", { a: ["3" as never] }, 'samples "a"[0]', /finite number, got "3"/],
    ["text", "fast" as never, "samples", /needs a sample .* got "fast"/],
    ["null", null as never, "samples", /got null/],
    ["a number by name", { a: 3 as never }, 'samples "a"', /needs an array of numbers, got 3/],
    ["lists of values and something else", [[1, 2], 3] as never, "samples[1]", /an array of numbers, got 3/],
    ["NaN in a list of values", [[1], [2, Number.NaN]], "samples[1][1]", /finite number, got NaN/],
    ["lists of lists of values", [[[1, 2]]] as never, "samples[0][0]", /finite number, got an array of 2/],
    [
      "another typed array",
      Float32Array.of(1) as never,
      "samples",
      /an array of numbers, got a Float32Array/,
    ],
    ["a value whose square is no number", { a: [1e200] }, 'samples "a"[0]', /a number up to 1e\+150/],
    ["a list of samples and something else", [sample({}), 3] as never, "samples[1]", /needs a sample/],
    [
      "mixed units",
      [sample({ os: "a" }), sample({ os: "b" }, "parse", "B")],
      "samples",
      /one unit on one axis, got "ms" \(os a\) and "B" \(os b\); convert one of them, or draw two plots/,
    ],
  ])("refuses %s", (_, input, argument, problem) => {
    expectInputError(() => plotSamples("stripPlot", input, undefined, "1"), "stripPlot", argument, problem);
  });

  it("refuses a label that no sample has", () => {
    const problem = /one of cpu, smt, task; got "threads"/;
    expectInputError(() => plotSamples("seriesPlot", smt, "threads", "1"), "seriesPlot", "label", problem);
    const none = /these samples have no labels; got "os"/;
    expectInputError(() => plotSamples("seriesPlot", sample({}), "os", "1"), "seriesPlot", "label", none);
  });
});
