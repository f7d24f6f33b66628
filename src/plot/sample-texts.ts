import { capitalised } from "../core/capitalised.js";
import type { PlotSample } from "./plot-samples.js";
import { countText, quantityText, spanText } from "./quantity-text.js";
import { rangeOf } from "./value-range.js";

/** What an axis measures, with its unit: "latency (ms)". */
export function axisLabel(quantity: string, unit: string): string {
  return unit === "" ? quantity : `${quantity} (${unit})`;
}

/** What samples are of, to begin a title: "Latency of petclinic". */
export function subjectText(samples: readonly Pick<PlotSample, "metric" | "benchmark">[]): string {
  const { metric, benchmark } = samples[0]!;
  const quantity = samples.every((sample) => sample.metric === metric) ? metric : "value";
  const one = benchmark !== "" && samples.every((sample) => sample.benchmark === benchmark);
  return `${capitalised(quantity)}${one ? ` of ${benchmark}` : ""}`;
}

/** Where the medians of several samples lie: "medians from 99 to 167 ms". */
export function mediansText(medians: readonly number[], unit: string): string {
  const [low, high] = rangeOf(medians);
  return low === high
    ? `medians of ${quantityText(low, unit, 0)}`
    : `medians from ${spanText([low, high], unit, (high - low) / 10)}`;
}

/** How much was measured: "n = 1,200 values in 1 run each." */
export function sizeText(samples: readonly PlotSample[]): string {
  const values = samples.map(({ runs }) => runs.reduce((total, run) => total + run.length, 0));
  const runs = samples.map((sample) => sample.runs.length);
  const each = samples.length > 1 ? " each" : "";
  return `n = ${severalText(values, "value")} in ${severalText(runs, "run")}${each}.`;
}

/** "1 run", "1,200 values", "800 to 3,214 values". */
export function severalText(counts: readonly number[], noun: string): string {
  const [least, most] = rangeOf(counts);
  const plural = most === 1 ? noun : `${noun}s`;
  return least === most
    ? `${countText(most)} ${plural}`
    : `${countText(least)} to ${countText(most)} ${plural}`;
}

/** The values of a sample, run after run. */
export function pooledValues({ runs }: PlotSample): Readonly<Float64Array> {
  const [first] = runs;
  if (runs.length === 1 && first instanceof Float64Array) return first;
  const all = new Float64Array(runs.reduce((total, run) => total + run.length, 0));
  let at = 0;
  for (const run of runs) {
    all.set(run, at);
    at += run.length;
  }
  return all;
}
