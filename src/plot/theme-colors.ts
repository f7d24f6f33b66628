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

/** The colour of a group, darker for a shade up to 1, which goes towards the ink, or paler for one down to −1. */
export function shadedColor(colors: ThemeColors, index: number | null, shade = 0): string {
  return shaded(seriesColor(colors, index), colors, shade);
}

/** A colour mixed with the ink, for a shade up to 1, or with the page, for one down to −1. */
export function shaded(color: string, colors: ThemeColors, shade: number): string {
  if (shade === 0) return color;
  const [towards, part] = shade > 0 ? [colors.ink, 0.55 * shade] : [colors.background, -0.45 * shade];
  const mixed = [1, 3, 5].map((at) => {
    const [from, to] = [color, towards].map((hex) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(from + part * (to - from))
      .toString(16)
      .padStart(2, "0");
  });
  return `#${mixed.join("")}`;
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
