import { describe, expect, it } from "vitest";
import { compileField } from "../../src/data/compile-field.js";
import { dataPackageSchema } from "../../src/data/data-package-schema.js";
import { readDataPackage } from "../../src/data/read-data-package.js";
import { timings, timingsDescriptor, writePackage } from "./temporary-package.js";

const message = (descriptor: unknown): string => {
  const paths = writePackage(timings, descriptor);
  try {
    readDataPackage("loadDataset", paths.descriptor);
  } catch (error) {
    return (error as Error).message.replace(paths.descriptor, "datapackage.json");
  }
  return "accepted";
};

describe("readDataPackage", () => {
  it("readDataPackage accepts properties that it does not know", () => {
    expect(message({ ...timingsDescriptor({ licenses: [], sources: [] }), version: "1.0.0" })).toBe(
      "accepted",
    );
  });

  it("readDataPackage takes a single field as primary key", () => {
    const schema = { fields: [{ name: "id", type: "string" }], primaryKey: "id" };
    const { descriptor } = writePackage(timings, timingsDescriptor({ schema, noisefloor: undefined }));
    expect(readDataPackage("test", descriptor).resources[0]!.schema).toEqual({
      fields: [{ name: "id", type: "string", constraints: {} }],
      primaryKey: ["id"],
      missingValues: [""],
    });
  });

  it.each([
    "../timings.csv",
    "data/../../timings.csv",
    "/etc/passwd",
    "https://example.org/t.csv",
    "C:\\t.csv",
    "a\\b.csv",
    "",
  ])("readDataPackage refuses the path %j", (path) => {
    expect(message(timingsDescriptor({ path }))).toBe(
      'loadDataset: datapackage.json, field "resources.0.path" needs a relative path inside the package, with "/" and without ".."',
    );
  });

  it.each<[unknown, RegExp]>([
    ["{", /^loadDataset: datapackage\.json needs to be JSON: /],
    [[], /field "resources" needs a value, got none$/],
    [{ resources: [] }, /field "resources" needs one resource or more, got none$/],
    [timingsDescriptor({ name: 7 }), /field "resources\.0\.name" needs string, got 7$/],
    [timingsDescriptor({ path: ["a.csv", "b.csv"] }), /field "resources\.0\.path" needs string, got Array$/],
    [
      timingsDescriptor({ hash: "md5" }),
      /field "resources\.0\.hash" needs "sha256:" and 64 hexadecimal digits$/,
    ],
    [timingsDescriptor({ encoding: "latin1" }), /field "resources\.0\.encoding" needs .*utf-8/],
    [
      timingsDescriptor({ dialect: { delimiter: ";" } }),
      /field "resources\.0\.dialect\.delimiter" needs ",", got ";"$/,
    ],
    [timingsDescriptor({ noisefloor: { kind: "sample" } }), /field "resources\.0\.noisefloor\.kind" needs/],
    [
      timingsDescriptor({ schema: { fields: [{ name: "t", type: "date" }] } }),
      /field "resources\.0\.schema\.fields\.0\.type" needs .*"number".*, got "date"$/,
    ],
    [
      timingsDescriptor({ schema: { fields: [{ name: "t", type: "number", decimalChar: "," }] } }),
      /field "resources\.0\.schema\.fields\.0\.decimalChar" needs "\.", got ","$/,
    ],
    [
      timingsDescriptor({
        schema: { fields: [{ name: "t", type: "number", constraints: { minLength: 2 } }] },
      }),
      /field "resources\.0\.schema\.fields\.0\.constraints\.minLength" needs to be left out: this library could not keep it$/,
    ],
    [
      timingsDescriptor({
        schema: { fields: [{ name: "t", type: "string", constraints: { pattern: "(" } }] },
      }),
      /constraints\.pattern" needs a regular expression that JavaScript can read$/,
    ],
    [
      timingsDescriptor({ noisefloor: { kind: "samples", benchmark: "b", value: "commit", labels: [] } }),
      /field "timings\.noisefloor\.value" needs one of the numeric fields fork, iteration, time, got "commit"$/,
    ],
    [
      timingsDescriptor({ noisefloor: { kind: "samples", benchmark: "b", value: "time", labels: ["cpu"] } }),
      /field "timings\.noisefloor\.labels" needs one of the fields commit, fork, iteration, time, got "cpu"$/,
    ],
    [
      timingsDescriptor({
        schema: { fields: [{ name: "t", type: "string" }], primaryKey: ["u"] },
        noisefloor: undefined,
      }),
      /field "timings\.schema\.primaryKey" needs one of the fields t, got "u"$/,
    ],
  ])("readDataPackage refuses, %#", (descriptor, expected) => {
    expect(message(descriptor)).toMatch(expected);
  });

  it("readDataPackage refuses a package that is not there", () => {
    expect(() => readDataPackage("listDatasets", "nowhere/datapackage.json")).toThrow(
      "listDatasets: nowhere/datapackage.json needs to be a readable file, got ENOENT",
    );
  });
});

describe("compileField", () => {
  it.each([
    ["boolean", "true", { cell: true }],
    ["boolean", "0", { cell: false }],
    ["boolean", "yes", { needs: "true or false" }],
    ["integer", "+007", { cell: 7 }],
    ["number", "-1.5e3", { cell: -1500 }],
    ["number", ".5", { cell: 0.5 }],
    ["number", "1 000", { needs: "a finite number" }],
    ["string", "", { cell: null }],
    ["string", "n/a", { cell: null }],
  ] as const)("compileField of %s reads %j", (type, text, checked) => {
    expect(compileField({ name: "f", type, constraints: {} }, ["", "n/a"])(text)).toEqual(checked);
  });

  it("compileField compares numbers with a list by value", () => {
    const check = compileField({ name: "f", type: "number", constraints: { enum: [1, "2.50"] } }, [""]);
    expect([check("1.0"), check("2.5"), check("3")]).toEqual([
      { cell: 1 },
      { cell: 2.5 },
      { needs: "one of 1, 2.50" },
    ]);
  });
});

describe("dataPackageSchema", () => {
  it("dataPackageSchema is a Standard Schema, as forms and other tools take it", () => {
    expect(dataPackageSchema["~standard"].version).toBe(1);
  });
});
