import { InputError } from "../core/input-error.js";
import { nearestName } from "../core/nearest-name.js";
import { show } from "../core/show.js";
import type { Resource } from "./data-package-schema.js";
import { type DataPackage, readDataPackage } from "./read-data-package.js";

/** A resource and the package that it belongs to. */
export interface FoundResource {
  readonly dataPackage: DataPackage;
  readonly resource: Resource;
}

/** The resource called `name`, or an error that lists the names of the given kind. */
export function findResource(
  functionName: string,
  packageFile: string,
  name: string,
  kind: "samples" | "published",
): FoundResource {
  const dataPackage = readDataPackage(functionName, packageFile);
  const { resources } = dataPackage;
  const resource = resources.find((candidate) => candidate.name === name);
  if (resource !== undefined) return { dataPackage, resource };
  const fitting = resources.filter((candidate) => candidate.noisefloor?.kind === kind);
  const known = fitting.map((candidate) => candidate.name);
  const nearest = typeof name === "string" ? nearestName(name, known) : null;
  const hint = nearest === null ? "" : `; did you mean "${nearest}"?`;
  throw new InputError(functionName, "name", `needs one of ${known.join(", ")}, got ${show(name)}${hint}`);
}
