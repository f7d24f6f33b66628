import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseNotebook } from "../../../src/notebook/document.js";
import { notebookPage } from "../../../src/notebook/html/notebook-page.js";
import { expectGolden } from "../../support/expect-golden.js";

const everyKind = readFileSync("test/golden/notebook/every-kind.ipynb", "utf8");
const options = {
  name: "every-kind.ipynb",
  image: () => null,
  plotlySource: () => "const plotly = '</script>';",
};

function page(cells: readonly object[], metadata: object = {}, extra: object = {}): string {
  const document = parseNotebook(
    "f",
    JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 0 }),
    "a.ipynb",
  );
  return notebookPage(document, { ...options, name: "a.ipynb", ...extra });
}

const markdown = (source: string) => ({ cell_type: "markdown", source });

/** The page without its style and its scripts, which have nothing to do with the notebook. */
function body(html: string): string {
  return html
    .replace(/<style>[\s\S]*?<\/style>/g, "<style></style>")
    .replace(/<script>[\s\S]*?<\/script>/g, "<script></script>")
    .replace(/'sha256-[^']*'/g, "'sha256-…'");
}

describe("notebookPage", () => {
  it("notebookPage shows every kind of cell and output", () => {
    expectGolden("notebook/every-kind.html", body(notebookPage(parseNotebook("f", everyKind, "a"), options)));
  });

  it("notebookPage lets no script run but its own", () => {
    const html = notebookPage(parseNotebook("f", everyKind, "a"), options);
    const [, policy = ""] = /Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|https?:|\*/);
    const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? "");
    expect(scripts).toHaveLength(4);
    for (const script of scripts) {
      expect(policy).toContain(`'sha256-${createHash("sha256").update(script).digest("base64")}'`);
    }
    expect(html).toContain("const plotly = '<\\/script>';");
  });

  it("notebookPage embeds Plotly and fonts only where they are needed", () => {
    const html = page(
      [markdown("# No plots, no formulas")],
      {},
      { plotlySource: () => expect.fail("not needed") },
    );
    expect(html).not.toContain("font-face");
    expect(html.length).toBeLessThan(30_000);
  });

  it("notebookPage takes its title from the notebook, its file or its caller", () => {
    const title = (html: string) => /<title>(.*)<\/title>/.exec(html)?.[1];
    expect(title(page([markdown("## Second\n\n# A *title* & $x^2$ <b>")]))).toBe("A title &amp; x2");
    expect(title(page([]))).toBe("a");
    expect(page([])).toContain("<h1>a</h1>");
    expect(title(page([markdown("# A")], {}, { title: "Mine <b>" }))).toBe("Mine &lt;b&gt;");
    expect(title(page([], {}, { name: "<i>.ipynb" }))).toBe("&lt;i&gt;");
  });

  it("notebookPage has a table of contents where there is something to find, without the title", () => {
    expect(page([markdown("# A\n\n## B")])).not.toContain('<nav class="toc"');
    const html = page([markdown("# A\n\n## B\n\n### C\n\n#### D"), markdown("## B")]);
    const links = [...html.matchAll(/<a class="level-(\d)" href="#([^"]*)">/g)].map(([, level, id]) => [
      level,
      id,
    ]);
    expect(links).toEqual([
      ["2", "B"],
      ["3", "C"],
      ["2", "B-2"],
    ]);
    for (const [, id] of links) expect(html).toContain(`id="${id}"`);
    expect(page([markdown("# A\n\n# B")])).toContain('class="level-1"');
  });

  it("notebookPage takes the code's language from the metadata, wherever it stands, and names the kernel", () => {
    const cell = { cell_type: "code", source: "def f(): pass", metadata: {}, outputs: [] };
    for (const metadata of [
      { language_info: { name: "python" } },
      { kernelspec: { language: "python", name: "<p>" } },
    ]) {
      expect(page([cell], metadata)).toContain('<span class="hljs-keyword">def</span>');
    }
    expect(page([cell], { kernelspec: { name: "<p>" } })).toContain("<footer>a.ipynb · &lt;p&gt;</footer>");
    expect(page([cell], { language_info: "odd", kernelspec: null })).toContain("<footer>a.ipynb</footer>");
  });
});
