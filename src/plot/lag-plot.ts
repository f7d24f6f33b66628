import { checkInteger } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { dotRadius } from "./dot-radius.js";
import { createFigure, type Figure } from "./figure.js";
import type { DotsMark, KeyEntry, LineMark, Panel } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { numberAxis } from "./number-axis.js";
import { gridColumns, gridHeight } from "./panel-grid.js";
import type { PlotInput } from "./plot-samples.js";
import { countText } from "./quantity-text.js";
import { sizeText, subjectText } from "./sample-texts.js";
import { runsOf, type ScaledSamples, scaledSamples } from "./scaled-samples.js";
import { correlationText, pooledAutocorrelation } from "./series/pooled-autocorrelation.js";
import { thinnedCells } from "./thinned-cells.js";
import { rangeOf } from "./value-range.js";

/** Options of {@link lagPlot}. */
export interface LagPlotOptions extends FigureOptions {
  /** How far apart the values of a pair are; default 1: neighbours. */
  readonly lag?: number;
}

const ownOptions = { lag: true } as const;

/** More points of a figure cover one another. */
const mostPoints = 4_000;

/**
 * Each value against the one before it: a round cloud if values are independent, a slope if neighbours are alike, clusters if the
 * benchmark changes between modes.
 *
 * One panel a sample; pairs do not reach from one run to the next. The correlation r is the autocorrelation at that lag, runs
 * taken about their own means and without the bias that these bring. Time O(n).
 *
 * @param samples - a sample, a list of samples in one unit, an arquero table, plain values, a list of plain values, or plain
 *   values by name, with a run longer than `lag` each; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} nothing to draw, no run of a sample is longer than `lag`, a value that is not finite, mixed units, or an
 *   option out of range
 * @example
 * lagPlot([1, 2, 3, 4, 5]).model.title // "Value: r = 0.60 between neighbours"
 */
export function lagPlot(samples: PlotInput, options: LagPlotOptions = {}): Figure {
  const frame = checkFigureOptions("lagPlot", options, ownOptions);
  const { lag = 1 } = options;
  checkInteger("lagPlot", "lag", lag, 1);
  const scaled = scaledSamples("lagPlot", samples, frame);
  for (const { name, runs } of scaled.samples) {
    if (runs.some(({ length }) => length > lag)) continue;
    const longest = Math.max(...runs.map(({ length }) => length));
    const of = name === "" ? "" : ` in "${name}"`;
    throw new InputError(
      "lagPlot",
      "lag",
      `needs less than the length of a run, ${longest}${of}, got ${lag}`,
    );
  }
  const count = scaled.samples.length;
  const columns = gridColumns(count);
  const { width, theme, height = gridHeight(count, columns) } = frame;
  const correlations = scaled.samples.map(
    ({ runs }) => pooledAutocorrelation(runs, lag)?.estimates.at(lag) ?? null,
  );
  const panels = scaled.samples.map((_, index) =>
    lagPanel(scaled, index, correlations[index]!, { lag, columns, width, height }),
  );
  const drawn = panels
    .flatMap(({ marks }) => marks)
    .reduce((total, mark) => total + (mark.kind === "dots" ? mark.x.length : 0), 0);
  const pairs = scaled.samples
    .flatMap(({ runs }) => runs)
    .reduce((total, { length }) => total + Math.max(0, length - lag), 0);
  const title = options.title ?? titleOf(scaled, correlations, lag);
  const subtitle = options.subtitle ?? "";
  const several = scaled.samples.some(({ runs }) => runs.length > 1);
  const thinned =
    drawn < pairs ? `Where they crowd, ${countText(drawn)} points stand for ${countText(pairs)}.` : "";
  return createFigure({
    method: "lag-plot",
    title,
    subtitle,
    caption:
      options.caption ??
      `${sizeText(scaled.samples)} r: autocorrelation at lag ${countText(lag)}${several ? ", runs about their own means" : ""}. Dashed: where both values are equal. ${runsText(scaled)}${thinned}`.trim(),
    alt: [
      `${title}.`,
      subtitle,
      ...scaled.samples.map(
        ({ name }, i) => `${name === "" ? "" : `${name}: `}${correlationText(correlations[i]!)}.`,
      ),
    ]
      .filter(Boolean)
      .join(" "),
    key: runKey(scaled),
    panels,
    width,
    height,
    theme,
    options: { lag, unit: scaled.samples[0]!.unit },
    warnings: thinned === "" ? [] : [{ code: "thinned-points", message: thinned }],
  });
}

function lagPanel(
  { samples, values, unit, axisLabel }: ScaledSamples,
  index: number,
  correlation: number | null,
  {
    lag,
    columns,
    width,
    height,
  }: { readonly lag: number; readonly columns: number; readonly width: number; readonly height: number },
): Panel {
  const sample = samples[index]!;
  const all = values[index]!;
  const [low, high] = rangeOf(all);
  const axis = { unit: unit.label, scale: "linear", ranges: [[low, high]] } as const;
  const rows = Math.ceil(samples.length / columns);
  const x = numberAxis({ ...axis, label: `${lagText(lag)}, ${axisLabel}`, ticks: width / columns / 120 });
  const y = numberAxis({ ...axis, label: axisLabel, ticks: height / rows / 80 });
  const cell = (high - low) / 150 || 1;
  const several = sample.runs.length > 1;
  const each = mostPoints / samples.length / sample.runs.length;
  const dots = runsOf(sample, all).flatMap((run, color): DotsMark[] => {
    const pairs = run.length - lag;
    if (pairs < 1) return [];
    const cellOf = (i: number): number =>
      Math.floor((run[i]! - low) / cell) * 1_000 + Math.floor((run[i + lag]! - low) / cell);
    const kept = thinnedCells(pairs, cellOf, Math.max(200, each));
    return [
      {
        kind: "dots",
        name: several ? `run ${color + 1}` : sample.name,
        color,
        radius: dotRadius(Math.min(all.length, mostPoints)),
        x: kept.map((i) => run[i]!),
        y: kept.map((i) => run[i + lag]!),
        run: kept.map(() => color + 1),
        iteration: kept.map((i) => i + lag),
      },
    ];
  });
  const ends = x.pieces[0]!.domain;
  const diagonal: LineMark = {
    kind: "line",
    name: "equal",
    color: null,
    dash: [5, 4],
    width: 1.2,
    x: ends,
    y: ends,
  };
  return {
    row: Math.floor(index / columns),
    note: [samples.length > 1 ? sample.name : "", correlationText(correlation)].filter(Boolean).join(", "),
    x,
    y,
    marks: [diagonal, ...dots],
  };
}

function lagText(lag: number): string {
  return lag === 1 ? "the value before" : `${countText(lag)} values before`;
}

/** With more, the key would be all one sees. */
const mostRunsInKey = 6;

function runsText({ samples }: ScaledSamples): string {
  return samples.some(({ runs }) => runs.length > mostRunsInKey)
    ? "Colours tell neighbouring runs apart. "
    : "";
}

/** Runs by colour, where there are several and not too many. */
function runKey({ samples }: ScaledSamples): readonly KeyEntry[] {
  const runs = Math.max(...samples.map((sample) => sample.runs.length));
  if (runs === 1 || runs > mostRunsInKey) return [];
  return Array.from({ length: runs }, (_, color) => ({ mark: "dot", color, text: `run ${color + 1}` }));
}

function titleOf(
  { samples, values }: ScaledSamples,
  correlations: readonly (number | null)[],
  lag: number,
): string {
  const subject = subjectText(samples);
  const between = lag === 1 ? "between neighbours" : `at a distance of ${countText(lag)}`;
  const known = correlations.filter((each) => each !== null);
  if (known.length === 0) {
    const isConstant = values.every((each) => each.every((value) => value === each[0]));
    return `${subject}: ${isConstant ? "no variation" : "too few values for a correlation"}`;
  }
  const [low, high] = rangeOf(known).map((each) => correlationText(each).replace("r = ", ""));
  return `${subject}: r = ${low === high ? low : `${low} to ${high}`} ${between}`;
}
