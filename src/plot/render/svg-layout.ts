import type { FigureModel } from "../figure-model.js";
import { keyLeading, type PlacedEntry, placeKey } from "./place-key.js";
import { type FontSizes, leading, type PanelPlace, placePanels } from "./place-panels.js";
import { balanceText, wrapText } from "./wrap-text.js";

/** A block of text: lines and the baseline of the first. */
export interface TextBlock {
  readonly lines: readonly string[];
  readonly size: number;
  readonly y: number;
}

/** Where everything goes, in pixels. */
export interface SvgLayout {
  readonly margin: number;
  readonly title: TextBlock;
  readonly subtitle: TextBlock;
  readonly key: { readonly entries: readonly PlacedEntry[]; readonly y: number };
  readonly caption: TextBlock;
  readonly panels: readonly PanelPlace[];
  readonly fontSize: FontSizes;
}

/** Distributes the area of a figure: texts take what they need, panels share the rest by their number of strips. */
export function svgLayout(model: FigureModel): SvgLayout {
  const { width, height } = model;
  const zoom = Math.min(1.5, Math.max(0.65, Math.min(width / 960, height / 540) ** 0.6));
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
  const entries = placeKey(model.key, inner, fontSize.text);
  const keyY = below(subtitle) + (entries.length === 0 ? 2 : 22) * zoom;
  const keyEnd = keyY + (entries.at(-1)?.row ?? 0) * fontSize.text * keyLeading;
  const caption = block(model.caption, fontSize.small, 0, 3, 400);
  const captionTop = height - margin * 0.6 - caption.lines.length * caption.size * leading;
  const area = {
    left: margin,
    top: keyEnd + 17 * zoom,
    width: inner,
    height: captionTop - 12 * zoom - (keyEnd + 17 * zoom),
  };
  return {
    margin,
    title,
    subtitle,
    key: { entries, y: keyY },
    caption: { ...caption, y: captionTop + caption.size },
    panels: placePanels(model.panels, area, fontSize, zoom),
    fontSize,
  };
}

/** The lower end of a block; an empty one takes no room. */
function below({ lines, size, y }: TextBlock): number {
  return lines.length === 0 ? y - size : y - size + lines.length * size * leading;
}
