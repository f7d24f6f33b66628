import type { ComparedFigure } from "../compare/compare-with-published.js";
import { escapeHtml } from "../core/escape-html.js";
import { contentSecurityPolicy, figureBox, figureStyle, pageFonts, plotlyScripts } from "./embed-plotly.js";
import { matchSummary, publishedTable } from "./published-table.js";

/** One experiment of the page. */
export interface ReproductionSection {
  /** The question the notebook asks. */
  readonly title: string;
  /** The notebook's file name, shown so that readers find it. */
  readonly notebook: string;
  readonly comparison: readonly ComparedFigure[];
  /** Plotly JSON, as a figure's `toPlotly()` returns it. */
  readonly figures: readonly unknown[];
  /** Why the notebook did not run to its end; null if it did. */
  readonly failure: string | null;
}

/**
 * The page of a reproduction: published against reproduced figures and the interactive plots, in one file that needs
 * no network. It holds no time and no path, so that the same figures give the same page.
 *
 * @param sections - one an experiment
 * @param plotlySource - the text of plotly.js, embedded once
 * @param missing - ids of published figures that nobody reproduced
 */
export async function reproductionPage(
  sections: readonly ReproductionSection[],
  plotlySource: string,
  missing: readonly string[] = [],
): Promise<string> {
  const rows = sections.flatMap((section) => section.comparison);
  const complete =
    missing.length === 0 &&
    rows.every((row) => row.match) &&
    sections.every((section) => section.failure === null);
  const absent = missing.length === 0 ? "" : ` Published, but not reproduced: ${missing.join(", ")}.`;
  const body = `<main>
<h1>How to Reliably Measure Software Performance, reproduced</h1>
<p>Every figure that the talk (FOSDEM 2026) published on SMT, frequency scaling and JVM warm-up, beside the one recomputed
from the measured data. A figure matches when it agrees in every printed digit; one that is estimated from a sample of the
measurements, when it lies in the interval (95 %); a claim in a round number, when the reproduced ratio is within a tenth of it.
What was drawn for an interval is what was repeated: where that happened a few times only, the interval is as wide as it should be.</p>
<p class="summary ${complete ? "good" : "bad"}">${escapeHtml(`${matchSummary(rows)}.${absent}`)}</p>
<nav>${sections.map((section, index) => `<a href="#experiment-${index}">${escapeHtml(section.title)}</a>`).join("\n")}</nav>
${sections.map(sectionHtml).join("\n")}
</main>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy}">
<title>noisefloor: the talk, reproduced</title>
<style>${await pageFonts(body)}${style}</style>
</head>
<body>
${body}
${plotlyScripts(plotlySource)}
</body>
</html>
`;
}

function sectionHtml(section: ReproductionSection, index: number): string {
  const { title, notebook, comparison, figures, failure } = section;
  return `<section id="experiment-${index}">
<h2>${escapeHtml(title)}</h2>
<p class="source">notebooks/${escapeHtml(notebook)}${comparison.length === 0 ? "" : ` · ${escapeHtml(matchSummary(comparison))}`}</p>
${failure === null ? "" : `<pre class="bad">${escapeHtml(failure)}</pre>`}
${figures.map(figureBox).join("\n")}
${comparison.length === 0 ? "" : `<div class="scroll">${publishedTable(comparison).toHtml()}</div>`}
</section>`;
}

/** A row of the table on a phone: published, reproduced and match beside each other, the rest below. */
const columnAreas = ["configuration", "figure", "published", "reproduced", "interval", "drawn", "match"]
  .map((area, index) => `tr > :nth-child(${index + 1}) { grid-area: ${area}; }`)
  .join("\n  ");

const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --line: #d0d7de; --quiet: #57606a; --good: #0b6e4f; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --paper: #0d1117; --line: #30363d; --quiet: #9da7b1; --good: #56d4a4; --bad: #ff8f85; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 Inter, system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; }
h2 { font-size: 1.3rem; margin-top: 3rem; }
a { color: inherit; }
nav { display: flex; flex-direction: column; gap: .3rem; }
.summary { font-weight: 600; }
.good { color: var(--good); }
.bad { color: var(--bad); white-space: pre-wrap; }
.source { color: var(--quiet); font-size: .9rem; }
${figureStyle.trim()}
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
@media (max-width: 48rem) {
  table { width: 100%; font-size: .8rem; line-height: 1.35; }
  tr { display: grid; grid-template-columns: 1.4fr 1fr 1fr .9fr; gap: 0 .6rem; padding: .3rem 0; border-bottom: 1px solid var(--line);
    grid-template-areas: "configuration published reproduced match" "figure interval interval drawn"; }
  th, td { padding: 0; border: 0; white-space: normal; }
  ${columnAreas}
}
`;
