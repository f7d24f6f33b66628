import type { DisplayUnit } from "../data/display-unit.js";
import type { FigureFrame } from "./figure-options.js";
import { type PlotInput, type PlotSample, plotSamples } from "./plot-samples.js";
import { plotUnit } from "./plot-unit.js";
import { axisLabel, pooledValues } from "./sample-texts.js";

/** Samples in one unit that reads well. */
export interface ScaledSamples {
  readonly samples: readonly PlotSample[];
  /** All values of each sample, run after run, in the unit shown. */
  readonly values: readonly Readonly<Float64Array>[];
  readonly unit: DisplayUnit;
  /** What an axis of values measures, with its unit. */
  readonly axisLabel: string;
}

/** Checks the input of a plot that draws all samples on one axis; errors as {@link plotSamples}. */
export function scaledSamples(functionName: string, input: PlotInput, frame: FigureFrame): ScaledSamples {
  const samples = plotSamples(functionName, input, frame.label, frame.unit);
  const own = samples.map(pooledValues);
  const unit = plotUnit(own, samples[0]!.unit);
  const metric = samples.every((sample) => sample.metric === samples[0]!.metric)
    ? samples[0]!.metric
    : "value";
  return {
    samples,
    values: unit.factor === 1 ? own : own.map((values) => values.map((value) => value * unit.factor)),
    unit,
    axisLabel: axisLabel(metric, unit.label),
  };
}

/** The values of each run, out of those of the whole sample. */
export function runsOf(
  { runs }: PlotSample,
  values: Readonly<Float64Array>,
): readonly Readonly<Float64Array>[] {
  let end = 0;
  return runs.map(({ length }) => {
    end += length;
    return values.subarray(end - length, end);
  });
}
