import { describe, expect, it } from "vitest";
import { MarkdownRenderer } from "../../../src/notebook/html/markdown-renderer.js";
import { MathRenderer } from "../../../src/notebook/html/render-math.js";
import { harmful, hostileHtml } from "./hostile.js";

function render(source: string, image: (source: string) => string | null = () => null): string {
  const markdown = new MarkdownRenderer(new MathRenderer());
  return markdown.render(markdown.parse(source), image);
}

describe("MarkdownRenderer", () => {
  it("MarkdownRenderer renders tables, lists, code and HTML", () => {
    expect(render("**a** `<b>` <u>c</u>")).toBe(
      "<p><strong>a</strong> <code>&lt;b&gt;</code> <u>c</u></p>\n",
    );
    expect(render("|a|b|\n|:-|-:|\n|1|2|")).toContain('<td style="text-align:right">2</td>');
    expect(render("```ts\nconst x = '<i>';\n```")).toContain('<span class="hljs-keyword">const</span>');
    expect(render("```nothing-known\n<i>\n```")).toContain("&lt;i&gt;");
    expect(render("https://example.org")).toContain('<a href="https://example.org"');
  });

  it("MarkdownRenderer sets formulas, also where Markdown would read something else", () => {
    for (const source of ["$a_1 * b_2 * c_3$", "$$a_1 * b_2$$", "\\begin{equation}\na_1\n\\end{equation}"]) {
      expect(render(source)).toContain('<span class="katex');
      expect(render(source)).not.toContain("<em>");
    }
    expect(render("$5 and $10, `$x$`")).toBe("<p>$5 and $10, <code>$x$</code></p>\n");
    expect(render("wrong: $\\frac{1$")).toContain("\\frac{1");
  });

  it("MarkdownRenderer lets macros hold for later formulas", () => {
    const markdown = new MarkdownRenderer(new MathRenderer());
    const [first, second] = ["$\\newcommand{\\mean}{\\mu_{\\text{m}}}$", "$\\mean$"].map((source) =>
      markdown.render(markdown.parse(source), () => null),
    );
    expect(first).not.toContain("katex-error");
    expect(second).not.toContain("color");
    expect(second).toContain("μ");
  });

  it("MarkdownRenderer does not let TeX link, style or load", () => {
    for (const tex of [
      "\\href{javascript:pwned()}{x}",
      "\\includegraphics{https://evil.example/x.png}",
      "\\htmlStyle{position:fixed}{x}",
    ]) {
      const html = render(`$${tex}$`);
      expect(html).not.toMatch(/<a\b|<img|position:fixed"/);
    }
  });

  it.each(hostileHtml)("MarkdownRenderer makes harmless: %s", (html) => {
    for (const source of [html, `text ${html} text`, `- ${html}`]) {
      const rendered = render(source).replace(/<span class="katex.*$/gm, "");
      for (const pattern of harmful) expect(rendered).not.toMatch(pattern);
    }
    expect(render(`# ${html}`)).not.toMatch(/<script/i);
  });

  it("MarkdownRenderer does not let its own placeholders be forged", () => {
    const html = render("`$a$` \uE0000\uE001 $x$ <b id='\uE001mine'>b</b>");
    expect(html.match(/class="katex"/g)).toHaveLength(1);
    expect(html).toContain('id="notebook-');
  });

  it("MarkdownRenderer collects headings, and resolves links to those that come later", () => {
    const markdown = new MarkdownRenderer(new MathRenderer());
    const [first, second] = [
      "# Top *one*\n\n[go](#later-on-link-x)",
      "## Later <i>on</i> [link](https://example.org) $x$",
    ].map((source) => markdown.parse(source));
    expect(markdown.render(first ?? [], () => null)).toContain('href="#Later-on-link-x"');
    markdown.render(second ?? [], () => null);
    const [top, later] = markdown.headings.all;
    expect(top).toMatchObject({ level: 1, id: "Top-one", html: "Top <em>one</em>" });
    expect(later?.html).toContain("Later on link <span");
    expect(later?.html).not.toMatch(/<a\b/);
  });

  it("MarkdownRenderer hands images to the resolver", () => {
    const seen: string[] = [];
    const html = render(
      "![a](attachment:x%20y.png) <img src='local.png'> ![c](data:image/png;base64,AA)",
      (source) => {
        seen.push(source);
        return "data:image/png;base64,BB";
      },
    );
    expect(seen).toEqual(["attachment:x%20y.png", "local.png"]);
    expect(html.match(/src="data:image\/png;base64,(AA|BB)"/g)).toHaveLength(3);
  });
});
