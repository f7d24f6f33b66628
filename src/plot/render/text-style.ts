import { seriesColor, type ThemeColors } from "../theme-colors.js";

/** Emphasis for terminals, or none. */
export interface TextStyle {
  readonly bold: (text: string) => string;
  readonly muted: (text: string) => string;
  /** In the colour of a group. */
  readonly series: (text: string, index: number | null) => string;
}

/** Escape sequences if `color` is true, else the text as it is. */
export function textStyle(color: boolean, colors: ThemeColors): TextStyle {
  if (!color) return { bold: plain, muted: plain, series: plain };
  return {
    bold: (text) => `\u001b[1m${text}\u001b[22m`,
    muted: (text) => `\u001b[2m${text}\u001b[22m`,
    series: (text, index) => {
      const hex = Number.parseInt(seriesColor(colors, index).slice(1), 16);
      return `\u001b[38;2;${hex >> 16};${(hex >> 8) & 255};${hex & 255}m${text}\u001b[39m`;
    },
  };
}

function plain(text: string): string {
  return text;
}
