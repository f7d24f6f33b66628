import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as v from "valibot";
import { dataPackageSchema, type Resource } from "./data-package-schema.js";
import { DatasetError } from "./dataset-error.js";

/** A checked `datapackage.json`. */
export interface DataPackage {
  /** Path of the `datapackage.json`. */
  readonly file: string;
  readonly resources: readonly Resource[];
}

/** The package that comes with this library: src/data and dist/data lie equally deep, whatever the current directory. */
export function bundledPackage(): string {
  return fileURLToPath(new URL("../../datasets/datapackage.json", import.meta.url));
}

/**
 * Reads and checks a `datapackage.json`, not yet the files that it describes.
 *
 * @throws {DatasetError} it cannot be read, is not JSON, or describes something that this library cannot check
 */
export function readDataPackage(functionName: string, file: string): DataPackage {
  const result = v.safeParse(dataPackageSchema, readJson(functionName, file), { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const field = v.getDotPath(issue) ?? undefined;
    throw new DatasetError(functionName, file, { field }, describe(issue));
  }
  const { resources } = result.output;
  for (const resource of resources) checkReferences(functionName, file, resource);
  return { file, resources };
}

function describe({ expected, message, received }: v.BaseIssue<unknown>): string {
  if (message.startsWith("needs ")) return message;
  if (expected === "never") return "needs to be left out: this library could not keep it";
  if (received === "undefined") return "needs a value, got none";
  return `needs ${expected}, got ${received}`;
}

function readJson(functionName: string, file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const problem =
      code === undefined ? `needs to be JSON: ${message}` : `needs to be a readable file, got ${code}`;
    throw new DatasetError(functionName, file, {}, problem);
  }
}

/** Keys and mappings name fields; those must exist. */
function checkReferences(functionName: string, file: string, resource: Resource): void {
  const { fields, primaryKey } = resource.schema;
  const names = fields.map((field) => field.name);
  const mapping = resource.noisefloor?.kind === "samples" ? resource.noisefloor : undefined;
  const numeric = fields.filter((field) => field.type === "integer" || field.type === "number");
  const numericNames = numeric.map((field) => field.name);
  check("schema.primaryKey", primaryKey, names);
  if (mapping === undefined) return;
  check("noisefloor.labels", mapping.labels, names);
  check("noisefloor.run", mapping.run === undefined ? [] : [mapping.run], names);
  check("noisefloor.order", mapping.order === undefined ? [] : [mapping.order], numericNames);
  check("noisefloor.value", [mapping.value], numericNames);

  function check(property: string, used: readonly string[], allowed: readonly string[]): void {
    const unknown = used.find((name) => !allowed.includes(name));
    if (unknown === undefined) return;
    const kind = allowed === names ? "fields" : "numeric fields";
    throw new DatasetError(
      functionName,
      file,
      { field: `${resource.name}.${property}` },
      `needs one of the ${kind} ${allowed.join(", ")}, got "${unknown}"`,
    );
  }
}
