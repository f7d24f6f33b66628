import type { Warning } from "../../core/warning.js";
import { modality } from "../../stats/modality.js";
import { outliers } from "../../stats/outliers.js";
import type { PlotSample } from "../plot-samples.js";
import { countText } from "../quantity-text.js";

/** What a plot of summaries does not show of a sample. */
export interface HiddenFacts {
  readonly name: string;
  readonly n: number;
  readonly modes: number;
  /** Values beyond the fences of Tukey. */
  readonly far: number;
  readonly runs: number;
}

/** Modes, far values and runs of a sample. Time O(n log n). */
export function hiddenFacts({ name, runs }: PlotSample, values: Float64Array): HiddenFacts {
  return {
    name,
    n: values.length,
    modes: modality(values).modes.length,
    far: values.length < 3 ? 0 : outliers(values).outliers.length,
    runs: runs.length,
  };
}

/** The warning that goes with every plot of summaries: in general, and for what these samples hide. */
export function summaryWarning(kind: "box" | "bar", facts: readonly HiddenFacts[]): Warning {
  const sentences = [
    general[kind],
    inParticular(kind, facts),
    "A strip plot or a frequency trail of the same values shows what is there.",
  ];
  return { code: "summaries-only", message: sentences.filter((text) => text !== "").join(" ") };
}

/** What stands on the figure: what is hidden of these samples, or could be. */
export function summaryReading(kind: "box" | "bar", facts: readonly HiddenFacts[]): string {
  const particular = inParticular(kind, facts);
  return particular === "" ? general[kind] : particular;
}

const general = {
  box: "A box is five numbers: it looks alike for one mode, two or three, for 10 values and for 10,000, and it forgets their order.",
  bar: "A bar is two numbers: very different values have the same mean and the same standard deviation, and where no value lies is filled as well.",
};

function inParticular(kind: "box" | "bar", facts: readonly HiddenFacts[]): string {
  const hidden = facts.flatMap(({ name, modes, far, runs }) => {
    const parts = [
      ...(modes > 1 ? [`${modes} modes or more`] : []),
      ...(kind === "bar" && far > 0 ? [`${countText(far)} far value${far === 1 ? "" : "s"}`] : []),
      ...(runs > 1 ? [`${runs} runs`] : []),
    ];
    return parts.length === 0 ? [] : [`${name === "" ? "the sample" : name} (${parts.join(", ")})`];
  });
  return hidden.length === 0 ? "" : `Not shown: ${hidden.join("; ")}.`;
}
