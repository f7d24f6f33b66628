import { spawnSync } from "node:child_process";
import {
  autocorrelationPlot,
  barPlot,
  boxPlot,
  createSample,
  ecdfPlot,
  frequencyTrailPlot,
  histogramPlot,
  lagPlot,
  loadDataset,
  quantileQuantilePlot,
  seriesPlot,
  stripPlot,
  varianceComponentsPlot,
} from "../../dist/index.js";
import { limit } from "./limit.js";
import { timings } from "./timings.js";

const smt = loadDataset("smt");
const many = timings(100_000);
const runs = [0, 1, 2, 3].map((run) => many.slice(25_000 * run, 25_000 * (run + 1)));
const sample = createSample({ benchmark: "b", unit: "ms", runs });

/** Each plot by its name, of 100,000 values. */
const ofMany = {
  stripPlot: () => stripPlot(many),
  histogramPlot: () => histogramPlot(many),
  seriesPlot: () => seriesPlot(many),
  ecdfPlot: () => ecdfPlot(many),
  frequencyTrailPlot: () => frequencyTrailPlot(many),
  lagPlot: () => lagPlot(many),
  autocorrelationPlot: () => autocorrelationPlot(many),
  quantileQuantilePlot: () => quantileQuantilePlot(many),
  varianceComponentsPlot: () => varianceComponentsPlot(sample),
  boxPlot: () => boxPlot(many),
  barPlot: () => barPlot(many),
};
/** The other renderers differ little between plots. */
const inAllRenderers = ["stripPlot", "histogramPlot"];

/** Figures as their users wait for them: with all statistics, from values to bytes. */
export const plots = [
  {
    name: "strip plot of 4,800 values to PNG",
    run: async () => atMost(150_000, (await stripPlot(smt).toPng()).length),
    rival: limit(300),
    target: 1,
  },
  ...Object.entries({
    SVG: async (figure) => (await figure.toSvg()).length,
    PNG: async (figure) => (await figure.toPng()).length,
    Plotly: async (figure) => JSON.stringify(figure.toPlotly()).length,
    text: async (figure) => figure.toText().length,
  }).flatMap(([renderer, render]) =>
    (renderer === "SVG" ? Object.keys(ofMany) : inAllRenderers).map((plot) => ({
      name: `${plot} of 100,000 values to ${renderer}`,
      run: () => render(ofMany[plot]()),
      rival: limit(1500),
      target: 1,
    })),
  ),
  {
    name: "all of that in a process of its own, in 300 MB",
    run: () => atMost(300_000, peakKilobytes()),
    rival: limit(10_000),
    target: 1,
  },
];

function atMost(most, given) {
  if (given > most) throw new Error(`needs ${most} at most, got ${given}`);
}

function peakKilobytes() {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", program], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the process failed:\n${stderr}`);
  return Number(stdout);
}

const program = `
import { existsSync, readFileSync } from "node:fs";
import { histogramPlot, stripPlot } from ${JSON.stringify(new URL("../../dist/index.js", import.meta.url).href)};
import { timings } from ${JSON.stringify(new URL("timings.js", import.meta.url).href)};
const many = timings(100_000);
for (const figure of [stripPlot(many), histogramPlot(many)]) {
  await figure.toPng();
  figure.toPlotly();
  figure.toText();
}
// The system's own figure starts with that of the process that started this one.
const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
console.log(/VmHWM:\\s*(\\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
`;
