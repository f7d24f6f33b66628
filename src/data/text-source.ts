import { basename, extname } from "node:path";
import type { Sample, SampleDescription } from "../core/sample.js";
import type { ColumnNames } from "./column-roles.js";
import type { FromTableOptions } from "./samples-from-columns.js";

/** A text and the name of its file, for errors. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** What the columns of a file mean, and what to take for those that it does not have. */
export interface SamplesFromTextOptions extends ColumnNames, FromTableOptions {}

/** A sample with what a further column of its file says of each value, run by run. */
export interface PlacedSample extends Sample {
  readonly along?: readonly (readonly string[])[];
}

/** What numbers without any description are of: the file gives the name. */
export function plainDescription(
  file: string,
  options: SamplesFromTextOptions,
): Omit<SampleDescription, "runs"> {
  const { benchmark = basename(file, extname(file)), metric, unit, better } = options;
  return {
    benchmark: benchmark === "" ? "values" : benchmark,
    metric: metric ?? (unit === undefined ? "value" : "time"),
    ...(unit === undefined ? {} : { unit }),
    ...(better === undefined ? {} : { better }),
  };
}
