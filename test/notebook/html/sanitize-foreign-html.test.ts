import { describe, expect, it } from "vitest";
import { sanitizeForeignHtml } from "../../../src/notebook/html/sanitize-foreign-html.js";
import { harmful, hostileHtml } from "./hostile.js";

const image = (source: string) => (source === "known.png" ? "data:image/png;base64,AAAA" : null);
const anchor = (name: string) => `resolved-${name}`;

function sanitize(html: string): string {
  return sanitizeForeignHtml(html.replace(/[\uE000\uE001]/g, ""), { image, anchor });
}

describe("sanitizeForeignHtml", () => {
  it.each(hostileHtml)("sanitizeForeignHtml makes harmless: %s", (html) => {
    const safe = sanitize(html);
    for (const pattern of harmful) expect(safe).not.toMatch(pattern);
    // What it has made is not made worse by another pass, as a browser's parser might.
    expect(sanitize(safe.replaceAll("resolved-", ""))).not.toMatch(/pwned\(\)[^<]*>/);
  });

  it("sanitizeForeignHtml is tested with patterns each of which finds something in what it is given", () => {
    expect(harmful.filter((pattern) => !hostileHtml.some((html) => pattern.test(html)))).toEqual([]);
  });

  it("sanitizeForeignHtml keeps what tables and texts are made of", () => {
    const table =
      '<table><thead><tr><th colspan="2" style="text-align:left">a</th></tr></thead><tbody><tr><td>1 &lt; 2</td><td><b>b</b></td></tr></tbody></table>';
    expect(sanitize(table)).toBe(table);
    const text =
      '<p title="t">a <em>b</em> <code>c</code><br /><span style="color:#b00020;font-weight:bold">d</span></p>';
    expect(sanitize(text)).toBe(text);
    expect(sanitize('<div class="alert alert-info dark">x</div>')).toBe(
      '<div class="alert alert-info">x</div>',
    );
    expect(sanitize("<details open><summary>s</summary>x</details>")).toMatch(
      /^<details open(="")?><summary>/,
    );
  });

  it("sanitizeForeignHtml embeds images that are known, and links to the others", () => {
    expect(sanitize('<img src="known.png" alt="a" width="10">')).toBe(
      '<img alt="a" width="10" src="data:image/png;base64,AAAA" />',
    );
    expect(sanitize('<img src="https://example.org/x.png" alt="a picture">')).toBe(
      '<a href="https://example.org/x.png" rel="noopener noreferrer">[a picture]</a>',
    );
    expect(sanitize('<img src="data:text/html,x">')).not.toContain("data:");
  });

  it("sanitizeForeignHtml resolves links within the notebook, and gives foreign ids a prefix", () => {
    expect(sanitize('<a href="#Here">x</a>')).toBe('<a href="#resolved-Here">x</a>');
    expect(sanitize('<a name="there"></a><p id="here">x</p>')).toBe(
      '<a id="notebook-there"></a><p id="notebook-here">x</p>',
    );
    expect(sanitize('<a href="https://example.org/?a=1&amp;b=2">x</a>')).toContain(
      'href="https://example.org/?a=1&amp;b=2"',
    );
  });
});
