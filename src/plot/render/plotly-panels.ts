import { axisPosition } from "../axis-position.js";
import type { FigureModel, Panel } from "../figure-model.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, lineHeight, type PlotlyPage, stripLabelSize } from "./plotly-page.js";
import { textWidth } from "./text-width.js";
import { wrapLabels, wrapText } from "./wrap-text.js";

/** Panels on the page, and how high their plot areas and the room between them are, in pixels. */
export interface PlotlyPanels {
  readonly panels: readonly PlotlyPanel[];
  readonly height: number;
}

/** Between the panels of a row, as a fraction of the page. */
const gap = 0.09;

/** Distributes the page over rows of panels, by their number of strips. */
export function plotlyPanels(model: FigureModel, page: PlotlyPage): PlotlyPanels {
  const panels = page.stacked ? model.panels.map((panel, row) => ({ ...panel, row })) : model.panels;
  const { text } = page.size;
  const rows = [...new Set(panels.map(({ row }) => row))].map((row) =>
    panels.filter((panel) => panel.row === row),
  );
  const unit = Math.min(
    ...rows.map((row) => (1 - gap * (row.length - 1)) / row.reduce((sum, panel) => sum + weight(panel), 0)),
  );
  const names = wrapLabels(panels.map(stripNames), {
    width: lettersAcross(page, stripLabelSize(page, unit), unit),
    lines: 3,
    weight: 600,
  });
  const notesBelow = panels.some(
    (panel) =>
      textWidth(panel.y.label, 600) + textWidth(panel.note) + 1 >
      lettersAcross(page, text, unit * weight(panel)),
  );
  const notes = panels.map((panel) =>
    wrapText(panel.note, { width: lettersAcross(page, text, unit * weight(panel) + gap), lines: 2 }),
  );
  const headHeight =
    30 + (notesBelow ? (lineHeight(page) - 1) * Math.max(...notes.map((lines) => lines.length)) : 0);
  const between = headHeight + (panels[0]!.x.kind === "number" ? 8 : stripFootHeight(names.flat(), page));
  const each = Math.max(
    page.panelHeight,
    (Math.max(360, model.height - 170) - between * (rows.length - 1)) / rows.length,
  );
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
      note: { beside: !notesBelow, lines: notesBelow ? notes[index]! : [panel.note] },
      lowest: panel.row === rows.at(-1)![0]!.row,
      up: isBroken(panel.y) ? (value) => axisPosition(panel.y, value) : (value) => value,
    };
  });
  return { panels: placed, height };
}

/** Room below an axis of strips, in pixels. */
export function stripFootHeight(names: readonly (readonly string[])[], page: PlotlyPage): number {
  return lineHeight(page) * (2 + Math.max(...names.map((lines) => lines.length))) + 8;
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
