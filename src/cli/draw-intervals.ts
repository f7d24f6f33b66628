import { InputError } from "../core/input-error.js";
import type { Sample } from "../core/sample.js";
import type { Figure } from "../plot/figure.js";
import type { SampleLabel } from "../plot/plot-samples.js";
import type { PlotSettings } from "./plot-settings.js";

/** `plot interval`: how much the mean of each further sample differs from that of the first one. */
export async function drawIntervals(
  samples: readonly Sample[],
  { label, confidence, sorted, ...settings }: PlotSettings,
): Promise<Figure> {
  const { intervalPlot } = await import("../plot/interval-plot.js");
  const { plotSamples } = await import("../plot/plot-samples.js");
  const { welchTTest } = await import("../stats/welch-t-test.js");
  const names = plotSamples("plot", samples, label as SampleLabel | undefined, "1").map(({ name }) => name);
  const [baseline, ...candidates] = samples;
  if (baseline === undefined || candidates.length === 0) {
    throw new InputError("plot", "FILE", "needs two samples or more, the first as the baseline, got 1");
  }
  const options = confidence === undefined ? {} : { confidence: confidence as number };
  const rows = candidates.map((candidate, i) => ({
    name: names[i + 1] ?? "",
    result: welchTTest(baseline, candidate, options),
  }));
  return intervalPlot(rows, {
    quantity: `change from ${names[0]}`,
    order: sorted === true ? "sorted" : "given",
    ...settings,
  });
}
