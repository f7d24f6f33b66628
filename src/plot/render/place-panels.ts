import type { Panel } from "../figure-model.js";
import { textWidth } from "./text-width.js";
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
  const lefts = columnLefts(rows, size, zoom);
  const unit = Math.min(
    ...rows.map((row) => {
      const axes = sum(lefts.slice(0, row.length)) + gap.across * (row.length - 1);
      return (area.width - axes) / sum(row.map(weight));
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
    const below = row.map((panel) => notes.get(panel)!).filter(({ beside }) => !beside);
    return line * (1 + Math.max(0, ...below.map(({ lines }) => lines.length))) + 8 * zoom;
  });
  const feet = rows.map((row, index) => {
    if (row[0]!.x.kind === "number") return index === rows.length - 1 ? 44 * zoom : 0;
    return (
      (2 + Math.max(...row.flatMap((panel) => names.get(panel)!).map((lines) => lines.length))) * line +
      10 * zoom
    );
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
        numbersBelow: index === rows.length - 1,
      };
      left += lefts[column]! + width + gap.across;
      return place;
    });
    top += heads[index]! + height + feet[index]! + gap.down;
    return places;
  });
}

/** Room for the numbers of the y axis, the same for all panels of a column. */
function columnLefts(rows: readonly (readonly Panel[])[], size: FontSizes, zoom: number): readonly number[] {
  const columns = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) => {
    const labels = rows.flatMap((row) => row[column]?.y.ticks ?? []).map(({ label }) => label);
    return Math.max(0, ...labels.map((label) => textWidth(label) * size.text)) + 9 * zoom;
  });
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
  return x.kind === "strips" ? x.strips.map(({ name }) => name) : [];
}

function weight({ x }: Pick<Panel, "x">): number {
  return x.kind === "strips" ? x.strips.length : 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
