import { checkChoice, checkFinite, checkInteger, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import type { Warning } from "../core/warning.js";
import { displayUnit } from "../data/display-unit.js";
import { describe } from "../stats/describe.js";
import { createFigure, type Figure } from "./figure.js";
import type { Mark, Theme } from "./figure-model.js";
import { binCounts, histogramBins, mostBins } from "./histogram-bins.js";
import { numberAxis } from "./number-axis.js";
import { type PlotInput, plotSamples, type SampleLabel } from "./plot-samples.js";
import { countText, percentText, quantityText } from "./quantity-text.js";

/** Options of {@link histogramPlot}. */
export interface HistogramPlotOptions {
  /** Which labels of the samples name a histogram; default: those that differ between samples. */
  readonly label?: SampleLabel;
  /** States the finding; default: the means. */
  readonly title?: string;
  /** How to read the figure; default none. */
  readonly subtitle?: string;
  /** Default: number of values, and how the bins were chosen. */
  readonly caption?: string;
  /** How many bins of one width; default by the rule of Freedman & Diaconis. */
  readonly bins?: number;
  /** Where bins begin and end, in the unit of the values; what lies outside is counted in the caption. Default: all values. */
  readonly range?: readonly [low: number, high: number];
  /** Heights as numbers of values or as shares of each sample; default "count" for samples of one size, else "share". */
  readonly heights?: "count" | "share";
  /** Of plain values, which bring none; default "1". */
  readonly unit?: string;
  /** In pixels, 240 or more; default 960. */
  readonly width?: number;
  /** In pixels, 240 or more; default 540. */
  readonly height?: number;
  /** Default "light". */
  readonly theme?: Theme;
}

/**
 * Histograms of samples over each other, translucent, with the mean of each: how far two sets of measurements are apart,
 * next to how much each of them scatters.
 *
 * All samples share bins of one width. By default that is the narrowest of the samples' own by Freedman & Diaconis, at most
 * 120 bins. Time O(n log n), memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, plain values, a list of plain values, or plain values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, or an option out of range
 * @example
 * const before = [12.1, 12.4, 12.2, 12.3], after = [10.9, 11.2, 11.0, 11.1]
 * histogramPlot({ before, after }, { unit: "ms", bins: 5 }).model.panels[0].marks[0].counts // [0, 0, 0, 1, 3]
 */
export function histogramPlot(samples: PlotInput, options: HistogramPlotOptions = {}): Figure {
  checkOptions("histogramPlot", options);
  const { label, subtitle = "", bins = null, range = null, unit = "1" } = options;
  const { width = 960, height = 540, theme = "light" } = options;
  checkChoice("histogramPlot", "theme", theme, ["light", "dark"]);
  if (bins !== null) checkInteger("histogramPlot", "bins", bins, 1, 1_000);
  if (range !== null) checkRange(range);
  checkInteger("histogramPlot", "width", width, 240, 10_000);
  checkInteger("histogramPlot", "height", height, 240, 10_000);
  const drawn = plotSamples("histogramPlot", samples, label, unit).map((sample): HistogramData => {
    const values = Float64Array.from(sample.runs.flatMap((run) => Array.from(run)));
    return {
      name: sample.name,
      metric: sample.metric,
      unit: sample.unit,
      benchmark: sample.benchmark,
      values,
    };
  });
  const sizes = new Set(drawn.map(({ values }) => values.length));
  const { heights = sizes.size === 1 ? "count" : "share" } = options;
  checkChoice("histogramPlot", "heights", heights, ["count", "share"]);
  const edges = histogramBins(
    drawn.map(({ values }) => values),
    bins,
    range,
  );
  const shown = displayUnit(edges, drawn[0]!.unit);
  const scaled = edges.map((edge) => edge * shown.factor);
  const histograms = drawn.map(({ values }) => binCounts(values, edges));
  const bars = drawn.map(({ name, values }, color) => ({
    kind: "bars" as const,
    name,
    color,
    edges: scaled,
    counts: histograms[color]!,
    y: histograms[color]!.map((count) => (heights === "count" ? count : (100 * count) / values.length)),
  }));
  const means = drawn.map((sample) => meanText(sample, shown.factor, shown.label));
  const places = drawn.map(({ values }) => describe(values).mean * shown.factor);
  const lowest = Math.min(...places);
  const rules = places.map((at, color): Mark => {
    const side = drawn.length > 1 && at === lowest ? "left" : "right";
    return { kind: "rule", at, color, side, label: `mean ${means[color]}` };
  });
  const title = options.title ?? finding(drawn, means);
  const caption = options.caption ?? legend(drawn, histograms, edges, shown, bins === null);
  return createFigure({
    method: "histogram-plot",
    title,
    subtitle,
    caption,
    alt: `${title}. ${subtitle} ${caption}`.replace(/\s+/g, " "),
    key: drawn.length === 1 ? [] : drawn.map(({ name }, color) => ({ mark: "area", color, text: name })),
    panels: [
      {
        row: 0,
        note: "",
        x: numberAxis({
          label: shown.label === "" ? drawn[0]!.metric : `${drawn[0]!.metric} (${shown.label})`,
          unit: shown.label,
          scale: "linear",
          ranges: [[scaled[0]!, scaled.at(-1)!]],
          ticks: width / 90,
          air: 0.02,
        }),
        y: numberAxis({
          label: heights === "count" ? "values" : "share of the values (%)",
          unit: heights === "count" ? "" : "%",
          scale: "linear",
          // Room for the names of the means above the bars.
          ranges: [
            [0, (1.1 + 0.08 * Math.min(3, drawn.length)) * Math.max(...bars.flatMap(({ y }) => y), 1e-9)],
          ],
          ticks: height / 70,
          air: 0,
        }),
        marks: [...bars, ...rules],
      },
    ],
    width,
    height,
    theme,
    options: { bins: edges.length - 1, range: [edges[0]!, edges.at(-1)!], heights, unit: drawn[0]!.unit },
    warnings: weaknesses(drawn, bins, edges),
  });
}

interface HistogramData {
  readonly name: string;
  readonly metric: string;
  readonly unit: string;
  readonly benchmark: string;
  readonly values: Float64Array;
}

function checkRange([low, high]: readonly [number, number]): void {
  checkFinite("histogramPlot", "range[0]", low);
  checkFinite("histogramPlot", "range[1]", high);
  if (!(low < high)) {
    throw new InputError(
      "histogramPlot",
      "range",
      `needs a low end below the high one, got [${low}, ${high}]`,
    );
  }
}

function meanText({ values }: HistogramData, factor: number, unit: string): string {
  const { mean, standardError } = describe(values);
  return quantityText(mean * factor, unit, (standardError ?? 0) * factor);
}

function finding(drawn: readonly HistogramData[], means: readonly string[]): string {
  const { metric, benchmark } = drawn[0]!;
  const subject = `${metric.charAt(0).toUpperCase()}${metric.slice(1)}${benchmark === "" ? "" : ` of ${benchmark}`}`;
  // A number and its unit stay on one line.
  const [first, second] = means.map((mean) => mean.replace(" ", "\u00a0"));
  if (drawn.length === 1) return `${subject}: mean ${first}`;
  if (drawn.length > 2) return `${subject}: ${drawn.length} samples`;
  return `${subject}: mean ${second} (${drawn[1]!.name}) against ${first} (${drawn[0]!.name})`;
}

function legend(
  drawn: readonly HistogramData[],
  histograms: readonly (readonly number[])[],
  edges: readonly number[],
  shown: { readonly factor: number; readonly label: string },
  chosen: boolean,
): string {
  const sizes = drawn.map(({ values }) => values.length);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const each = drawn.length > 1 ? " each" : "";
  const size = least === most ? countText(most) : `${countText(least)} to ${countText(most)}`;
  const width = (edges[1]! - edges[0]!) * shown.factor;
  const rule = chosen ? ", by the rule of Freedman and Diaconis" : "";
  const inside = histograms.flat().reduce((sum, count) => sum + count, 0);
  const outside = sizes.reduce((sum, n) => sum + n, 0) - inside;
  const left =
    outside === 0
      ? ""
      : ` ${countText(outside)} values lie outside and are not shown (${percentText(outside / (inside + outside))}).`;
  return `n = ${size} value${most === 1 ? "" : "s"}${each}. ${edges.length - 1} bins of ${quantityText(width, shown.label, width / 10)}${rule}. Lines: means of all values.${left}`;
}

function weaknesses(
  drawn: readonly HistogramData[],
  bins: number | null,
  edges: readonly number[],
): Warning[] {
  const few = drawn.filter(({ values }) => values.length < 20);
  const warnings: Warning[] = [];
  if (few.length > 0) {
    const names = few.map(({ name, values }) => `${name === "" ? "the sample" : name}: ${values.length}`);
    warnings.push({
      code: "too-few-values",
      message: `Few values make a ragged histogram (${names.join(", ")}); a strip plot shows each of them.`,
    });
  }
  if (bins === null && edges.length - 1 === mostBins) {
    warnings.push({
      code: "wide-range",
      message: "A few far values make the bins coarser than the rule asks for; give a range to look closer.",
    });
  }
  return warnings;
}
