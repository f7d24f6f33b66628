import { escapeHtml } from "../core/escape-html.js";
import type { Figure } from "../plot/figure.js";
import { themeColors } from "../plot/theme-colors.js";
import { contentSecurityPolicy, figureBox, figureStyle, pageFonts, plotlyScripts } from "./embed-plotly.js";

/**
 * A page of one interactive figure that needs no network: hovering shows run, iteration and value, the key toggles what it
 * names. It holds no time and no path, so that the same figure gives the same page.
 *
 * @param plotlySource - the text of plotly.js, embedded once
 */
export async function figurePage(figure: Figure, plotlySource: string): Promise<string> {
  const { title, alt, theme } = figure.model;
  const { background, ink } = themeColors(theme);
  const plotly = figure.toPlotly();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<title>${escapeHtml(title)}</title>
<style>
${await pageFonts(JSON.stringify(plotly))}
:root { color-scheme: ${theme}; }
body { margin: 0; background: ${background}; color: ${ink}; font: 16px/1.5 Inter, system-ui, sans-serif; }
main { max-width: 75rem; margin: 0 auto; padding: .5rem 1rem; }${figureStyle}
.figure { background: ${background}; }
</style>
</head>
<body>
<main role="figure" aria-label="${escapeHtml(alt)}">
${figureBox(plotly)}
</main>
${plotlyScripts(plotlySource)}
</body>
</html>
`;
}
