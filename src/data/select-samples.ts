import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { nearestName } from "../core/nearest-name.js";
import type { Sample } from "../core/sample.js";
import { checkSamples } from "./check-samples.js";

/** Values that a label may have: one, or any of several; numbers are compared as text. */
export type LabelFilter = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/**
 * The samples whose labels have the given values, in their order.
 *
 * @param samples - one or more
 * @param labels - for each label one value, or an array of values of which any will do
 * @returns one sample or more; never empty, since an empty comparison is most often a typing error
 * @throws {InputError} `samples` are no samples, none has such a label or such a value, or none has them all together: the
 *   message lists what there is
 * @example
 * selectSamples(loadDataset("smt"), { smt: "on" }).length // 2
 * selectSamples(loadDataset("smt"), { smt: "off", task: 2 })[0].labels // { "smt": "off", "task": "2" }
 */
export function selectSamples(samples: readonly Sample[], labels: LabelFilter): readonly Sample[] {
  checkSamples("selectSamples", samples);
  checkOptions("selectSamples", labels, "labels");
  const wanted = Object.entries(labels).map(([label, value]) => ({
    label,
    values: (Array.isArray(value) ? value : [value]).map(String),
  }));
  for (const { label, values } of wanted) checkExists(samples, label, values);
  const selected = samples.filter((sample) =>
    wanted.every(({ label, values }) => values.some((value) => value === sample.labels[label])),
  );
  if (selected.length > 0) return selected;
  const existing = samples.map((sample) => JSON.stringify(sample.labels)).join(", ");
  const problem = `need to fit one sample together, got ${JSON.stringify(labels)}; there are ${existing || "no samples"}`;
  throw new InputError("selectSamples", "labels", problem);
}

function checkExists(samples: readonly Sample[], label: string, values: readonly string[]): void {
  const labels = [...new Set(samples.flatMap((sample) => Object.keys(sample.labels)))];
  if (!labels.includes(label)) {
    throw new InputError(
      "selectSamples",
      "labels",
      `need to be among ${list(labels)}, got "${label}"${hint(label, labels)}`,
    );
  }
  const existing = [...new Set(samples.flatMap((sample) => sample.labels[label] ?? []))];
  const unknown = values.find((value) => !existing.includes(value));
  if (unknown !== undefined) {
    throw new InputError(
      "selectSamples",
      `labels.${label}`,
      `needs to be one of ${list(existing)}, got "${unknown}"${hint(unknown, existing)}`,
    );
  }
}

function list(names: readonly string[]): string {
  return names.length === 0 ? "none" : names.map((name) => `"${name}"`).join(", ");
}

function hint(name: string, known: readonly string[]): string {
  const nearest = nearestName(name, known);
  return nearest === null ? "" : `; did you mean "${nearest}"?`;
}
