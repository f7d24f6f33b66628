import { describe, expect, it } from "vitest";
import { MarkdownRenderer } from "../../../src/notebook/html/markdown-renderer.js";
import { MathRenderer } from "../../../src/notebook/html/render-math.js";
import { renderOutput } from "../../../src/notebook/html/render-output.js";
import type { NotebookOutput } from "../../../src/notebook/notebook-document.js";
import { harmful, hostileHtml } from "./hostile.js";

function render(output: NotebookOutput): string {
  const math = new MathRenderer();
  return renderOutput(output, { math, markdown: new MarkdownRenderer(math), image: () => null });
}

function renderData(
  data: Readonly<Record<string, unknown>>,
  metadata: Readonly<Record<string, unknown>> = {},
): string {
  return render({ output_type: "display_data", data, metadata });
}

const plotly = "application/vnd.plotly.v1+json";

describe("renderOutput", () => {
  it("renderOutput shows streams and errors with their colours", () => {
    expect(render({ output_type: "stream", name: "stdout", text: "<a>\n" })).toBe(
      '<pre class="output text sentences">&lt;a&gt;\n</pre>',
    );
    expect(render({ output_type: "stream", name: "stderr", text: "a" })).toContain(
      'class="output stderr sentences"',
    );
    const error = { output_type: "error", ename: "E", evalue: "<v>" } as const;
    expect(render({ ...error, traceback: ["\u001b[31mE\u001b[0m", "<at>"] })).toBe(
      '<pre class="output error"><span class="ansi-red">E</span>\n&lt;at&gt;</pre>',
    );
    expect(render({ ...error, traceback: [] })).toContain("E: &lt;v&gt;");
  });

  it("renderOutput breaks sentences into lines, and nothing that stands in columns", () => {
    for (const text of ["name   n\na      1", "│ a │ b │", "a\tb"])
      expect(renderData({ "text/plain": text })).not.toContain("sentences");
    expect(renderData({ "text/plain": "  A long sentence. Another one.\n" })).toContain(
      'class="output text sentences"',
    );
  });

  it("renderOutput takes the richest format, and the next one where that has nothing to show", () => {
    expect(renderData({ "text/plain": "plain", "text/html": "<b>rich</b>" })).toBe(
      '<div class="output html"><b>rich</b></div>',
    );
    for (const empty of ["<script>x</script>", "<div> <p></p></div>", "<style>p {}</style>", 5]) {
      expect(renderData({ "text/plain": "plain", "text/html": empty })).toContain("plain");
    }
    expect(renderData({ "image/png": "not base64!", "text/plain": "plain" })).toContain("plain");
    expect(renderData({ [plotly]: "no figure", "text/plain": "plain" })).toContain("plain");
  });

  it("renderOutput says what it cannot show", () => {
    expect(renderData({ "application/javascript": "alert(1)" })).toContain(
      "consists of a script is not run here (application/javascript)",
    );
    expect(renderData({ "application/x-<b>": {} })).toContain(
      "only Jupyter can show (application/x-&lt;b&gt;)",
    );
    expect(renderData({})).toContain("(nothing)");
  });

  it("renderOutput hands a plot's data to the page, whatever they hold, with a picture for the time before", () => {
    const figure = {
      data: [{ y: [1] }],
      layout: { title: "</script><script>alert(1)</script>" },
      config: { x: 1 },
    };
    const html = renderData({
      [plotly]: figure,
      "image/png": "AAAA",
      "text/html": "<p>not this</p>",
      "text/plain": "Title\nmore",
    });
    const [, json = ""] = /<script type="application\/json">(.*?)<\/script>/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual({ data: figure.data, layout: figure.layout });
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('<img class="output picture" src="data:image/png;base64,AAAA" alt="Title">');
    expect(html).not.toContain("not this");
    expect(renderData({ [plotly]: { data: [] } })).toContain("<noscript>");
  });

  it("renderOutput shows pictures in their size", () => {
    const sized = renderData(
      { "image/png": "AA\nAA" },
      { "image/png": { width: 64, height: '6" onload=x' } },
    );
    expect(sized).toBe('<img class="output picture" src="data:image/png;base64,AAAA" alt="" width="64">');
    expect(renderData({ "image/jpeg": "AAAA" }, { width: 3, height: 2 })).toContain('width="3" height="2"');
    expect(renderData({ "image/svg+xml": "<svg><script>x</script></svg>" })).toMatch(
      /^<img [^>]*src="data:image\/svg\+xml;base64,[^"]+" alt="">$/,
    );
  });

  it("renderOutput shows Markdown, formulas and JSON", () => {
    expect(renderData({ "text/markdown": "**a**" })).toContain("<strong>a</strong>");
    for (const tex of ["$x$", "$$x$$", "\\[x\\]", "x"]) {
      expect(renderData({ "text/latex": tex })).toContain("katex-display");
      expect(renderData({ "text/latex": tex })).not.toContain("katex-error");
    }
    expect(renderData({ "application/json": { a: ["<b>"] } })).toContain("&lt;b&gt;");
  });

  it("renderOutput puts HTML that brings its own colours on white paper", () => {
    expect(renderData({ "text/html": '<p style="color:black">x</p>' })).toContain(
      'class="output html paper"',
    );
    expect(renderData({ "text/html": '<p style="text-align:right">x</p>' })).not.toContain("paper");
  });

  it.each(hostileHtml)("renderOutput makes harmless: %s", (html) => {
    for (const type of ["text/html", "text/markdown", "text/latex"]) {
      const rendered = renderData({ [type]: `${html} text` })
        .replace(/<(?:div|p|pre|img) class="output[^>]*>/g, "")
        .replace(/<span class="katex[\s\S]*/, "");
      for (const pattern of harmful) expect(rendered).not.toMatch(pattern);
    }
  });
});
