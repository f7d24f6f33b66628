import { checkOptions } from "../core/check-options.js";
import type { LoadDatasetOptions } from "./load-dataset.js";
import { bundledPackage, readDataPackage } from "./read-data-package.js";

/** What a dataset holds. */
export interface DatasetInfo {
  /** What `loadDataset` takes. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Samples, or figures as printed in the talk (for `loadPublished`). */
  readonly kind: "samples" | "published";
  /** Number of rows; null where the package does not state it. */
  readonly rows: number | null;
  /** Unit of the measured values; null for published figures, which name their own. */
  readonly unit: string | null;
  /** Names of the labels that tell the samples apart. */
  readonly labels: readonly string[];
}

/**
 * The datasets there are, in the order of their package. Reads descriptions only, no data.
 *
 * @param options - `package`, path of a `datapackage.json`; by default the package that comes with this library
 * @returns name, title, description, kind, rows, unit and labels of each
 * @throws {DatasetError} the `datapackage.json` is missing or invalid
 * @example
 * listDatasets()[0].name // "smt"
 * listDatasets()[0].unit // "ms"
 */
export function listDatasets(options: LoadDatasetOptions = {}): readonly DatasetInfo[] {
  const { package: packageFile = bundledPackage() } = checkOptions("listDatasets", options);
  return readDataPackage("listDatasets", packageFile).resources.flatMap((resource): DatasetInfo[] => {
    const { name, title, description, rows = null, noisefloor: mapping, schema } = resource;
    if (mapping === undefined) return [];
    if (mapping.kind === "published") {
      return [{ name, title, description, kind: mapping.kind, rows, unit: null, labels: [] }];
    }
    const unit = schema.fields.find((field) => field.name === mapping.value)?.unit ?? "1";
    return [{ name, title, description, kind: mapping.kind, rows, unit, labels: mapping.labels }];
  });
}
