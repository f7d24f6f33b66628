/** What a figure for Plotly is laid out for; all lengths in pixels. Plotly wraps no text, so lines are made for a width. */
export interface PlotlyPage {
  /** The narrowest output cell or screen. */
  readonly width: number;
  /** Room for the numbers of the y axis. */
  readonly left: number;
  readonly right: number;
  /** What texts above and below the plot area leave free at the right end. */
  readonly edge: number;
  /** How far left of the plot area texts begin. */
  readonly outdent: number;
  /** Font sizes. */
  readonly size: { readonly title: number; readonly text: number; readonly small: number };
  /** The least height of the plot area of a panel. */
  readonly panelHeight: number;
  /** Each panel in a row of its own. */
  readonly stacked: boolean;
}

/** An output cell of a notebook. */
export const widePage: PlotlyPage = {
  width: 740,
  left: 64,
  right: 40,
  edge: 40,
  outdent: 0,
  size: { title: 19, text: 13, small: 11 },
  panelHeight: 140,
  stacked: false,
};

/** A phone, held upright. */
export const narrowPage: PlotlyPage = {
  width: 328,
  left: 48,
  right: 12,
  edge: 12,
  outdent: 38,
  size: { title: 15, text: 11, small: 10 },
  panelHeight: 200,
  stacked: true,
};

/** How much wider texts may be than in the figure's own font, which the reader may lack. */
export const widerFont = 1.15;

/** Width of the plot area, in pixels. */
export function plotWidth({ width, left, right }: PlotlyPage): number {
  return width - left - right;
}

/** How many letters' widths of a font size fit on the plot area, or on a part of it. */
export function lettersAcross(page: PlotlyPage, fontSize: number, part = 1): number {
  return (part * plotWidth(page)) / (fontSize * widerFont);
}

/** How many letters' widths of a font size a line of text above or below the plot area can have. */
export function lettersInLine(page: PlotlyPage, fontSize: number): number {
  return (page.width - page.left - page.edge + page.outdent) / (fontSize * widerFont);
}

/** The font size of the labels of strips, which take a part of the plot area each. */
export function stripLabelSize(page: PlotlyPage, part: number): number {
  return part * plotWidth(page) < 90 ? page.size.small : page.size.text;
}

/** The distance of lines of the text of a figure. */
export function lineHeight({ size }: PlotlyPage): number {
  return Math.round(1.36 * size.text);
}
