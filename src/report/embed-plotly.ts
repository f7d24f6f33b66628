import { embedJson, embedScript } from "../core/embed-in-html.js";
import { fontFaces } from "../plot/typeface/font.js";

/** The rules of a page that loads nothing and runs only what is written in it. */
export const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data: blob:; font-src data:";

/** What Plotly writes itself: numbers with a true minus sign, and units of large ones. */
const ownCharacters = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join("")}−×μ`;

/** Style rules with the figures' font for a page with this text; its plots write numbers of their own. */
export function pageFonts(text: string): Promise<string> {
  return fontFaces(ownCharacters + text);
}

/** A place for a figure, with its data (Plotly JSON); {@link plotlyScripts} draws it. */
export function figureBox(figure: unknown): string {
  return `<div class="scroll"><div class="figure"><script type="application/json">${embedJson(figure)}</script></div></div>`;
}

/** The scripts that draw all boxes of a page, to stand at its end; `plotlySource` is the text of plotly.js, embedded once. */
export function plotlyScripts(plotlySource: string): string {
  return `<script>${embedScript(plotlySource)}</script>
<script>${draw}</script>`;
}

/** What boxes of figures need of a page's style. */
export const figureStyle = `
.scroll { overflow-x: auto; margin: 1rem 0; }
.figure { background: #fff; border-radius: 6px; }
.wide { min-width: 46rem; }`;

/**
 * Plotly measures texts when it draws them, so that their font must be there. On a phone figures take the layout that they bring for it; there
 * a finger scrolls the page and does not zoom.
 */
const draw = `
const phone = matchMedia("(max-width: 48rem)");
const fonts = [400, 600].map((weight) => document.fonts.load(weight + " 13px Inter"));
Promise.allSettled(fonts).then(() => {
  for (const box of document.querySelectorAll(".figure")) {
    const { data, layout } = JSON.parse(box.firstElementChild.textContent);
    const narrow = layout.meta?.narrow;
    if (narrow === undefined) box.classList.add("wide");
    const show = () => {
      const { width, ...flexible } = phone.matches ? { ...layout, ...narrow } : layout;
      const displayModeBar = phone.matches ? false : "hover";
      return Plotly.react(box, data, { ...flexible, autosize: true }, { responsive: true, displaylogo: false, displayModeBar });
    };
    show();
    phone.addEventListener("change", show);
  }
});`;
