import { capitalised } from "../core/capitalised.js";
import type { KeyEntry, Panel, Strip } from "./figure-model.js";
import { confidenceText, countText, percentText, quantityText } from "./quantity-text.js";
import { subjectText } from "./sample-texts.js";
import type { StripLayout } from "./strip-dots.js";
import type { StripAxes } from "./strip-panels.js";
import type { StripData } from "./strip-scale.js";
import type { IntervalMethod, StripStatistic } from "./strip-statistics.js";
import { rangeOf } from "./value-range.js";

/** States the finding: where the values vary least and most. */
export function stripFinding(strips: readonly StripData[]): string {
  const varying = strips
    .filter(({ statistics }) => statistics.coefficientOfVariation !== null)
    .sort((a, b) => a.statistics.coefficientOfVariation! - b.statistics.coefficientOfVariation!);
  const [least] = varying;
  const most = varying.at(-1);
  const subject = subjectText(strips.map(({ sample }) => sample));
  if (least === undefined || most === undefined) return subject;
  const cv = ({ statistics }: StripData): string => percentText(statistics.coefficientOfVariation!);
  if (least === most || cv(least) === cv(most)) return `${subject} varies by ${cv(least)}`;
  return `${capitalised(strips[0]!.sample.metric)} varies by ${cv(least)} (${least.name}) to ${cv(most)} (${most.name})`;
}

/** How to read the figure. */
export function stripReading(axes: StripAxes, scale: "linear" | "log", layout: StripLayout): string {
  return [
    ...(layout === "sorted" ? ["Dots stand in order of their values."] : []),
    ...(axes === "panels" ? ["Each panel has a scale of its own."] : []),
    ...(axes === "broken"
      ? ["The axis is broken where there are no values (shaded); each part has a scale of its own."]
      : []),
    ...(scale === "log" ? ["The axis is logarithmic."] : []),
  ].join(" ");
}

/** What {@link stripKey} names. */
export interface StripKeyOptions {
  readonly statistic: StripStatistic;
  readonly confidence: number;
  readonly largestStand: number;
  /** Whether there are labels of outliers, and whether they name runs. */
  readonly labels: "none" | "iterations" | "runs and iterations";
}

/** What each kind of mark means. */
export function stripKey(strips: readonly StripData[], options: StripKeyOptions): readonly KeyEntry[] {
  const { statistic, confidence, largestStand, labels } = options;
  const color = strips.length === 1 ? 0 : null;
  const several = strips.some(({ sample }) => sample.runs.length > 1);
  const intervals = strips.some(({ statistics }) => statistics.interval !== null);
  const shades =
    largestStand > 1
      ? `darker: up to ${countText(Math.round(largestStand))} values a dot`
      : "runs, first to last";
  return [
    { mark: "dot", color, text: "one measurement" },
    ...(largestStand > 1 || several
      ? [{ mark: largestStand > 1 ? "crowd" : "shades", color, text: shades } as const]
      : []),
    { mark: "median", color: null, text: "median" },
    {
      mark: intervals ? "center" : "center alone",
      color: null,
      text: intervals ? `${statistic} with ${confidenceText(confidence)} interval` : statistic,
    },
    ...(labels === "none"
      ? []
      : [
          {
            mark: "label",
            color: null,
            text: labels === "iterations" ? "iteration of far values" : "run#iteration of far values",
          } as const,
        ]),
  ];
}

/** What {@link stripCaption} says. */
export interface StripCaptionOptions {
  readonly dots: number;
  readonly layout: StripLayout;
  readonly statistic: StripStatistic;
  readonly ddof: 0 | 1;
  readonly resamples: number;
  /** Whether an interval goes on where its panel ends. */
  readonly cut: boolean;
}

/** Whether an interval goes on where its panel ends, which is drawn as an arrow. */
export function hasCutInterval(panels: readonly Panel[]): boolean {
  return panels.some(({ x, y, marks }) =>
    marks.some((mark) => {
      if (mark.kind !== "center" || mark.interval === null) return false;
      const axis = mark.along === "x" ? x : y;
      if (!("pieces" in axis)) return false;
      const [low, high] = rangeOf(axis.pieces.flatMap(({ domain }) => domain));
      return mark.interval[0] < low || mark.interval[1] > high;
    }),
  );
}

/** How many values, how dots were placed, and how intervals were computed. */
export function stripCaption(strips: readonly StripData[], options: StripCaptionOptions): string {
  const { dots, layout, ddof } = options;
  const values = strips.map(({ statistics }) => statistics.n);
  const runs = strips.map(({ sample }) => sample.runs.length);
  const each = strips.length > 1 ? " each" : "";
  const all = values.reduce((total, n) => total + n, 0);
  const placed = {
    jitter: "Dots are moved sideways only, so that none hides another.",
    beeswarm: "Dots are moved sideways only, until they touch no other.",
    sorted: "A place across a strip is a share of its values.",
  };
  const thinned =
    dots === all
      ? ""
      : `Where they crowd, some stand for all: ${countText(dots)} dots for ${countText(all)} values.`;
  const cv = strips.some(({ statistics }) => statistics.coefficientOfVariation !== null)
    ? `CV: ${ddof === 1 ? "sample" : "population"} standard deviation / mean.`
    : "";
  return [
    `n = ${several(values, "value")} in ${several(runs, "run")}${each}.`,
    placed[layout],
    thinned,
    intervalText(strips, options),
    cv,
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function intervalText(
  strips: readonly StripData[],
  { statistic, resamples, cut }: Pick<StripCaptionOptions, "statistic" | "resamples" | "cut">,
): string {
  const methods = [...new Set(strips.map(({ statistics }) => statistics.intervalMethod))].filter(
    (method) => method !== null,
  );
  if (methods.length === 0) return "";
  const drawn = `${countText(resamples)} resamples`;
  const names: Readonly<Record<IntervalMethod, string>> = {
    bca: `BCa bootstrap (${drawn}), values taken as independent`,
    runs: `bootstrap of runs, then of values in them (${drawn})`,
    "student-t": "Student's t, values taken as independent",
    "order-statistics": "order statistics, values taken as independent",
    "run-student-t": `Student's t of the runs' ${statistic}s`,
  };
  const several = methods.length > 1 ? strips.length : 0;
  const texts = methods.map((method) => {
    const count = strips.filter(({ statistics }) => statistics.intervalMethod === method).length;
    return several === 0 ? names[method] : `${names[method]} (${count} of ${several} strips)`;
  });
  const without = strips.filter(({ statistics }) => statistics.interval === null).map(({ name }) => name);
  const none = without.length === 0 ? "" : `; none for ${without.join(", ")}`;
  return `Interval of the ${statistic}: ${texts.join("; ")}${none}${cut ? "; arrow where it goes on" : ""}; no bar where it is too short to see.`;
}

/** A strip in words, for people who cannot see it. */
export function stripInWords(strip: Strip, unit: string): string {
  const { name, n, mean, median, interval, coefficientOfVariation: cv } = strip;
  const resolution = interval === null ? 0 : (interval[1] - interval[0]) / 2;
  const parts = [
    several([n], "value"),
    `mean ${quantityText(mean, unit, resolution)}`,
    `median ${quantityText(median, unit, resolution)}`,
    ...(cv === null ? [] : [`coefficient of variation ${percentText(cv)}`]),
  ];
  return `${name === "" ? "" : `${name}: `}${parts.join(", ")}.`;
}

/** "1 run", "1,200 values", "800 to 3,214 values". */
function several(counts: readonly number[], noun: string): string {
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const plural = most === 1 ? noun : `${noun}s`;
  return least === most
    ? `${countText(most)} ${plural}`
    : `${countText(least)} to ${countText(most)} ${plural}`;
}
