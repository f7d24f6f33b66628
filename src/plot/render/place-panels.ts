import type { Panel } from "../figure-model.js";
import { textWidth } from "../typeface/text-width.js";
import { showsNumbersBelow } from "./same-axis.js";
import { wrapLabels, wrapText } from "./wrap-text.js";

/** Where a panel goes, in pixels. */
export interface PanelPlace {
  readonly panel: Panel;
  /** The plot area, without labels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** What stands beside the label of the y axis, or below it. */
  readonly note: { readonly beside: boolean; readonly lines: readonly string[] };
  /** Labels of strips, in lines; empty for an axis of numbers. */
  readonly names: readonly (readonly string[])[];
  /** Names of rows, in lines; empty where the y axis has numbers. */
  readonly rowNames: readonly (readonly string[])[];
  /** Whether there is room for the texts to the right. */
  readonly aside: boolean;
  /** Whether the x axis shows its numbers here. */
  readonly numbersBelow: boolean;
}

/** In pixels. */
export interface FontSizes {
  readonly title: number;
  readonly subtitle: number;
  readonly text: number;
  readonly small: number;
}

/** A rectangle, in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Line height in units of the font size. */
export const leading = 1.32;

/** Distributes an area over rows of panels: labels take what they need; strips of all rows are equally wide. */
export function placePanels(
  panels: readonly Panel[],
  area: Area,
  size: FontSizes,
  zoom: number,
): PanelPlace[] {
  const rows = [...new Set(panels.map(({ row }) => row))].map((row) =>
    panels.filter((panel) => panel.row === row),
  );
  const gap = { across: 30 * zoom, down: 16 * zoom };
  const rowNames = new Map(panels.map((panel) => [panel, wrapRowNames(panel, rows, area, size)]));
  const lefts = columnWidths(rows, 9 * zoom, (panel) => leftTexts(panel, rowNames.get(panel)!), size);
  const asides = columnWidths(rows, 12 * zoom, ({ aside = [] }) => aside.map(({ label }) => label), size);
  const hasAsides = sum(asides) < 0.4 * area.width;
  const rights = hasAsides ? asides : asides.map(() => 0);
  const unit = Math.min(
    ...rows.map((row) => {
      const beside = sum(lefts.slice(0, row.length)) + sum(rights.slice(0, row.length));
      return (area.width - beside - gap.across * (row.length - 1)) / sum(row.map(weight));
    }),
  );
  const line = size.text * leading;
  const nameWidth = (unit * 0.94) / size.text;
  const names = new Map(
    wrapLabels(panels.map(stripNames), { width: nameWidth, lines: 3, weight: 600 }).map((lines, i) => [
      panels[i]!,
      lines,
    ]),
  );
  const notes = new Map(wrapNotes(panels, unit, lefts[0]!, size).map((note, i) => [panels[i]!, note]));
  const heads = rows.map((row) => {
    if (row.every(({ y, note }) => y.label === "" && note === "")) return 0;
    const below = row.map((panel) => notes.get(panel)!).filter(({ beside }) => !beside);
    return line * (1 + Math.max(0, ...below.map(({ lines }) => lines.length))) + 8 * zoom;
  });
  const feet = rows.map((row) => {
    const labels = row.flatMap((panel) => names.get(panel)!).map((lines) => lines.length);
    const groups = row.some(hasGroups) ? groupLeading * size.text : 0;
    const strips = labels.length === 0 ? 0 : (2 + Math.max(...labels)) * line + 10 * zoom + groups;
    return Math.max(strips, row.some((panel) => showsNumbersBelow(panel, panels)) ? 44 * zoom : 0);
  });
  const height = Math.max(
    24,
    (area.height - sum(heads) - sum(feet) - gap.down * (rows.length - 1)) / rows.length,
  );
  let top = area.top;
  return rows.flatMap((row, index) => {
    let left = area.left;
    const places = row.map((panel, column): PanelPlace => {
      const width = weight(panel) * unit;
      const place = {
        panel,
        left: left + lefts[column]!,
        top: top + heads[index]!,
        width,
        height,
        note: notes.get(panel)!,
        names: names.get(panel)!,
        rowNames: rowNames.get(panel)!,
        aside: hasAsides,
        numbersBelow: showsNumbersBelow(panel, panels),
      };
      left += lefts[column]! + width + rights[column]! + gap.across;
      return place;
    });
    top += heads[index]! + height + feet[index]! + gap.down;
    return places;
  });
}

/** Whether strips share names. */
export function hasGroups({ x }: Panel): boolean {
  return x.kind === "strips" && x.strips.some(({ group }) => group !== "");
}

/** Room for the name of a group and the line above it, in units of the font size. */
const groupLeading = 2;

/** Room for texts beside the panels of each column, 0 where there are none; `air` lies between text and panel. */
function columnWidths(
  rows: readonly (readonly Panel[])[],
  air: number,
  textsOf: (panel: Panel) => readonly string[],
  size: FontSizes,
): readonly number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const texts = rows.flatMap((row) => (row[column] === undefined ? [] : textsOf(row[column]!)));
    return texts.length === 0 ? 0 : Math.max(...texts.map((text) => textWidth(text))) * size.text + air;
  });
}

function leftTexts({ y }: Panel, rowNames: readonly (readonly string[])[]): readonly string[] {
  // An axis without numbers has the room for its line all the same.
  return y.named ? rowNames.flat() : ["", ...y.ticks.map(({ label }) => label)];
}

/** Names of rows take at most three tenths of the width, and two lines where rows are far enough apart. */
function wrapRowNames(
  { y }: Panel,
  rows: readonly (readonly Panel[])[],
  area: Area,
  size: FontSizes,
): readonly (readonly string[])[] {
  if (!y.named) return [];
  const columns = Math.max(...rows.map((row) => row.length));
  const distance = area.height / rows.length / Math.max(1, y.ticks.length);
  return y.ticks.map(({ label }) =>
    wrapText(label, {
      width: (0.3 * area.width) / columns / size.text,
      lines: distance > 2.5 * leading * size.text ? 2 : 1,
    }),
  );
}

function wrapNotes(
  panels: readonly Panel[],
  unit: number,
  left: number,
  size: FontSizes,
): readonly PanelPlace["note"][] {
  const beside = panels.every(({ y, note, ...panel }) => {
    const used = textWidth(y.label, 600) * size.text + 12;
    return used + textWidth(note) * size.text <= weight(panel) * unit;
  });
  return panels.map((panel) => {
    // Below the label a note may begin at the left end of the numbers.
    const width = (weight(panel) * unit + (beside ? 0 : left)) / size.text;
    return { beside, lines: wrapText(panel.note, { width, lines: beside ? 1 : 2 }) };
  });
}

function stripNames({ x }: Panel): readonly string[] {
  return x.kind === "strips" ? x.strips.map(({ label }) => label) : [];
}

function weight({ x, share = 1 }: Pick<Panel, "x" | "share">): number {
  return x.kind === "strips" ? x.strips.length : share;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
