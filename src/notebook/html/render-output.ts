import { embedJson } from "../../core/embed-in-html.js";
import { escapeHtml } from "../../core/escape-html.js";
import type { JsonObject, NotebookOutput } from "../notebook-document.js";
import { highlightCode } from "./highlight-code.js";
import type { MarkdownRenderer } from "./markdown-renderer.js";
import type { MathRenderer } from "./render-math.js";
import { svgImage, withSvgImages } from "./svg-image.js";
import { terminalHtml } from "./terminal-html.js";

/** What outputs are rendered with. */
export interface OutputTools {
  readonly markdown: MarkdownRenderer;
  readonly math: MathRenderer;
  readonly image: (source: string) => string | null;
}

/** One output as HTML that is safe to show, whatever the notebook holds. */
export function renderOutput(output: NotebookOutput, tools: OutputTools): string {
  if (output.output_type === "stream") {
    return textHtml(output.text, output.name === "stderr" ? "stderr" : "text");
  }
  if (output.output_type === "error") {
    const { ename, evalue, traceback } = output;
    const text = traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}`;
    return `<pre class="output error">${terminalHtml(text)}</pre>`;
  }
  for (const format of formats) {
    const value = output.data[format];
    const rendered = value === undefined ? null : renderers[format](value, output, tools);
    if (rendered !== null) return rendered;
  }
  return notShown(Object.keys(output.data));
}

/** Sentences are broken into lines, what stands in columns is not. */
function textHtml(text: string, kind: "text" | "stderr"): string {
  const isInColumns = /[│║┃|]|\S {2,}\S|\t/.test(text);
  return `<pre class="output ${kind}${isInColumns ? "" : " sentences"}">${terminalHtml(text)}</pre>`;
}

type Shown = Extract<NotebookOutput, { readonly data: JsonObject }>;
type Render = (value: unknown, output: Shown, tools: OutputTools) => string | null;

/** Each gives null where the format has nothing to show; the next one is tried then. */
const renderers = {
  "application/vnd.plotly.v1+json": plot,
  "text/html": html,
  "text/markdown": (value, _, { markdown, image }) =>
    typeof value === "string"
      ? `<div class="output prose">${markdown.render(markdown.parse(value, false), image)}</div>`
      : null,
  "image/svg+xml": (value, output) =>
    typeof value === "string" && /<svg\b/i.test(value)
      ? picture(svgImage(value), "image/svg+xml", output)
      : null,
  "image/png": picturesOf("image/png"),
  "image/jpeg": picturesOf("image/jpeg"),
  "image/webp": picturesOf("image/webp"),
  "image/gif": picturesOf("image/gif"),
  "text/latex": (value, _, { math }) =>
    typeof value === "string"
      ? `<div class="output katex-block">${math.render(bareFormula(value), true)}</div>`
      : null,
  "application/json": (value) =>
    `<pre class="output text">${highlightCode(JSON.stringify(value, null, 2), "json")}</pre>`,
  "text/plain": (value) => (typeof value === "string" ? textHtml(value, "text") : null),
} satisfies Record<string, Render>;

const formats = Object.keys(renderers) as (keyof typeof renderers)[];

/** The interactive plot, drawn by the page's script; what stands inside is seen until then, in print, and without scripts. */
function plot(value: unknown, output: Shown, tools: OutputTools): string | null {
  if (typeof value !== "object" || value === null || !Array.isArray((value as JsonObject).data)) return null;
  const { data, layout = {}, frames } = value as JsonObject;
  const { "application/vnd.plotly.v1+json": _, "text/html": __, ...others } = output.data;
  const still = Object.keys(others).some((format) => format.startsWith("image/"))
    ? renderOutput({ ...output, data: others }, tools)
    : '<noscript><p class="output note">This plot needs JavaScript.</p></noscript>';
  const json = embedJson({ data, layout, ...(Array.isArray(frames) ? { frames } : {}) });
  return `<figure class="output plot"><script type="application/json">${json}</script><div class="still">${still}</div></figure>`;
}

function html(value: unknown, _: Shown, { markdown, image }: OutputTools): string | null {
  if (typeof value !== "string") return null;
  const safe = markdown.sanitize(withSvgImages(value), image);
  if (!/<img|<video|<audio|<hr/.test(safe) && safe.replace(/<[^>]*>|&nbsp;|\s/g, "") === "") return null;
  // Colours of its own were chosen for white paper.
  const isColored = /style="[^"]*(?:color|background)\s*:/.test(safe);
  return `<div class="output html${isColored ? " paper" : ""}">${safe}</div>`;
}

function picturesOf(mime: string): Render {
  return (value, output) => {
    if (typeof value !== "string" || !/^[A-Za-z0-9+/=\s]+$/.test(value)) return null;
    return picture(`data:${mime};base64,${value.replace(/\s/g, "")}`, mime, output);
  };
}

function picture(source: string, mime: string, { data, metadata }: Shown): string {
  const size = (metadata[mime] ?? metadata) as JsonObject;
  const sizes = (["width", "height"] as const).flatMap((side) => {
    const pixels = Number(size[side]);
    return pixels > 0 && pixels < 100_000 ? [` ${side}="${pixels}"`] : [];
  });
  const text = data["text/plain"];
  const alt = typeof text === "string" ? (text.trim().split("\n")[0] ?? "") : "";
  return `<img class="output picture" src="${source}" alt="${escapeHtml(alt.slice(0, 200))}"${sizes.join("")}>`;
}

/** TeX without the dollars and brackets that mark it as such. */
function bareFormula(tex: string): string {
  const [, inner] = /^\s*(?:\$\$?|\\\[|\\\()([\s\S]*?)(?:\$\$?|\\\]|\\\))\s*$/.exec(tex) ?? [];
  return inner ?? tex;
}

function notShown(types: readonly string[]): string {
  const what = types.length === 0 ? "nothing" : types.join(", ");
  const isScript = types.some((type) => type === "text/html" || type.endsWith("javascript"));
  const why = isScript
    ? "An output that consists of a script is not run here"
    : "An output that only Jupyter can show";
  return `<p class="output note">${escapeHtml(`${why} (${what}).`)}</p>`;
}
