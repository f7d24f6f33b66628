import { describe, expect, it } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { selectSamples } from "../../src/data/select-samples.js";

const sample = (labels: Record<string, string>) => createSample({ benchmark: "b", runs: [[1]], labels });
const on1 = sample({ smt: "on", task: "1" });
const on2 = sample({ smt: "on", task: "2" });
const off1 = sample({ smt: "off", task: "1" });
const other = sample({ cpu: "arm" });
const samples = [on1, on2, off1, other];

describe("selectSamples", () => {
  it("selectSamples keeps the samples that have all the labels, in order", () => {
    expect(selectSamples(samples, { smt: "on" })).toEqual([on1, on2]);
    expect(selectSamples(samples, { smt: "on", task: 2 })).toEqual([on2]);
    expect(selectSamples(samples, { task: [1, "2"] })).toEqual([on1, on2, off1]);
    expect(selectSamples(samples, {})).toEqual(samples);
  });

  it("selectSamples twice is selectSamples with both", () => {
    expect(selectSamples(selectSamples(samples, { smt: "on" }), { task: 1 })).toEqual(
      selectSamples(samples, { smt: "on", task: 1 }),
    );
  });

  it.each([
    [
      () => selectSamples(samples, { smtt: "on" }),
      'selectSamples: labels need to be among "smt", "task", "cpu", got "smtt"; did you mean "smt"?',
    ],
    [
      () => selectSamples(samples, { smt: "yes" }),
      'selectSamples: labels.smt needs to be one of "on", "off", got "yes"',
    ],
    [
      () => selectSamples(samples, { task: [1, 3] }),
      'selectSamples: labels.task needs to be one of "1", "2", got "3"; did you mean "1"?',
    ],
    [
      () => selectSamples([on1, off1], { smt: "off", task: [] }),
      'selectSamples: labels need to fit one sample together, got {"smt":"off","task":[]}; there are {"smt":"on","task":"1"}, {"smt":"off","task":"1"}',
    ],
    [
      () => selectSamples(null as never, { smt: "on" }),
      "selectSamples: samples needs an array of samples, got null",
    ],
    [
      () => selectSamples(samples, null as never),
      "selectSamples: labels needs an object such as { name: value }, got null",
    ],
    [() => selectSamples([], { smt: "on" }), 'selectSamples: labels need to be among none, got "smt"'],
  ])("selectSamples refuses what selects nothing, %#", (call, message) => {
    expect(call).toThrow(expect.objectContaining({ name: "InputError", message }));
  });
});
