import * as v from "valibot";
import { findResource } from "./find-resource.js";
import { bundledPackage } from "./read-data-package.js";
import { readTable } from "./read-table.js";

/** A number as the talk or the post printed it. */
export interface PublishedFigure {
  /** Stable and readable: "smt-on-task-1-cv". */
  readonly id: string;
  readonly experiment: "smt" | "dfs" | "jvm-warmup";
  /** Which row of the published table. */
  readonly configuration: string;
  /** `sd` and `cv` use the population formula (divide by n). */
  readonly statistic: "mean" | "sd" | "cv" | "ratio";
  readonly unit: "ms" | "%" | "1";
  /** The digits exactly as printed: "11.80". */
  readonly printed: string;
  /** A figure of a table, or a claim in words turned into a ratio. */
  readonly kind: "figure" | "claim";
  /** Which values the number describes. */
  readonly note: string;
}

const figureSchema = v.object({
  id: v.string(),
  experiment: v.picklist(["smt", "dfs", "jvm-warmup"]),
  configuration: v.string(),
  statistic: v.picklist(["mean", "sd", "cv", "ratio"]),
  unit: v.picklist(["ms", "%", "1"]),
  printed: v.string(),
  kind: v.picklist(["figure", "claim"]),
  note: v.string(),
});

/**
 * Every figure and claim of the talk that the notebooks reproduce, with the digits as printed.
 *
 * @returns figures in the order of the experiments
 * @throws {DatasetError} the file is not what its description promises
 * @example
 * loadPublished().find((figure) => figure.id === "jvm-experiment-1-cv").printed // "11.80"
 */
export function loadPublished(): readonly PublishedFigure[] {
  const { dataPackage, resource } = findResource("loadPublished", bundledPackage(), "published", "published");
  return readTable("loadPublished", dataPackage, resource).rows.map((row) =>
    v.parse(figureSchema, row.cells),
  );
}
