import type { FigureModel, Panel } from "../figure-model.js";
import { textWidth } from "./text-width.js";
import { balanceText, wrapLabels, wrapText } from "./wrap-text.js";

/** A block of text: lines and the baseline of the first. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly size: number;
  readonly y: number;
}

/** Where a panel goes, in pixels. */
export interface PanelPlace {
  readonly panel: Panel;
  /** The plot area, without axis labels. */
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Labels of strips, in lines; empty for an axis of numbers. */
  readonly names: readonly (readonly string[])[];
  /** Whether the x axis shows its numbers here. */
  readonly numbersBelow: boolean;
}

/** Where everything goes, in pixels. */
export interface SvgLayout {
  readonly margin: number;
  readonly title: TextBlock;
  readonly subtitle: TextBlock;
  readonly keyY: number;
  readonly caption: TextBlock;
  readonly panels: readonly PanelPlace[];
  readonly fontSize: FontSizes;
}

/** In pixels. */
export interface FontSizes {
  readonly title: number;
  readonly subtitle: number;
  readonly text: number;
  readonly small: number;
}

/** Line height in units of the font size. */
export const leading = 1.32;

/** Distributes the area of a figure: texts take what they need, panels share the rest by their number of strips. */
export function svgLayout(model: FigureModel): SvgLayout {
  const { width, height } = model;
  const zoom = Math.min(1.5, Math.max(0.7, Math.sqrt((width * height) / (960 * 540))));
  const fontSize = { title: 23 * zoom, subtitle: 14.5 * zoom, text: 13 * zoom, small: 11.5 * zoom };
  const margin = 30 * zoom;
  const inner = width - 2 * margin;
  const block = (text: string, size: number, top: number, lines: number, weight: 400 | 600): TextBlock => ({
    lines: (weight === 600 ? balanceText : wrapText)(text, { width: inner / size, lines, weight }),
    size,
    y: top + size,
  });
  const title = block(model.title, fontSize.title, margin * 0.8, 2, 600);
  const subtitle = block(model.subtitle, fontSize.subtitle, below(title) + 3 * zoom, 2, 400);
  const keyY = below(subtitle) + (model.key.length === 0 ? 2 : 22) * zoom;
  const caption = block(model.caption, fontSize.small, 0, 3, 400);
  const captionTop = height - margin * 0.6 - caption.lines.length * caption.size * leading;
  const area = {
    left: margin,
    top: keyY + 17 * zoom,
    width: inner,
    height: captionTop - 12 * zoom - (keyY + 17 * zoom),
  };
  const place = model.flow === "row" ? placeRow : placeColumn;
  return {
    margin,
    title,
    subtitle,
    keyY,
    caption: { ...caption, y: captionTop + caption.size },
    panels: place(model.panels, area, fontSize, zoom),
    fontSize,
  };
}

/** The lower end of a block; an empty one takes no room. */
function below({ lines, size, y }: TextBlock): number {
  return lines.length === 0 ? y - size : y - size + lines.length * size * leading;
}

interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function placeRow(panels: readonly Panel[], area: Area, size: FontSizes, zoom: number): PanelPlace[] {
  const gap = 30 * zoom;
  const lefts = panels.map((panel) => tickRoom(panel, size, zoom));
  const free = area.width - gap * (panels.length - 1) - lefts.reduce((a, b) => a + b, 0);
  const weights = panels.map(({ x }) => (x.kind === "strips" ? x.strips.length : 4));
  const unit = free / weights.reduce((a, b) => a + b, 0);
  const names = wrapLabels(panels.map(stripNames), {
    width: (unit * 0.94) / size.text,
    lines: 3,
    weight: 600,
  });
  const nameLines = Math.max(...names.flat().map((lines) => lines.length), 0);
  const foot = names.flat().length > 0 ? (nameLines + 2) * size.text * leading + 10 * zoom : 40 * zoom;
  const head = size.text * leading * (unit * Math.min(...weights) < 260 * zoom ? 2 : 1) + 8 * zoom;
  let left = area.left;
  return panels.map((panel, index): PanelPlace => {
    const width = weights[index]! * unit;
    const place = {
      panel,
      left: left + lefts[index]!,
      top: area.top + head,
      width,
      height: area.height - head - foot,
      names: names[index]!,
      numbersBelow: true,
    };
    left += lefts[index]! + width + gap;
    return place;
  });
}

function stripNames({ x }: Panel): readonly string[] {
  return x.kind === "strips" ? x.strips.map(({ name }) => name) : [];
}

/** Panels of a column share the x axis: only the last one shows its numbers. */
function placeColumn(panels: readonly Panel[], area: Area, size: FontSizes, zoom: number): PanelPlace[] {
  const left = Math.max(...panels.map((panel) => tickRoom(panel, size, zoom)));
  const head = size.text * leading + 10 * zoom;
  const gap = 14 * zoom;
  const foot = 44 * zoom;
  const each = (area.height - foot - gap * (panels.length - 1)) / panels.length;
  return panels.map((panel, index) => ({
    panel,
    left: area.left + left,
    top: area.top + index * (each + gap) + head,
    width: area.width - left,
    height: each - head,
    names: [],
    numbersBelow: index === panels.length - 1,
  }));
}

function tickRoom({ y }: Panel, size: FontSizes, zoom: number): number {
  return Math.max(...y.ticks.map(({ label }) => textWidth(label) * size.text), 0) + 9 * zoom;
}
