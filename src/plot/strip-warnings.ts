import type { Warning } from "../core/warning.js";
import { countText } from "./quantity-text.js";
import type { StripData } from "./strip-scale.js";
import { areFewRuns, areFewValues, type StripStatistics } from "./strip-statistics.js";

/**
 * What is doubtful about strips, and what a figure of them leaves out.
 *
 * @param dots - how many are drawn
 */
export function stripWarnings(strips: readonly StripData[], dots: number): readonly Warning[] {
  const all = strips.reduce((total, { values }) => total + values.length, 0);
  const failure = strips.flatMap(({ statistics }) => statistics.warnings)[0];
  return [
    ...about(strips, ({ statistics }) => statistics.n === 1, {
      code: "too-few-values",
      message: (names) => `One value has neither interval nor spread (${names}); measure at least twice.`,
    }),
    ...about(
      strips,
      ({ statistics: { n, range }, over }) => n === 2 && range[0] < range[1] && over === "values",
      {
        code: "two-values",
        message: (names) => `Two values say too little for an interval (${names}); measure more often.`,
      },
    ),
    ...about(strips, ({ statistics: { n, range } }) => n > 1 && range[0] === range[1], {
      code: "no-variation",
      message: (names) =>
        `All values are equal (${names}), so there is no interval; is the clock fine enough?`,
    }),
    ...about(strips, ({ sample, over }) => sample.runs.length > 1 && over === "values", {
      code: "pooled-runs",
      message: (names) =>
        `Several runs are taken together (${names}); the interval is too narrow if runs differ.`,
    }),
    ...about(
      strips,
      ({ sample, over }) =>
        (over === null && sample.runs.length > 1) || (over === "runs" && sample.runs.length === 2),
      {
        code: "two-runs",
        message: (names) =>
          `Two runs say too little about how runs differ for an interval (${names}); measure in five runs or more, ` +
          'or take values as independent with over: "values".',
      },
    ),
    ...about(
      strips,
      ({ sample, over }) => over === "runs" && sample.runs.length > 2 && sample.runs.length < 5,
      {
        code: "few-runs",
        message: (names) =>
          `An interval over fewer than five runs is rough (${names}); measure in more runs.`,
      },
    ),
    ...about(strips, ({ statistics: { range } }) => range[0] < 0 && range[1] > 0, {
      code: "both-signs",
      message: (names) =>
        `Values lie on both sides of zero (${names}), where a coefficient of variation says nothing.`,
    }),
    ...(failure ? [failure] : []),
    ...about(strips, ({ sample, statistics }) => isDirect(statistics, sample.runs), {
      code: "many-values",
      message: (names) =>
        `Resampling so many values takes long and changes little, so the interval is computed directly (${names}); ` +
        "give a number of resamples to bootstrap it all the same.",
    }),
    ...(dots === all
      ? []
      : [
          {
            code: "thinned-dots",
            message:
              `${countText(dots)} dots stand for ${countText(all)} values, fewer only where they crowd; ` +
              "all values count in the statistics and in the outline of a strip.",
          },
        ]),
  ];
}

interface Doubt {
  readonly code: string;
  readonly message: (names: string) => string;
}

function about(
  strips: readonly StripData[],
  applies: (strip: StripData) => boolean,
  { code, message }: Doubt,
): Warning[] {
  const names = strips.filter(applies).map(({ name }) => (name === "" ? "the sample" : name));
  return names.length === 0 ? [] : [{ code, message: message(names.join(", ")) }];
}

/** Whether an interval was computed directly because there is too much to resample. */
function isDirect({ n, intervalMethod: method }: StripStatistics, runs: readonly unknown[]): boolean {
  if (method === "run-student-t") return !areFewRuns(runs.length);
  return (method === "student-t" || method === "order-statistics") && !areFewValues(n);
}
