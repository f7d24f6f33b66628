import { checkChoice } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { moments } from "../core/moments.js";
import type { Sample } from "../core/sample.js";
import type { Values } from "../core/values.js";
import type { Figure } from "../plot/figure.js";
import type { SampleLabel } from "../plot/plot-samples.js";
import type { PlotSettings } from "./plot-settings.js";

/**
 * `plot interval`: how much the mean of each further sample differs from that of the first one. Values of one run are alike,
 * so that where every sample has several runs, it is their means that are compared.
 */
export async function drawIntervals(
  samples: readonly Sample[],
  { label, confidence, sorted, over = "auto", ...settings }: PlotSettings,
): Promise<Figure> {
  const { createFigure } = await import("../plot/figure.js");
  const { intervalPlot } = await import("../plot/interval-plot.js");
  const { plotSamples } = await import("../plot/plot-samples.js");
  const { welchTTest } = await import("../stats/welch-t-test.js");
  checkChoice("plot", "over", over as string, ["auto", "runs", "values"]);
  const names = plotSamples("plot", samples, label as SampleLabel | undefined, "1").map(({ name }) => name);
  const [baseline, ...candidates] = samples;
  if (baseline === undefined || candidates.length === 0) {
    throw new InputError("plot", "FILE", "needs two samples or more, the first as the baseline, got 1");
  }
  const single = samples.findIndex(({ runs }) => runs.length < 2);
  if (over === "runs" && single !== -1)
    throw new InputError("plot", "over", `needs two runs or more of "${names[single]}" to be "runs", got 1`);
  const runs = over === "runs" || (over === "auto" && single === -1);
  const compared = (sample: Sample): Sample => (runs ? ofRunMeans(sample) : sample);
  const options = confidence === undefined ? {} : { confidence: confidence as number };
  const rows = candidates.map((candidate, i) => ({
    name: names[i + 1] ?? "",
    result: welchTTest(compared(baseline), compared(candidate), options),
  }));
  const figure = intervalPlot(rows, {
    quantity: `change from ${names[0]}`,
    order: sorted === true ? "sorted" : "given",
    ...settings,
  });
  if (settings.caption !== undefined) return figure;
  const caption = `${figure.model.caption} ${repeatedText(samples, runs)}`;
  return createFigure({ ...figure.model, caption });
}

/** Each run as one value, its mean. */
function ofRunMeans(sample: Sample): Sample {
  const means = sample.runs.map((run: Values) => moments(Float64Array.from(run)).mean);
  return { ...sample, runs: [Float64Array.from(means)] };
}

/** What the intervals take as repeated. */
function repeatedText(samples: readonly Sample[], runs: boolean): string {
  if (runs) {
    const counts = samples.map((sample) => sample.runs.length);
    const [least, most] = [Math.min(...counts), Math.max(...counts)];
    return `Compared are the means of runs, ${least === most ? least : `${least} to ${most}`} of each sample.`;
  }
  return samples.every((sample) => sample.runs.length === 1)
    ? "One run each: its values are taken as independent, and what differs between runs is not in the intervals."
    : "Values are taken as independent: what differs between runs is not in the intervals.";
}
