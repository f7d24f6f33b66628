import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { listDatasets } from "../../src/data/list-datasets.js";
import { loadDataset } from "../../src/data/load-dataset.js";
import { bundledPackage } from "../../src/data/read-data-package.js";
import { readTable } from "../../src/data/read-table.js";
import { timings, timingsDescriptor, writePackage } from "./temporary-package.js";

const folder = dirname(bundledPackage());
const descriptor = JSON.parse(readFileSync(bundledPackage(), "utf8"));

describe("listDatasets", () => {
  it("listDatasets names what there is", () => {
    expect(
      listDatasets().map(({ name, kind, rows, unit, labels }) => [name, kind, rows, unit, labels]),
    ).toEqual([
      ["smt", "samples", 4800, "ms", ["smt", "task"]],
      ["dfs-single-task", "samples", 4000, "ms", ["dfs", "tasks"]],
      ["dfs-multi-task-sample", "samples", 9625, "ms", ["dfs", "tasks", "window"]],
      ["jvm-warmup", "samples", 1575, "ns", ["experiment", "phase"]],
      ["jvm-warmup-throughput", "samples", 618, "1/s", ["experiment", "phase"]],
      ["interpreting-throughput", "samples", 11, "req/s", ["role"]],
      ["published", "published", 50, null, []],
    ]);
    for (const { title, description } of listDatasets()) {
      expect(title).not.toBe("");
      expect(description).toMatch(/\.$/);
    }
  });

  it("listDatasets says of each dataset of samples what loadDataset then gives", () => {
    for (const { name, kind, unit, labels, rows } of listDatasets()) {
      if (kind !== "samples") continue;
      const samples = loadDataset(name);
      expect(samples.map((sample) => [sample.unit, Object.keys(sample.labels)])).toEqual(
        samples.map(() => [unit, labels]),
      );
      const lengths = samples.flatMap((sample) => sample.runs.map((run) => run.length));
      expect(lengths.reduce((total, length) => total + length, 0)).toBe(rows);
    }
  });

  it("listDatasets of one's own package leaves out what this library cannot use", () => {
    const [resource] = (timingsDescriptor() as { resources: object[] }).resources;
    const resources = [resource, { ...resource, name: "other", noisefloor: undefined }];
    expect(listDatasets({ package: writePackage(timings, { resources }).descriptor })).toEqual([
      {
        name: "timings",
        title: "",
        description: "",
        kind: "samples",
        rows: null,
        unit: "ms",
        labels: ["commit"],
      },
    ]);
  });
});

describe("datapackage.json", () => {
  it.each(
    descriptor.resources as { name: string; path: string; bytes: number; hash: string; rows: number }[],
  )("describes $path as it is", ({ path, bytes, hash, rows }) => {
    const content = readFileSync(join(folder, path));
    expect(bytes).toBe(content.length);
    expect(hash).toBe(`sha256:${createHash("sha256").update(content).digest("hex")}`);
    expect(rows).toBe(content.toString().trimEnd().split("\n").length - 1);
  });

  it("describes every file", () => {
    const paths = descriptor.resources.map((resource: { path: string }) => resource.path);
    expect(readdirSync(folder).sort()).toEqual([...paths, "README.md", "datapackage.json"].sort());
  });

  it("is a tabular data package as Frictionless defines it", () => {
    expect(descriptor.profile).toBe("tabular-data-package");
    for (const resource of descriptor.resources) {
      expect(resource).toMatchObject({
        profile: "tabular-data-resource",
        format: "csv",
        mediatype: "text/csv",
      });
      expect(resource.sources.length).toBeGreaterThan(0);
      expect(resource.obtained).toMatch(/\.$/);
      for (const field of resource.schema.fields) {
        expect(field.description).not.toBe("");
        expect(field.constraints.required).toBe(true);
      }
    }
  });
});

describe("readTable", () => {
  it("readTable checks `unique` of a single field", () => {
    const schema = { fields: [{ name: "id", type: "string", constraints: { unique: true } }] };
    const paths = writePackage("id\nx\ny\nx\n", timingsDescriptor({ schema, noisefloor: undefined }));
    const resource = {
      name: "timings",
      path: "timings.csv",
      title: "",
      description: "",
      schema: {
        fields: [{ name: "id", type: "string", constraints: { unique: true } }],
        primaryKey: [],
        missingValues: [""],
      },
    } as const;
    expect(() => readTable("test", { file: paths.descriptor, resources: [resource] }, resource)).toThrow(
      `test: ${paths.csv}, line 4, field "id" needs to be unique, got x as in line 2`,
    );
  });
});
