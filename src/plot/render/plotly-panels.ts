import { axisPosition } from "../axis-position.js";
import type { FigureModel, Panel } from "../figure-model.js";
import { textWidth } from "../typeface/text-width.js";
import { hasGroups } from "./place-panels.js";
import { isBroken, type PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, lineHeight, type PlotlyPage, stripLabelSize, widerFont } from "./plotly-page.js";
import { isSameAxis, showsNumbersBelow } from "./same-axis.js";
import { wrapLabels, wrapText } from "./wrap-text.js";

/** Panels on the page, and how high their plot areas and the room between them are, in pixels. */
export interface PlotlyPanels {
  readonly panels: readonly PlotlyPanel[];
  readonly height: number;
}

/** Between the panels of a row, as a fraction of the page. */
const leastGap = 0.09;
/** The longest names of rows take so much of the page. */
const mostNames = 0.3;

/** A page with room beside the panels for names of rows on the left and for texts on the right, if it is wide. */
export function pageWithNames(model: FigureModel, page: PlotlyPage): PlotlyPage {
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text)));
  const inPixels = (letters: number): number => Math.ceil(letters * page.size.text * widerFont);
  const names = widest(wrappedRowNames(model.panels, page).flat(2));
  const asides = page.stacked ? [] : lastColumn(model.panels).flatMap(({ aside = [] }) => aside);
  const left = names === 0 ? page.left : Math.max(page.left, inPixels(names) + 14);
  const right =
    asides.length === 0 ? page.right : inPixels(widest(asides.map(({ label }) => label))) + page.right + 10;
  return { ...page, left, right, outdent: page.outdent + left - page.left };
}

function wrappedRowNames(
  panels: readonly Panel[],
  page: PlotlyPage,
): readonly (readonly (readonly string[])[])[] {
  const width = (mostNames * page.width) / page.size.text;
  return panels.map(({ y }) =>
    y.named ? y.ticks.map(({ label }) => wrapText(label, { width, lines: 2 })) : [],
  );
}

/** Panels at the right end of their row. */
function lastColumn(panels: readonly Panel[]): readonly Panel[] {
  return panels.filter((panel, index) => panels[index + 1]?.row !== panel.row);
}

/** Distributes the page over rows of panels, by their number of strips. */
export function plotlyPanels(model: FigureModel, page: PlotlyPage): PlotlyPanels {
  const panels = page.stacked ? model.panels.map((panel, row) => ({ ...panel, row })) : model.panels;
  const { text } = page.size;
  const rowNames = wrappedRowNames(panels, page);
  const isFirst = (index: number): boolean => panels[index - 1]?.row !== panels[index]!.row;
  const gap = panels.some(({ y }, index) => y.named && !isFirst(index)) ? leastGap + mostNames : leastGap;
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
  const upper = panels.filter(({ row }) => row !== panels.at(-1)!.row);
  const hasNumbers = upper.some((panel) => showsNumbersBelow(panel, panels));
  const hasStrips = upper.some(({ x }) => x.kind === "strips");
  const between =
    headHeight + Math.max(hasNumbers ? 52 : 8, hasStrips ? stripFootHeight(panels, names.flat(), page) : 0);
  const each = Math.max(
    page.panelHeight,
    (Math.max(360, model.height - 170) - between * (rows.length - 1)) / rows.length,
  );
  const height = headHeight + rows.length * each + (rows.length - 1) * between;
  let end = 0;
  const placed = panels.map((panel, index): PlotlyPanel => {
    const from = isFirst(index) ? 0 : end + gap;
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
      rowNames: rowNames[index]!,
      numbersBelow: showsNumbersBelow(panel, panels),
      matches: matched(panels, index),
      aside: !page.stacked && lastColumn(panels).includes(panel),
      across: placeAlong(panel.x),
      up: placeAlong(panel.y),
    };
  });
  return { panels: placed, height };
}

/** The x axis of the first panel that has the same one, under the name that Plotly wants. */
function matched(panels: readonly Panel[], index: number): string | null {
  const { x } = panels[index]!;
  const first = panels.findIndex(
    (panel) => panel.x.kind === "number" && x.kind === "number" && isSameAxis(panel.x, x),
  );
  return first === -1 || first === index ? null : `x${first === 0 ? "" : first + 1}`;
}

/** Where a value is drawn: itself, or its place along a broken axis. */
function placeAlong(axis: Panel["x"]): (value: number) => number {
  return axis.kind === "number" && isBroken(axis) ? (value) => axisPosition(axis, value) : (value) => value;
}

/** Room below an axis of strips for their labels and the names of groups, in pixels. */
export function stripFootHeight(
  panels: readonly Panel[],
  names: readonly (readonly string[])[],
  page: PlotlyPage,
): number {
  return stripLabelsHeight(names, page) + (panels.some(hasGroups) ? lineHeight(page) + 12 : 0);
}

/** Room for the labels alone. */
export function stripLabelsHeight(names: readonly (readonly string[])[], page: PlotlyPage): number {
  return lineHeight(page) * (2 + Math.max(...names.map((lines) => lines.length))) + 8;
}

function stripNames({ x }: Panel): readonly string[] {
  return x.kind === "strips" ? x.strips.map(({ label }) => label) : [];
}

function weight({ x, share = 1 }: Panel): number {
  return x.kind === "strips" ? x.strips.length : share;
}

function round(value: number): number {
  return Math.max(0, Number(value.toFixed(4)));
}
