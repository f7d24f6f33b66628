import { axisPosition } from "../axis-position.js";
import type { FigureModel, Panel } from "../figure-model.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { wrapLabels } from "./wrap-text.js";

/** Panels on the page, and how high their plot areas and the room between them are, in pixels. */
export interface PlotlyPanels {
  readonly panels: readonly PlotlyPanel[];
  readonly height: number;
}

/** Room for the heading of a panel, in pixels. */
const headHeight = 30;
/** Between the panels of a row, as a fraction of the page. */
const gap = 0.09;

/** Distributes the page over rows of panels, by their number of strips. */
export function plotlyPanels(model: FigureModel): PlotlyPanels {
  const { panels, width } = model;
  const rows = [...new Set(panels.map(({ row }) => row))].map((row) =>
    panels.filter((panel) => panel.row === row),
  );
  const unit = Math.min(
    ...rows.map((row) => (1 - gap * (row.length - 1)) / row.reduce((sum, panel) => sum + weight(panel), 0)),
  );
  // The page may lack the font and be narrower than the figure: 18 pixels, not 13, for each unit of a letter's width.
  const names = wrapLabels(panels.map(stripNames), { width: (unit * width) / 18, lines: 3, weight: 600 });
  const between = headHeight + (panels[0]!.x.kind === "number" ? 8 : stripFootHeight(names.flat()));
  const each = Math.max(140, (Math.max(360, model.height - 170) - between * (rows.length - 1)) / rows.length);
  const height = headHeight + rows.length * each + (rows.length - 1) * between;
  let end = 0;
  const placed = panels.map((panel, index): PlotlyPanel => {
    const first = panels[index - 1]?.row !== panel.row;
    const from = first ? 0 : end + gap;
    end = from + weight(panel) * unit;
    const top = headHeight + rows.findIndex((row) => row.includes(panel)) * (each + between);
    return {
      panel,
      suffix: index === 0 ? "" : String(index + 1),
      domain: {
        x: [round(from), round(Math.min(1, end))],
        y: [round(1 - (top + each) / height), round(1 - top / height)],
      },
      names: names[index]!,
      lowest: panel.row === rows.at(-1)![0]!.row,
      up: isBroken(panel.y) ? (value) => axisPosition(panel.y, value) : (value) => value,
    };
  });
  return { panels: placed, height };
}

/** Room below an axis of strips, in pixels. */
export function stripFootHeight(names: readonly (readonly string[])[]): number {
  return 18 * (2 + Math.max(...names.map((lines) => lines.length))) + 8;
}

function stripNames({ x }: Panel): readonly string[] {
  return x.kind === "strips" ? x.strips.map(({ name }) => name) : [];
}

function weight({ x }: Panel): number {
  return x.kind === "strips" ? x.strips.length : 1;
}

function round(value: number): number {
  return Math.max(0, Number(value.toFixed(4)));
}
