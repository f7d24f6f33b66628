import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import { show } from "../core/show.js";
import { distinct, joined, type PlotSample } from "./plot-samples.js";

/** What strips are grouped by: a label, a function of the sample, or null for no groups. */
export type StripGroup = string | ((sample: Sample) => string) | null;

/** A sample with the name of its group and its own within it. */
export interface GroupedSample {
  readonly sample: PlotSample;
  /** In full. */
  readonly name: string;
  /** Within the group. */
  readonly label: string;
  /** Empty for none. */
  readonly group: string;
}

/**
 * Puts samples that share a label beside each other. Where two labels name the samples and the first one is shared, that is the
 * group unless another is asked for.
 *
 * @throws {InputError} there is no such label, or the function returns no text
 */
export function groupedSamples(
  functionName: string,
  samples: readonly PlotSample[],
  asked: StripGroup | undefined,
): readonly GroupedSample[] {
  const group = asked === undefined ? sharedLabel(samples) : asked;
  if (group === null)
    return samples.map((sample) => ({ sample, name: sample.name, label: sample.name, group: "" }));
  const grouped = samples.map((sample) => {
    const name = groupOf(functionName, samples, sample, group);
    const label = joined(sample.parts.filter((part) => part.label === null || part.label !== group));
    return { sample: { ...sample, group: name }, group: name, label: label === name ? "" : label };
  });
  const names = distinct(
    grouped.map(({ group: outer, label }) => [outer, label].filter((text) => text !== "").join(", ")),
  );
  const order = [...new Set(grouped.map((entry) => entry.group))];
  return grouped
    .map((entry, i) => ({ ...entry, name: names[i]! }))
    .sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

/** The first of two labels, if samples share it. */
function sharedLabel(samples: readonly PlotSample[]): string | null {
  const label = samples[0]!.parts[0]!.label;
  const alike = samples.every(({ parts }) => parts.length === 2 && parts[0]!.label === label);
  const values = new Set(samples.map(({ parts }) => parts[0]!.text));
  return alike && values.size > 1 && values.size < samples.length ? label : null;
}

function groupOf(
  functionName: string,
  samples: readonly PlotSample[],
  { source, parts }: PlotSample,
  group: string | ((sample: Sample) => string),
): string {
  if (typeof group === "function") {
    const name: unknown = source === null ? "" : group(source);
    if (typeof name === "string") return name;
    throw new InputError(
      functionName,
      "group",
      `needs a function that returns text, got one that returned ${show(name)}`,
    );
  }
  const known = [...new Set(samples.flatMap((sample) => Object.keys(sample.source?.labels ?? {})))];
  if (!known.includes(group)) {
    const choice = known.length === 0 ? "but these samples have no labels" : `one of ${known.join(", ")}`;
    throw new InputError(functionName, "group", `needs the name of a label, ${choice}; got ${show(group)}`);
  }
  const value = source?.labels[group];
  return parts.find(({ label }) => label === group)?.text ?? (value === undefined ? "" : `${group} ${value}`);
}
