import { escapeHtml } from "../../core/escape-html.js";
import { hasTag } from "../has-tag.js";
import type { CodeCell, JsonObject, TextCell } from "../notebook-document.js";
import { decodeUri } from "./decode-uri.js";
import { highlightCode } from "./highlight-code.js";
import type { ImageResolver, MarkdownRenderer, ParsedMarkdown } from "./markdown-renderer.js";
import { type OutputTools, renderOutput } from "./render-output.js";

/** What cells are rendered with. */
export interface CellTools extends OutputTools {
  readonly language: string;
}

/** A code cell with its outputs; what Jupyter shows folded or nbconvert's tags take away, is so here. */
export function codeCellHtml(cell: CodeCell, tools: CellTools): string {
  if (isRemoved(cell, "cell")) return "";
  const { source_hidden, outputs_hidden } = (cell.metadata.jupyter ?? {}) as JsonObject;
  const parts = [
    cell.source.trim() === "" || isRemoved(cell, "input")
      ? ""
      : folded(codeHtml(cell, tools), "code", source_hidden === true || hasTag(cell, "hide-input")),
    cell.outputs.length === 0 || isRemoved(cell, "output")
      ? ""
      : folded(
          outputsHtml(cell, tools),
          "output",
          outputs_hidden === true || cell.metadata.collapsed === true || hasTag(cell, "hide-output"),
        ),
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `<section class="cell">\n${parts.join("\n")}\n</section>`;
}

/** A text cell; `parsed` if it is Markdown. */
export function textCellHtml(cell: TextCell, parsed: ParsedMarkdown | null, tools: CellTools): string {
  if (isRemoved(cell, "cell")) return "";
  const image: ImageResolver = (source) => attachment(cell, source) ?? tools.image(source);
  if (parsed !== null)
    return `<section class="cell prose">\n${tools.markdown.render(parsed, image)}</section>`;
  return rawHtml(cell, image, tools.markdown);
}

/** Raw cells are for other formats than this one, unless they say that they are HTML or Markdown. */
function rawHtml(cell: TextCell, image: ImageResolver, markdown: MarkdownRenderer): string {
  const format = String(cell.metadata.raw_mimetype ?? cell.metadata.format ?? "");
  if (cell.source.trim() === "") return "";
  const inner =
    format === "text/html"
      ? markdown.sanitize(cell.source, image)
      : format === "text/markdown"
        ? markdown.render(markdown.parse(cell.source, false), image)
        : null;
  if (inner !== null) return `<section class="cell prose">\n${inner}</section>`;
  return `<section class="cell"><pre class="output raw">${escapeHtml(cell.source)}</pre></section>`;
}

function codeHtml({ source, execution_count }: CodeCell, { language }: CellTools): string {
  const count =
    execution_count === null ? "" : `<span class="count" aria-hidden="true">${execution_count}</span>`;
  return `<div class="code">${count}<pre><code>${highlightCode(source, language)}</code></pre></div>`;
}

function outputsHtml({ outputs }: CodeCell, tools: CellTools): string {
  return `<div class="outputs">\n${outputs.map((output) => renderOutput(output, tools)).join("\n")}\n</div>`;
}

function folded(html: string, what: "code" | "output", isFolded: boolean): string {
  return isFolded ? `<details class="folded"><summary>${what}</summary>\n${html}\n</details>` : html;
}

function isRemoved(cell: CodeCell | TextCell, what: "cell" | "input" | "output"): boolean {
  return hasTag(cell, `remove-${what}`) || hasTag(cell, `remove_${what}`);
}

/** An image that the cell itself carries: "attachment:name.png". */
function attachment({ attachments = {} }: TextCell, source: string): string | null {
  if (!source.startsWith("attachment:")) return null;
  const bundle = attachments[decodeUri(source.slice("attachment:".length))];
  for (const [mime, data] of Object.entries((bundle ?? {}) as JsonObject)) {
    const text = Array.isArray(data) ? data.join("") : data;
    if (/^image\/[\w.+-]+$/.test(mime) && typeof text === "string")
      return `data:${mime};base64,${text.replace(/\s/g, "")}`;
  }
  return null;
}
