import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { findResource } from "./find-resource.js";
import { bundledPackage } from "./read-data-package.js";
import { readTable } from "./read-table.js";
import { samplesFromTable } from "./samples-from-table.js";

/** Where {@link loadDataset} looks. */
export interface LoadDatasetOptions {
  /** Path of a `datapackage.json` of your own; by default the package that comes with this library. */
  readonly package?: string;
}

/**
 * The samples of a dataset, each checked against its description: columns, types, constraints, keys, order of rows,
 * row count, size and SHA-256.
 *
 * A package of your own is a Frictionless tabular data package, whose resources say in a property `noisefloor` how
 * rows become samples: `{"kind": "samples", "benchmark": "parse", "metric": "time", "better": "lower", "value": <field>,
 * "run": <field>, "order": <field>, "labels": [<field>, …]}`. The unit is the `unit` of the value field. `metric`,
 * `better`, `run` and `order` may be left out, as may `bytes`, `hash` and `rows` of the resource.
 * Time and memory O(rows); nothing is cached.
 *
 * @param name - one of the names that `listDatasets()` gives
 * @param options - `package`, path of a `datapackage.json`
 * @returns one sample for each combination of labels, in file order; runs in time order
 * @throws {InputError} there is no such dataset, or it holds no samples
 * @throws {DatasetError} the file is not what its description promises: names file, line, field, what was needed and given
 * @example
 * loadDataset("smt").length // 4
 * loadDataset("smt")[0].labels // { "smt": "on", "task": "1" }
 * loadDataset("smt")[0].runs[0][0] // 1445.17319
 */
export function loadDataset(name: string, options: LoadDatasetOptions = {}): readonly Sample[] {
  const { package: packageFile = bundledPackage() } = checkOptions("loadDataset", options);
  const { dataPackage, resource } = findResource("loadDataset", packageFile, name, "samples");
  const mapping = resource.noisefloor;
  if (mapping?.kind !== "samples") {
    const instead =
      mapping?.kind === "published"
        ? "which holds published figures; use loadPublished()"
        : 'whose resource has no property "noisefloor"';
    const problem = `needs a dataset that holds samples, got "${name}", ${instead}`;
    throw new InputError("loadDataset", "name", problem);
  }
  return samplesFromTable("loadDataset", readTable("loadDataset", dataPackage, resource), resource, mapping);
}
