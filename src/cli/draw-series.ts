import type { ChangePointMethod } from "../changepoint/detect-change-points.js";
import { InputError } from "../core/input-error.js";
import { sampleValues } from "../core/sample.js";
import { quantityIn } from "../data/column-roles.js";
import type { PlacedSample } from "../data/text-source.js";
import type { Figure } from "../plot/figure.js";
import type { SeriesX } from "../plot/series/x-places.js";
import type { PlotSettings } from "./plot-settings.js";

/**
 * `plot series`: where that is asked for, finds changes in each run, or in all runs of a sample end to end, and the warm-up of
 * each run.
 */
export async function drawSeries(
  samples: readonly PlacedSample[],
  { changes, steady, x: column, xLabel, xUnit, ...settings }: PlotSettings,
): Promise<Figure> {
  const { seriesPlot } = await import("../plot/series-plot.js");
  const joined = settings.runs === "joined";
  const runs = samples.flatMap((sample) => sample.runs);
  const parts = samples.flatMap((sample) => (joined ? [sampleValues(sample)] : sample.runs));
  return seriesPlot(samples, {
    ...settings,
    ...(changes === undefined ? {} : { changePoints: await changesIn(parts, changes) }),
    ...(steady === undefined ? {} : { steady: await steadyStarts(runs, steady) }),
    x: {
      ...(typeof column === "string" ? xOf(samples, column, joined) : {}),
      ...(xLabel === undefined ? {} : { label: xLabel }),
      ...(xUnit === undefined ? {} : { unit: xUnit }),
    } as SeriesX,
  });
}

/** @param method - its name, or true for the default one */
async function changesIn(parts: readonly Float64Array[], method: unknown) {
  const { detectChangePoints } = await import("../changepoint/detect-change-points.js");
  const options = method === true ? {} : { method: method as ChangePointMethod };
  return blaming("--changes", () => parts.map((values) => detectChangePoints(values, options)));
}

async function steadyStarts(parts: readonly Float64Array[], method: unknown) {
  const { steadyState } = await import("../steady/steady-state.js");
  const options = method === true ? {} : { method: method as "changepoint" };
  return blaming("--steady", () => parts.map((values) => steadyState(values, options)));
}

function blaming<Result>(option: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof InputError) || error.argument !== "method") throw error;
    throw new InputError("plot", option, error.problem);
  }
}

/** A column of numbers says where values stand, one of texts what they belong to. The axis is the same for all runs. */
function xOf(samples: readonly PlacedSample[], column: string, joined: boolean): SeriesX {
  const runs = samples.flatMap(({ along = [] }) => (joined ? [along.flat()] : along));
  const longest = runs.reduce((most, run) => (run.length > most.length ? run : most), []);
  for (const run of runs) {
    const other = run.findIndex((cell, i) => cell !== longest[i]);
    if (other === -1) continue;
    throw new InputError(
      "plot",
      "--x",
      `needs the same "${column}" in all runs of all samples, got ${longest[other]} and ${run[other]}; ` +
        "draw one at a time with --where, or run after run with --runs joined",
    );
  }
  const numbers = longest.map((cell) => (cell.trim() === "" ? Number.NaN : Number(cell)));
  if (!numbers.every(Number.isFinite)) return { label: column.replaceAll("_", " "), labels: longest };
  const { metric, unit } = quantityIn(column);
  return { label: metric ?? column, ...(unit === null ? {} : { unit }), values: numbers };
}
