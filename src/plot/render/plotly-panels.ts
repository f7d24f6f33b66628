import { axisPosition } from "../axis-position.js";
import type { FigureModel } from "../figure-model.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { wrapLabels } from "./wrap-text.js";

/** Distributes the page over the panels of a figure, by their number of strips. */
export function plotlyPanels({ panels, flow, width }: FigureModel): readonly PlotlyPanel[] {
  const row = flow === "row";
  const gap = row ? 0.09 : 0.1;
  const weights = panels.map(({ x }) => (row && x.kind === "strips" ? x.strips.length : 1));
  const share = (1 - gap * (panels.length - 1)) / weights.reduce((a, b) => a + b, 0);
  const labels = panels.map(({ x }) => (x.kind === "strips" ? x.strips.map(({ name }) => name) : []));
  // The page may lack the font, and be narrower than the figure: 18 pixels for each 13-pixel letter's width.
  const names = wrapLabels(labels, { width: (share * width) / 18, lines: 3, weight: 600 });
  let end = 0;
  return panels.map((panel, index): PlotlyPanel => {
    const [from, to] = [round(end), Math.min(1, round(end + weights[index]! * share))];
    end += weights[index]! * share + gap;
    return {
      panel,
      suffix: index === 0 ? "" : String(index + 1),
      // The first panel of a column is on top.
      // Between the uppermost panel and the legend stands the heading of the panel.
      domain: row
        ? { x: [from, to], y: [0, top] }
        : { x: [0, 1], y: [round(top * (1 - to)), round(top * (1 - from))] },
      names: names[index]!,
      sharesX: !row && index < panels.length - 1,
      up: isBroken(panel.y) ? (value) => axisPosition(panel.y, value) : (value) => value,
    };
  });
}

const top = 0.94;

function round(value: number): number {
  return Number(value.toFixed(4));
}
