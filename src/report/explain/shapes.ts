import type { ModalityResult } from "../../stats/modality.js";
import type { NormalityResult } from "../../stats/normality.js";
import type { OutlierMethod, OutliersResult } from "../../stats/outliers.js";
import type { StationarityResult } from "../../stats/stationarity.js";
import { amount, countOf, listOf, percent } from "./amount.js";
import { howOften } from "./chance.js";
import { directionOf } from "./change.js";
import type { ExplainersOf } from "./explainer.js";

/** What values look like, on their own and in time. */
export type ShapeResult = OutliersResult | ModalityResult | NormalityResult | StationarityResult;

export const shapeExplainers: ExplainersOf<ShapeResult> = {
  tukey: explainOutliers,
  mad: explainOutliers,
  "double-mad": explainOutliers,
  dip: ({ modes, valleys, p, n, unit }) => {
    const [first] = modes;
    if (p === null) return `${countOf(n, "value")} are too little to tell one mode from several.`;
    const chance = ` Values of one mode would look as uneven ${howOften(p)} at most, by Hartigans' dip.`;
    if (modes.length === 1 && first !== undefined) {
      return `${countOf(n, "value")} crowd around ${amount(first.location, unit)}, and nothing speaks for a second mode.${chance}`;
    }
    const places = modes.map(({ location, share }) => `${amount(location, unit)} (${percent(share)})`);
    const between = valleys.map(({ location }) => amount(location, unit));
    return `${countOf(n, "value")} crowd in ${modes.length} places, around ${listOf(places)}, with few between them, near ${listOf(between)}.${chance}`;
  },
  "shapiro-wilk": ({ statistic, p, skewness, excessKurtosis, n }) => {
    if (statistic === null) return `${countOf(n, "value")} that do not vary have no shape.`;
    const shape = [
      skewness === null ? [] : [`skewness ${amount(skewness, "1", 2)}`],
      excessKurtosis === null ? [] : [`excess kurtosis ${amount(excessKurtosis, "1", 2)}`],
    ].flat();
    const chance = p === null ? "" : ` Normal values would fit as badly ${howOften(p)}.`;
    return `${countOf(n, "value")} were held against a normal distribution, for which W is near 1 (Shapiro and Wilk): W is ${statistic.toFixed(3)}, ${listOf(shape)}, both 0 for normal values.${chance}`;
  },
  "kpss-mann-kendall": ({ level, trend, halves, relativeChange, n, unit }) => {
    if (halves === null || level === null || trend === null)
      return `${countOf(n, "value")} in a row cannot show a drift.`;
    const { more, less } = directionOf(unit);
    const difference = halves[1] - halves[0];
    const share =
      relativeChange === null
        ? ""
        : ` (${percent(Math.abs(relativeChange))} ${difference > 0 ? more : less})`;
    return (
      `The first half of ${countOf(n, "value")} has a mean of ${amount(halves[0], unit)}, the second one of ${amount(halves[1], unit)}${share}. ` +
      `Steady values would show as clear a trend ${howOften(trend.p)} (Mann and Kendall), and wander as far from one level ${howOften(level.p)} (KPSS).`
    );
  },
};

const rules: Readonly<Record<OutlierMethod, string>> = {
  tukey: "interquartile ranges outside the quartiles (Tukey's fences)",
  mad: "scaled median deviations from the median",
  "double-mad": "scaled median deviations of their side from the median",
};

function explainOutliers({ method, k, outliers, fences, n, unit }: OutliersResult): string {
  const severe = outliers.filter(({ severity }) => severity === "severe").length;
  const low = outliers.filter(({ side }) => side === "low").length;
  const limits = [
    fences[0] === null ? [] : [`below ${amount(fences[0], unit)}`],
    fences[1] === null ? [] : [`above ${amount(fences[1], unit)}`],
  ].flat();
  const rule = `more than ${k} ${rules[method]}${limits.length === 0 ? "" : `, that is ${limits.join(" or ")}`}`;
  if (outliers.length === 0) return `None of ${countOf(n, "value")} lies ${rule}.`;
  return `${outliers.length} of ${countOf(n, "value")} ${outliers.length === 1 ? "lies" : "lie"} ${rule}: ${low} low, ${outliers.length - low} high, ${severe} of them severe. They are marked, not dropped.`;
}
