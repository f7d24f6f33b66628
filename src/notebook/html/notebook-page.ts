import { createHash } from "node:crypto";
import { embedScript } from "../../core/embed-in-html.js";
import { escapeHtml } from "../../core/escape-html.js";
import type { JsonObject, NotebookDocument } from "../notebook-document.js";
import type { Heading } from "./headings.js";
import { type ImageResolver, MarkdownRenderer } from "./markdown-renderer.js";
import { pageScript, plotScript, themeScript } from "./page-script.js";
import { pageStyle } from "./page-style.js";
import { codeCellHtml, textCellHtml } from "./render-cell.js";
import { MathRenderer, mathStyle } from "./render-math.js";

export interface NotebookPageOptions {
  /** The notebook's file name, shown in the footer, and as title where the notebook has none. */
  readonly name: string;
  readonly title?: string | undefined;
  /** Resolves images that the notebook does not hold itself. */
  readonly image: ImageResolver;
  /** The text of plotly.js; read only if the notebook has plots. */
  readonly plotlySource: () => string;
}

/**
 * A notebook as a page in one file that needs no network. It holds no time and no path, so that the same notebook gives
 * the same page. Plotly and the fonts of formulas are in it only where they are needed.
 */
export function notebookPage(document: NotebookDocument, options: NotebookPageOptions): string {
  const math = new MathRenderer();
  const markdown = new MarkdownRenderer(math);
  const tools = { markdown, math, image: options.image, language: languageOf(document) };
  const parsed = document.cells.map((cell) =>
    cell.cell_type === "markdown" ? markdown.parse(cell.source) : null,
  );
  const cells = document.cells.map((cell, index) =>
    cell.cell_type === "code" ? codeCellHtml(cell, tools) : textCellHtml(cell, parsed[index] ?? null, tools),
  );
  const headings = markdown.headings.all;
  const heading = headings.find(({ level }) => level === 1);
  const title = options.title ?? plainText(heading?.html) ?? options.name.replace(/\.ipynb$/i, "");
  const body = cells.filter((cell) => cell !== "").join("\n");
  const hasPlots = body.includes('<figure class="output plot">');
  const scripts = [pageScript, ...(hasPlots ? [embedScript(options.plotlySource()), plotScript] : [])];
  const contents = tableOfContents(headings);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${securityPolicy([themeScript, ...scripts])}">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>${math.isUsed ? `\n<style>${mathStyle()}</style>` : ""}
<script>${themeScript}</script>
</head>
<body>
<div class="page${contents === "" ? " plain" : ""}">
<div class="tools" hidden><button type="button" aria-pressed="false">Hide code</button><button type="button">Dark</button></div>
${contents}<main>
${heading === undefined ? `<h1>${escapeHtml(title)}</h1>\n` : ""}${body}
</main>
<footer>${escapeHtml([options.name, kernelOf(document)].filter((part) => part !== "").join(" · "))}</footer>
</div>
${scripts.map((script) => `<script>${script}</script>`).join("\n")}
</body>
</html>
`;
}

/** Nothing is loaded, and no script runs but those that the page was made with. */
function securityPolicy(scripts: readonly string[]): string {
  const hashes = scripts.map((script) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`);
  return [
    "default-src 'none'",
    `script-src ${hashes.join(" ")}`,
    "style-src 'unsafe-inline'",
    "img-src data: blob:",
    "media-src data:",
    "font-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

const deepest = 3;

/** Empty where a title is all there is. */
function tableOfContents(headings: readonly Heading[]): string {
  const [first] = headings;
  const tops = headings.filter(({ level }) => level === 1);
  const isTitle = tops.length === 1 && first?.level === 1;
  const shown = headings.filter((heading) => heading.level <= deepest && !(isTitle && heading === first));
  if (shown.length < 2) return "";
  const entries = shown.map(
    ({ level, id, html }) =>
      `<li><a class="level-${level}" href="#${encodeURIComponent(id)}">${html}</a></li>`,
  );
  return `<nav class="toc" aria-label="Contents"><details open><summary>Contents</summary><ol>
${entries.join("\n")}
</ol></details></nav>
`;
}

/** Formulas carry their TeX for those who cannot see them; a title has no room for both. */
function plainText(html: string | undefined): string | undefined {
  const text = html
    ?.replace(/<span class="katex-mathml">[\s\S]*?<\/math><\/span>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? "");
  return text === undefined || text.trim() === "" ? undefined : text.trim();
}

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };

function languageOf({ metadata }: NotebookDocument): string {
  const { language_info, kernelspec } = metadata as Readonly<Record<string, JsonObject | undefined>>;
  return String(language_info?.name ?? kernelspec?.language ?? "typescript");
}

function kernelOf({ metadata }: NotebookDocument): string {
  const { display_name, name } = (metadata.kernelspec ?? {}) as JsonObject;
  return String(display_name ?? name ?? "");
}
