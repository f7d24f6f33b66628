import type { DataFrame } from "danfojs-node";
import fc from "fast-check";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createSample } from "../../src/core/sample.js";
import { fromDanfo } from "../../src/data/from-danfo.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { selectSamples } from "../../src/data/select-samples.js";
import { toDanfo } from "../../src/data/to-danfo.js";
import { arbitrarySamples } from "./arbitrary-samples.js";

afterEach(() => {
  vi.doUnmock("danfojs-node");
  vi.resetModules();
});

describe("toDanfo", () => {
  it("toDanfo gives a frame whose labels are text and whose numbers are numbers", async () => {
    const frame = await toDanfo<DataFrame>(selectSamples(loadDataset("smt"), { smt: "off" }));
    expect(frame.shape).toEqual([2400, 9]);
    expect(Object.fromEntries(frame.columns.map((name, i) => [name, frame.dtypes[i]]))).toEqual({
      benchmark: "string",
      metric: "string",
      unit: "string",
      better: "string",
      smt: "string",
      task: "string",
      run: "int32",
      iteration: "int32",
      value: "float32",
    });
    expect(frame.column("value").mean().toFixed(2)).toBe("737.65");
  });

  it("toDanfo marks a label that a sample lacks as missing", async () => {
    const plain = createSample({ benchmark: "scan", runs: [[1]] });
    const labelled = createSample({ benchmark: "scan", runs: [[1]], labels: { cpu: "arm" } });
    const frame = await toDanfo<DataFrame>([plain, labelled]);
    expect(frame.column("cpu").isNa().values).toEqual([true, false]);
  });

  it("toDanfo says what to install", async () => {
    vi.doMock("danfojs-node", () => {
      throw new Error("Cannot find package 'danfojs-node'");
    });
    vi.resetModules();
    const fresh = await import("../../src/data/to-danfo.js");
    await expect(fresh.toDanfo(loadDataset("smt"))).rejects.toThrow(
      /^toDanfo: danfojs-node needs to be installed: npm install danfojs-node; got: /,
    );
  });

  it("toDanfo refuses what toTable refuses", async () => {
    await expect(toDanfo([])).rejects.toThrow("toDanfo: samples needs one sample or more, got none");
  });
});

describe("fromDanfo", () => {
  it("fromDanfo of toDanfo is the same samples, in full precision", async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySamples, async (samples) => {
        expect(fromDanfo(await toDanfo(samples))).toEqual(samples);
      }),
    );
  });

  it("fromDanfo(no frame) says so", () => {
    for (const frame of [null, undefined, [1, 2], { columns: ["value"] }]) {
      expect(() => fromDanfo(frame as never)).toThrow(/^fromDanfo: frame needs a danfo.js data frame, got /);
    }
  });

  it("fromDanfo takes a frame that was filtered", async () => {
    const frame = await toDanfo<DataFrame>(loadDataset("smt"));
    const off = frame.query(frame.column("smt").eq("off" as never));
    expect(fromDanfo(off)).toEqual(selectSamples(loadDataset("smt"), { smt: "off" }));
  });

  it("fromDanfo refuses a missing value, and takes it for no label", async () => {
    const { DataFrame } = await import("danfojs-node");
    const missing = new DataFrame([[1], [Number.NaN]], { columns: ["value"] });
    expect(() => fromDanfo(missing)).toThrow(
      'fromDanfo: column "value", row 1 needs a finite number, got NaN',
    );
    const unlabelled = new DataFrame(
      [
        [1, "arm"],
        [2, null as never],
      ],
      { columns: ["value", "cpu"] },
    );
    expect(fromDanfo(unlabelled).map((sample) => sample.labels)).toEqual([{ cpu: "arm" }, {}]);
  });

  it("fromDanfo needs a column of values", async () => {
    const { DataFrame } = await import("danfojs-node");
    expect(() => fromDanfo(new DataFrame([[1]], { columns: ["time"] }))).toThrow(
      'fromDanfo: table needs a column "value", got time',
    );
  });
});
