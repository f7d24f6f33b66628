import { describe, expect, it } from "vitest";
import { createSample, isSample, sampleValues } from "../../src/core/sample.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("sample", () => {
  it("createSample(description) fills in what is not given", () => {
    expect(createSample({ benchmark: "parse", runs: [[1, 2], Float64Array.of(3)] })).toEqual({
      benchmark: "parse",
      metric: "time",
      unit: "1",
      better: "lower",
      runs: [Float64Array.of(1, 2), Float64Array.of(3)],
      labels: {},
    });
  });

  it("createSample(description) keeps what is given, as a copy", () => {
    const run = Float64Array.of(1, 2);
    const labels = { commit: "abc" };
    const sample = createSample({
      benchmark: "parse",
      metric: "throughput",
      unit: "1/s",
      better: "higher",
      runs: [run],
      labels,
    });
    run[0] = 99;
    labels.commit = "changed";
    expect(sample).toMatchObject({
      metric: "throughput",
      unit: "1/s",
      better: "higher",
      labels: { commit: "abc" },
    });
    expect(sampleValues(sample)).toEqual(Float64Array.of(1, 2));
  });

  it("createSample(bad) says what is wrong", () => {
    const create = (change: object) => () =>
      createSample({ benchmark: "b", runs: [[1]], ...change } as never);
    expectInputError(create({ benchmark: "" }), "createSample", "benchmark", /name, got ""/);
    expectInputError(
      create({ better: "faster" }),
      "createSample",
      "better",
      /"lower", "higher", got "faster"/,
    );
    expectInputError(create({ runs: [] }), "createSample", "runs", /one run or more, got none/);
    expectInputError(create({ runs: [[1], []] }), "createSample", "runs[1]", /one value or more/);
    expectInputError(create({ runs: [[1, Number.NaN]] }), "createSample", "runs[0][1]", /got NaN/);
    expectInputError(create({ benchmark: 1n }), "createSample", "benchmark", /text, got 1n/);
    expectInputError(create({ metric: null }), "createSample", "metric", /text, got null/);
    expectInputError(create({ unit: 5 }), "createSample", "unit", /text, got 5/);
    expectInputError(create({ labels: null }), "createSample", "labels", /object.*got null/);
    expectInputError(create({ labels: { task: 2 } }), "createSample", "labels.task", /text, got 2/);
    expectInputError(create({ runs: 5 }), "createSample", "runs", /got 5/);
    expectInputError(create({ runs: [["1"]] }), "createSample", "runs[0][0]", /finite number, got "1"/);
    for (const description of [undefined, null, "parse"]) {
      const call = () => createSample(description as never);
      expectInputError(call, "createSample", "description", /an object/);
    }
    expectInputError(create({ runs: [1, 2] }), "createSample", "runs[0]", /array of numbers, got 1/);
  });

  it("sampleValues(sample) are all runs in order, in memory of their own", () => {
    const sample = createSample({ benchmark: "b", runs: [[1, 2], [3]] });
    expect(sampleValues(sample)).toEqual(Float64Array.of(1, 2, 3));
    const single = createSample({ benchmark: "b", runs: [[1, 2]] });
    sampleValues(single)[0] = 99;
    expect(single.runs[0]).toEqual(Float64Array.of(1, 2));
  });

  it("isSample(input) tells a sample from values", () => {
    expect(isSample(createSample({ benchmark: "b", runs: [[1]] }))).toBe(true);
    for (const input of [[1, 2], Float64Array.of(1), null, undefined, "runs", { runs: 5 }]) {
      expect(isSample(input)).toBe(false);
    }
  });
});
