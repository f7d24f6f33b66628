import type { BarsMark, Mark, Panel, RugMark } from "./figure-model.js";
import type { HistogramData } from "./histogram-data.js";
import { type HistogramFacts, meanText } from "./histogram-texts.js";
import { numberAxis } from "./number-axis.js";
import type { PlotSample } from "./plot-samples.js";
import { mostRuleLines } from "./render/rule-labels.js";

/** Of a rug and the room around it, as a part of the height of the bars. */
const rugHeight = 0.055;

/** How {@link histogramPanels} draws. */
export interface HistogramPanelsOptions {
  readonly heights: "count" | "share" | "density";
  /** Each sample in a panel of its own. */
  readonly stacked: boolean;
  /** Samples with a rug: all or none. */
  readonly rugs: readonly PlotSample[];
  readonly width: number;
  readonly height: number;
}

/** All samples in one panel, or each in its own, with the same axes. */
export function histogramPanels(facts: HistogramFacts, options: HistogramPanelsOptions): readonly Panel[] {
  const { samples } = facts;
  const highest = Math.max(...samples.flatMap((sample) => barHeights(sample, facts, options.heights)), 1e-9);
  if (!options.stacked) return [histogramPanel(facts, options, highest, 0, "")];
  return samples.map((sample, row) => {
    const rugs = options.rugs.slice(row, row + 1);
    const own = { ...options, rugs, height: options.height / samples.length };
    return histogramPanel({ ...facts, samples: [sample] }, own, highest, row, sample.name);
  });
}

function barHeights(
  { values, counts }: HistogramData,
  { edges, unit }: HistogramFacts,
  heights: HistogramPanelsOptions["heights"],
): readonly number[] {
  const per = {
    count: () => 1,
    share: () => 100 / values.length,
    density: (bin: number) => 1 / (values.length * (edges[bin + 1]! - edges[bin]!) * unit.factor),
  };
  return counts.map((count, bin) => count * per[heights](bin));
}

/** Bars of samples over each other, their means, and rugs below them. */
function histogramPanel(
  facts: HistogramFacts,
  { heights, rugs, width, height }: HistogramPanelsOptions,
  highest: number,
  row: number,
  note: string,
): Panel {
  const { samples, unit, edges, scale } = facts;
  const scaled = edges.map((edge) => edge * unit.factor);
  const bars = samples.map((sample, color): BarsMark => {
    const { name, counts } = sample;
    return { kind: "bars", name, color, edges: scaled, counts, y: barHeights(sample, facts, heights) };
  });
  const means = samples.map(({ mean }) => mean * unit.factor);
  const x = numberAxis({
    label: unit.label === "" ? samples[0]!.metric : `${samples[0]!.metric} (${unit.label})`,
    unit: unit.label,
    scale,
    ranges: [[scaled[0]!, scaled.at(-1)!]],
    ticks: width / 90,
    air: 0.02,
  });
  const rules = samples.map((sample, color): Mark => {
    const at = means[color]!;
    const label = `mean ${meanText(sample, unit)}`;
    const preferred = samples.length > 1 && at === Math.min(...means) ? "left" : "right";
    // Its name tells a line from others where there are no colours.
    const named = samples.length === 1 ? label : `${sample.name}: ${label}`;
    return { kind: "rule", at, color, side: preferred, label: named };
  });
  const axisLabels = {
    count: { label: "values", unit: "" },
    share: { label: "share of the values (%)", unit: "%" },
    density: { label: `density (per ${unit.label === "" ? "unit" : unit.label})`, unit: "" },
  };
  // Of text, as a part of the height of the bars.
  const line = Math.max(0.08, Math.min(0.4, 32 / height));
  const y = numberAxis({
    ...axisLabels[heights],
    scale: "linear",
    // Room for the names of the means above the bars, and for rugs below them.
    ranges: [
      [-rugHeight * rugs.length * highest, (1.1 + line * Math.min(mostRuleLines, samples.length)) * highest],
    ],
    ticks: height / 70,
    smallestStep: heights === "count" ? 1 : undefined,
    air: 0,
  });
  return {
    row,
    note,
    x,
    y: { ...y, ticks: y.ticks.filter(({ value }) => value >= 0) },
    marks: [...bars, ...rugs.map((sample, color) => rugOf(sample, color, facts, highest)), ...rules],
  };
}

function rugOf(
  { name, runs }: PlotSample,
  color: number,
  { unit, edges }: HistogramFacts,
  highest: number,
): RugMark {
  const [low, high] = [edges[0]!, edges.at(-1)!];
  const points = runs.flatMap((values, run) =>
    Array.from(values, (value, iteration) => ({ x: value * unit.factor, value, run: run + 1, iteration })),
  );
  const inside = points.filter(({ value }) => value >= low && value <= high);
  const middle = -rugHeight * (color + 0.55) * highest;
  return {
    kind: "rug",
    name,
    color,
    size: 0.7 * rugHeight * highest,
    x: inside.map(({ x }) => x),
    y: inside.map(() => middle),
    run: inside.map(({ run }) => run),
    iteration: inside.map(({ iteration }) => iteration),
  };
}
