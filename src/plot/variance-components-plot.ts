import { InputError } from "../core/input-error.js";
import type { Warning } from "../core/warning.js";
import { type VarianceComponentsResult, varianceComponents } from "../stats/variance-components.js";
import { roundStep } from "./axis-ticks.js";
import { componentsPanel, partsOf, shareText } from "./components/components-panel.js";
import { dotRadius } from "./dot-radius.js";
import { createFigure, type Figure } from "./figure.js";
import type { DotsMark, LevelMark, Panel, Tick } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";
import type { PlotInput } from "./plot-samples.js";
import { countText, quantityText } from "./quantity-text.js";
import { axisLabel, sizeText, subjectText } from "./sample-texts.js";
import { runsOf, type ScaledSamples, scaledSamples } from "./scaled-samples.js";
import { thinnedPoints } from "./series/thinned-points.js";
import { rangeOf } from "./value-range.js";

/** Options of {@link varianceComponentsPlot}. */
export type VarianceComponentsPlotOptions = FigureOptions;

/** More points of a figure cover one another. */
const mostPoints = 4_000;
/** How wide a run is drawn; the rest is between runs. */
const runWidth = 0.72;

/**
 * Where the noise comes from: the values of each run in time order with the run's mean, and beside them how much runs differ and
 * how much iterations within a run. What runs differ by, more iterations do not average out.
 *
 * The components are those of {@link varianceComponents}. Assumes that runs are alike and independent; leave out the warm-up
 * first. Time and memory O(n).
 *
 * @param samples - a sample, a list of samples in one unit, or an arquero table, two runs or more in each; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, a sample of a single run or of one value a run, a value that is not finite, mixed units,
 *   or an option out of range
 * @example
 * const runs = createSample({ benchmark: "parse", unit: "ms", runs: [[10, 11, 12], [13, 14, 15], [10, 12, 14]] })
 * varianceComponentsPlot(runs).model.title // "Time of parse: 45 % of the variance lies between runs"
 */
export function varianceComponentsPlot(
  samples: PlotInput,
  options: VarianceComponentsPlotOptions = {},
): Figure {
  const frame = checkFigureOptions("varianceComponentsPlot", options, {});
  const scaled = scaledSamples("varianceComponentsPlot", samples, frame);
  const runs = scaled.samples.map((sample, index) => runsOf(sample, scaled.values[index]!));
  const components = runs.map((each, index) => componentsOf(each, scaled.samples[index]!.name));
  const count = scaled.samples.length;
  const { width, theme, height = Math.min(10_000, Math.max(540, 180 + 200 * count)) } = frame;
  const most = Math.max(...components.flatMap(({ betweenSd, withinSd }) => [betweenSd, withinSd]));
  const spreadAxis = numberAxis({
    label: axisLabel("standard deviation", scaled.unit.label),
    unit: scaled.unit.label,
    scale: "linear",
    ranges: [[0, most || 1]],
    ticks: width / 300,
    air: 0.05,
  });
  const panels = runs.flatMap((each, row) => [
    runsPanel(scaled, each, components[row]!, row, height / count),
    componentsPanel(scaled, components[row]!, row, spreadAxis),
  ]);
  const title = options.title ?? titleOf(scaled, components);
  const subtitle = options.subtitle ?? "";
  const shown = panels
    .flatMap(({ marks }) => marks)
    .reduce((total, mark) => total + (mark.kind === "dots" ? mark.x.length : 0), 0);
  const all = scaled.values.reduce((total, { length }) => total + length, 0);
  const thinned =
    shown < all
      ? ` Of ${countText(all)} values ${countText(shown)} are drawn, the lowest and highest of each stretch among them.`
      : "";
  return createFigure({
    method: "variance-components-plot",
    title,
    subtitle,
    caption:
      options.caption ??
      `${sizeText(scaled.samples)} Left: runs side by side, each in time order. Right: expected mean squares of a one-way analysis with random runs.${thinned}`,
    alt: [`${title}.`, subtitle, ...components.map((each, i) => inWords(each, scaled, i))]
      .filter(Boolean)
      .join(" "),
    key: [
      { mark: "dot", color: 0, text: "one value" },
      { mark: "line", color: null, text: "mean of a run" },
      { mark: "dashes", color: null, text: "mean of the runs" },
    ],
    panels,
    width,
    height,
    theme,
    options: { unit: scaled.samples[0]!.unit },
    warnings: [
      ...new Map(components.flatMap(({ warnings }) => warnings).map((each) => [each.message, each])).values(),
      ...(thinned === "" ? [] : [{ code: "thinned-points", message: thinned.trim() } satisfies Warning]),
    ],
  });
}

function componentsOf(runs: readonly Readonly<Float64Array>[], name: string): VarianceComponentsResult {
  try {
    return varianceComponents(runs);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const argument = name === "" ? "samples" : `samples "${name}"`;
    throw new InputError("varianceComponentsPlot", argument, error.problem);
  }
}

function runsPanel(
  { samples, values, unit, axisLabel: label }: ScaledSamples,
  runs: readonly Readonly<Float64Array>[],
  { mean }: VarianceComponentsResult,
  row: number,
  height: number,
): Panel {
  const sample = samples[row]!;
  const axis = numberAxis({
    label: "run",
    unit: "",
    scale: "linear",
    ranges: [[0.5, runs.length + 0.5]],
    ticks: 3,
    air: 0,
  });
  const every = Math.max(1, Math.round(roundStep(runs.length / 10)));
  const numbers = runs.map((_, index) => index + 1).filter((run) => run === 1 || run % every === 0);
  const x = { ...axis, ticks: numbers.map((run): Tick => ({ value: run, label: countText(run) })) };
  const share = mostPoints / samples.length / runs.length;
  const radius = dotRadius(Math.min(mostPoints, values[row]!.length));
  const dots = runs.map((run, index): DotsMark => {
    const kept = thinnedPoints(run, { columns: Math.max(10, Math.floor(share / 3)), each: 3 });
    const places = Math.max(1, run.length - 1);
    return {
      kind: "dots",
      name: "",
      color: 0,
      radius,
      x: kept.map((i) => index + 1 + runWidth * (run.length === 1 ? 0 : i / places - 0.5)),
      y: kept.map((i) => run[i]!),
      run: kept.map(() => index + 1),
      iteration: kept,
    };
  });
  const levels = runs.map((run, index): LevelMark => {
    const center = run.reduce((total, value) => total + value, 0) / run.length;
    return {
      kind: "level",
      name: "mean of a run",
      color: null,
      from: index + 1 - 0.46,
      to: index + 1 + 0.46,
      value: center,
      details: [
        `run ${index + 1}: ${quantityText(center, unit.label, 0)}`,
        `${countText(run.length)} values`,
      ],
    };
  });
  const grand: LevelMark = {
    kind: "level",
    name: "mean of the runs",
    color: null,
    from: 0.5,
    to: runs.length + 0.5,
    value: mean,
    reference: true,
    details: [],
  };
  return {
    row,
    note: samples.length > 1 ? sample.name : "",
    share: 2,
    x,
    y: numberAxis({
      label,
      unit: unit.label,
      scale: "linear",
      ranges: [rangeOf(values[row]!)],
      ticks: height / 75,
    }),
    marks: [grand, ...dots, ...levels],
  };
}

function titleOf({ samples }: ScaledSamples, components: readonly VarianceComponentsResult[]): string {
  const subject = subjectText(samples);
  const shares = components.flatMap(({ betweenShare }) => (betweenShare === null ? [] : [betweenShare]));
  if (shares.length === 0) return `${subject}: no variation`;
  const [low, high] = rangeOf(shares).map(shareText);
  const part = low === high ? low : `${low} to ${high}`;
  return `${subject}: ${part} of the variance lies between runs`;
}

function inWords(
  components: VarianceComponentsResult,
  { samples, unit }: ScaledSamples,
  index: number,
): string {
  const { name } = samples[index]!;
  const parts = partsOf(components).map(
    (part) =>
      `${part.name} ${quantityText(part.sd, unit.label, part.sd / 50)}${part.share === null ? "" : ` (${shareText(part.share)} of the variance)`}`,
  );
  return `${name === "" ? "" : `${name}: `}standard deviation ${parts.join(", ")}; ${countText(components.runs)} runs.`;
}
