import type { Theme } from "./figure-model.js";

/** What a theme paints with. */
export interface ThemeColors {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly shade: string;
  /** In the order in which groups get them. */
  readonly series: readonly string[];
}

/**
 * The colours of a theme. Groups get the colours of Okabe & Ito (2008), which stay apart for colour-blind eyes;
 * those with too little contrast against the page come last or not at all.
 */
export function themeColors(theme: Theme): ThemeColors {
  return theme === "dark" ? dark : light;
}

/** The colour of a group: with more groups than colours they repeat. Null is the colour of text. */
export function seriesColor(colors: ThemeColors, index: number | null): string {
  return index === null ? colors.ink : (colors.series[index % colors.series.length] ?? colors.ink);
}

const light: ThemeColors = {
  background: "#ffffff",
  ink: "#17202b",
  muted: "#5a6673",
  grid: "#e3e7ec",
  shade: "#eef1f5",
  series: ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"],
};

const dark: ThemeColors = {
  background: "#10151c",
  ink: "#f1f4f7",
  muted: "#a3aebb",
  grid: "#2a333e",
  shade: "#1b232d",
  series: ["#56b4e9", "#e69f00", "#2ec4a0", "#f0a6cf", "#f0e442", "#ff8a4c"],
};
