import { checkChoice, checkFinite, checkInteger } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { checkPositive, withValues } from "./check-positive.js";
import { createFigure, type Figure } from "./figure.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { mostBins } from "./histogram-bins.js";
import { type HistogramData, histogramData } from "./histogram-data.js";
import { histogramPanels } from "./histogram-panel.js";
import { histogramCaption, histogramFinding, histogramInWords } from "./histogram-texts.js";
import { type PlotInput, plotSamples } from "./plot-samples.js";
import { plotUnit } from "./plot-unit.js";

/** Options of {@link histogramPlot}. */
export interface HistogramPlotOptions extends FigureOptions {
  /** Over each other, or each sample in a panel of its own; default "auto": over each other up to three. */
  readonly layout?: "auto" | "overlaid" | "stacked";
  /** How many bins of one width (of one ratio, on a logarithmic scale); default by the rule of Freedman & Diaconis. */
  readonly bins?: number;
  /** Where bins begin and end, in the unit of the values; what lies outside is counted in the caption. Default: all values. */
  readonly range?: readonly [low: number, high: number];
  /** Heights as numbers of values, shares of each sample, or density (all bars of a sample have an area of 1); default "count" for samples of one size, else "share". */
  readonly heights?: "count" | "share" | "density";
  /** Of the values; default "linear". */
  readonly scale?: "linear" | "log";
  /** A tick for each value below the bars; default "auto": for samples of 200 values or fewer over each other. */
  readonly rug?: boolean | "auto";
}

const ownOptions = { layout: true, bins: true, range: true, heights: true, scale: true, rug: true } as const;

/**
 * Histograms of samples over each other, translucent, with the mean of each: how far two sets of measurements are apart,
 * next to how much each of them scatters. Of two samples the caption says how much their histograms have in common. More than
 * three stand below each other, on the same axes.
 *
 * All samples share bins of one width. By default that is the narrowest of the samples' own by Freedman & Diaconis, at most
 * 240 bins; on a logarithmic scale, of the logarithms. Time O(n log n), memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a value that is not finite, mixed units, values of 0 or less on a logarithmic
 *   scale, or an option out of range
 * @example
 * const before = [12.1, 12.4, 12.2, 12.3], after = [10.9, 11.2, 11.0, 11.1]
 * histogramPlot({ before, after }, { unit: "ms", bins: 5 }).model.panels[0].marks[0].counts // [0, 0, 0, 1, 3]
 */
export function histogramPlot(samples: PlotInput, options: HistogramPlotOptions = {}): Figure {
  const { label, unit, width, theme, ...frame } = checkFigureOptions("histogramPlot", options, ownOptions);
  const { layout = "auto", bins = null, range = null, scale = "linear", rug = "auto" } = options;
  checkChoice("histogramPlot", "scale", scale, ["linear", "log"]);
  checkChoice("histogramPlot", "layout", layout, ["auto", "overlaid", "stacked"]);
  if (typeof rug !== "boolean" && rug !== "auto") {
    throw new InputError("histogramPlot", "rug", `needs true, false or "auto", got ${show(rug)}`);
  }
  if (bins !== null) checkInteger("histogramPlot", "bins", bins, 1, 1_000);
  if (range !== null) checkRange(range, scale);
  const drawn = plotSamples("histogramPlot", samples, label, unit);
  if (scale === "log") checkPositive("histogramPlot", drawn.map(withValues));
  const { edges, data } = histogramData(drawn, { bins, range, scale });
  const sizes = new Set(data.map(({ values }) => values.length));
  const { heights = sizes.size === 1 ? "count" : "share" } = options;
  checkChoice("histogramPlot", "heights", heights, ["count", "share", "density"]);
  if (heights === "density" && scale === "log") {
    throw new InputError("histogramPlot", "heights", 'needs a linear scale to be "density"; use "share"');
  }
  const shown = plotUnit(
    data.map(({ values }) => values),
    drawn[0]!.unit,
  );
  const facts = { samples: data, unit: shown, edges, chosen: bins === null, scale };
  const stacked = layout === "stacked" || (layout === "auto" && data.length > mostOverlaid);
  const height = frame.height ?? (stacked ? Math.min(10_000, Math.max(540, 160 + 110 * data.length)) : 540);
  const hasRug =
    rug === "auto"
      ? !stacked && data.length <= mostRugs && data.every(({ values }) => values.length <= mostRug)
      : rug;
  const { subtitle = scale === "log" ? "The axis is logarithmic." : "", title = histogramFinding(facts) } =
    options;
  const caption = options.caption ?? histogramCaption(facts);
  return createFigure({
    method: "histogram-plot",
    title,
    subtitle,
    caption,
    alt: [`${title}.`, subtitle, caption, ...data.map((sample) => histogramInWords(sample, facts))]
      .filter((text) => text !== "")
      .join(" "),
    key:
      data.length === 1 || stacked
        ? []
        : data.map(({ name }, color) => ({ mark: "area", color, text: name })),
    panels: histogramPanels(facts, { heights, stacked, rugs: hasRug ? drawn : [], width, height }),
    width,
    height,
    theme,
    options: {
      bins: edges.length - 1,
      range: [edges[0]!, edges.at(-1)!],
      heights,
      layout: stacked ? "stacked" : "overlaid",
      scale,
      rug: hasRug,
      unit: drawn[0]!.unit,
    },
    warnings: weaknesses(data, bins, edges),
  });
}

/** More of them over each other cannot be told apart. */
const mostOverlaid = 3;
/** Rugs of more samples would leave the bars no room. */
const mostRugs = 6;
/** Of a sample: more ticks run into each other. */
const mostRug = 200;

function checkRange([low, high]: readonly [number, number], scale: "linear" | "log"): void {
  checkFinite("histogramPlot", "range[0]", low);
  checkFinite("histogramPlot", "range[1]", high);
  if (scale === "log" && !(low > 0)) {
    throw new InputError(
      "histogramPlot",
      "range[0]",
      `needs a number above 0 on a logarithmic scale, got ${low}`,
    );
  }
  if (!(low < high)) {
    throw new InputError(
      "histogramPlot",
      "range",
      `needs a low end below the high one, got [${low}, ${high}]`,
    );
  }
}

function weaknesses(
  samples: readonly HistogramData[],
  bins: number | null,
  edges: readonly number[],
): Warning[] {
  const few = samples.filter(({ values }) => values.length < 20);
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
      message:
        "Values lie so far apart that the bins are coarser than the rule asks for; give a range to look closer.",
    });
  }
  return warnings;
}
