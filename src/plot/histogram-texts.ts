import type { DisplayUnit } from "../data/display-unit.js";
import type { HistogramData } from "./histogram-data.js";
import { countText, percentText, quantityText } from "./quantity-text.js";
import { subjectText } from "./sample-texts.js";

/** What the texts of a histogram are about. */
export interface HistogramFacts {
  readonly samples: readonly HistogramData[];
  readonly unit: DisplayUnit;
  /** Of all samples, in the unit of the values. */
  readonly edges: readonly number[];
  /** Whether the rule of Freedman and Diaconis chose the bins. */
  readonly chosen: boolean;
  readonly scale: "linear" | "log";
}

/** The mean of a sample with as many digits as its standard error allows. */
export function meanText({ mean, standardError }: HistogramData, { factor, label }: DisplayUnit): string {
  return quantityText(mean * factor, label, (standardError ?? 0) * factor);
}

/** States the finding: the means, and of two samples whether they can be told apart. */
export function histogramFinding({ samples, unit }: HistogramFacts): string {
  const subject = subjectText(samples);
  // A number and its unit stay on one line.
  const text = (sample: HistogramData) => meanText(sample, unit).replace(" ", "\u00a0");
  if (samples.length > 2) {
    const sorted = samples.toSorted((a, b) => a.mean - b.mean);
    const [least, most] = [text(sorted[0]!), text(sorted.at(-1)!)];
    return `${subject}: ${least === most ? `means of ${least}` : `means from ${least} to ${most}`}`;
  }
  const [first, second] = samples.map(text);
  if (samples.length === 1) return `${subject}: mean ${first}`;
  return `${subject}: mean ${second} (${samples[1]!.name}) against ${first} (${samples[0]!.name})`;
}

/**
 * How far two samples can be told apart by one value: apart if no value of one lies among those of the other, else by the share
 * of area that their histograms have in common. Empty for other numbers of samples.
 */
export function overlapText({ samples, edges }: HistogramFacts): string {
  const [first, second] = samples;
  if (first === undefined || second === undefined || samples.length > 2) return "";
  if (first.range[1] < second.range[0] || second.range[1] < first.range[0]) {
    return "Clearly different: no value of one sample lies among those of the other.";
  }
  const common = edges
    .slice(1)
    .reduce((sum, _, bin) => sum + Math.min(share(first, bin), share(second, bin)), 0);
  return `Overlapping: the histograms have ${percentText(common)} of their area in common.`;
}

/** How many values, how wide the bins are and who chose them, and what is not shown. */
export function histogramCaption(facts: HistogramFacts): string {
  const { samples, edges, unit, chosen, scale } = facts;
  const sizes = samples.map(({ values }) => values.length);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const each = samples.length > 1 ? " each" : "";
  const size = least === most ? countText(most) : `${countText(least)} to ${countText(most)}`;
  const bins = edges.length - 1;
  const width = (edges[1]! - edges[0]!) * unit.factor;
  const widths =
    scale === "log"
      ? `${bins} bins, each up to ${percentText(edges[1]! / edges[0]! - 1)} above its lower end`
      : `${bins} bin${bins === 1 ? "" : "s"} of ${quantityText(width, unit.label, width / 10)}`;
  const rule = chosen ? ", by the rule of Freedman and Diaconis" : "";
  const inside = samples.flatMap(({ counts }) => counts).reduce((sum, count) => sum + count, 0);
  const outside = sizes.reduce((sum, n) => sum + n, 0) - inside;
  const left =
    outside === 0
      ? ""
      : `${countText(outside)} value${outside === 1 ? " lies" : "s lie"} outside and ${outside === 1 ? "is" : "are"} not shown (${percentText(outside / (inside + outside))}).`;
  const runs = samples.map((sample) => sample.runs);
  const several = Math.max(...runs) > 1 ? ` in ${spanOf(runs)} runs` : "";
  return [
    `n = ${size} value${most === 1 ? "" : "s"}${several}${each}.`,
    `${widths}${rule}.`,
    "Lines: means of all values.",
    overlapText(facts),
    left,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

/** A sample in words, for people who cannot see it. */
export function histogramInWords(sample: HistogramData, { unit, edges }: HistogramFacts): string {
  const { name, counts, values } = sample;
  const most = Math.max(...counts);
  const bin = counts.indexOf(most);
  const [from, to] = [edges[bin]! * unit.factor, edges[bin + 1]! * unit.factor];
  const fullest = `${quantityText(from, "", to - from)} to ${quantityText(to, unit.label, to - from)}`;
  const heading = name === "" ? "" : `${name}: `;
  return `${heading}${countText(values.length)} value${values.length === 1 ? "" : "s"}, mean ${meanText(sample, unit)}, most (${percentText(most / values.length)}) from ${fullest}.`;
}

function share({ counts, values }: HistogramData, bin: number): number {
  return counts[bin]! / values.length;
}

function spanOf(counts: readonly number[]): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  return least === most ? countText(most) : `${countText(least)} to ${countText(most)}`;
}
