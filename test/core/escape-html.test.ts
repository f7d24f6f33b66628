import { describe, expect, it } from "vitest";
import { escapeHtml } from "../../src/core/escape-html.js";

describe("escapeHtml(text)", () => {
  it("replaces every character that has a meaning in HTML, once", () => {
    expect(escapeHtml(`<a href="x" id='y'>&amp;</a>`)).toBe(
      "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
    );
    expect(escapeHtml("737 ms ± 0.3")).toBe("737 ms ± 0.3");
  });
});
