import { describe, expect, it } from "vitest";
import { MarkdownRenderer } from "../../../src/notebook/html/markdown-renderer.js";
import { codeCellHtml, textCellHtml } from "../../../src/notebook/html/render-cell.js";
import { MathRenderer } from "../../../src/notebook/html/render-math.js";
import type { CodeCell, TextCell } from "../../../src/notebook/notebook-document.js";

const math = new MathRenderer();
const markdown = new MarkdownRenderer(math);
const tools = { math, markdown, language: "typescript", image: () => null };

function code(overrides: Partial<CodeCell>): string {
  const outputs = [{ output_type: "stream", name: "stdout", text: "printed" }] as const;
  const cell = {
    cell_type: "code",
    id: "a",
    metadata: {},
    source: "let x;",
    execution_count: 3,
    outputs,
  } as const;
  return codeCellHtml({ ...cell, ...overrides }, tools);
}

function text(overrides: Partial<TextCell>): string {
  const cell: TextCell = { cell_type: "markdown", id: "a", metadata: {}, source: "**a**", ...overrides };
  return textCellHtml(cell, cell.cell_type === "markdown" ? markdown.parse(cell.source) : null, tools);
}

describe("codeCellHtml", () => {
  it("codeCellHtml shows code, its number and its outputs", () => {
    expect(code({})).toBe(
      '<section class="cell">\n<div class="code"><span class="count" aria-hidden="true">3</span><pre><code>' +
        '<span class="hljs-keyword">let</span> x;</code></pre></div>\n' +
        '<div class="outputs">\n<pre class="output text sentences">printed</pre>\n</div>\n</section>',
    );
    expect(code({ execution_count: null })).not.toContain("count");
    expect(code({ source: " \n", outputs: [] })).toBe("");
  });

  it("codeCellHtml folds and removes what the notebook says", () => {
    expect(code({ metadata: { jupyter: { source_hidden: true } } })).toMatch(
      /<details class="folded"><summary>code<\/summary>\n<div class="code">/,
    );
    for (const metadata of [
      { jupyter: { outputs_hidden: true } },
      { collapsed: true },
      { tags: ["hide-output"] },
    ]) {
      expect(code({ metadata })).toContain('<summary>output</summary>\n<div class="outputs">');
    }
    expect(code({ metadata: { tags: ["remove-input"] } })).not.toContain("let");
    expect(code({ metadata: { tags: ["remove_output"] } })).not.toContain("printed");
    expect(code({ metadata: { tags: ["remove-cell"] } })).toBe("");
  });
});

describe("textCellHtml", () => {
  it("textCellHtml shows Markdown with its attachments", () => {
    const attachments = { "my file.png": { "image/png": ["AA", "AA"] }, "x.html": { "text/html": "<b>" } };
    expect(text({ source: "![dots](attachment:my%20file.png)", attachments })).toContain(
      '<img alt="dots" src="data:image/png;base64,AAAA" />',
    );
    for (const name of ["x.html", "none.png", "%"]) {
      expect(text({ source: `![dots](attachment:${name})`, attachments })).not.toContain("<img");
    }
    expect(text({ metadata: { tags: ["remove-cell"] } })).toBe("");
  });

  it("textCellHtml shows raw cells as they are, or as what they say they are", () => {
    const raw = { cell_type: "raw", source: "<b>x</b> **y**" } as const;
    expect(text(raw)).toContain('<pre class="output raw">&lt;b&gt;x&lt;/b&gt; **y**</pre>');
    expect(text({ ...raw, metadata: { raw_mimetype: "text/html" } })).toContain("<b>x</b> **y**");
    expect(text({ ...raw, metadata: { format: "text/markdown" } })).toContain("<strong>y</strong>");
    expect(text({ ...raw, metadata: { raw_mimetype: "toString" } })).toContain("&lt;b&gt;");
    expect(text({ ...raw, source: "" })).toBe("");
  });
});
