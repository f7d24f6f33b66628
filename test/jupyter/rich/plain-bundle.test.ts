import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ansiToHtml } from "../../../src/jupyter/rich/ansi-to-html.js";
import { plainBundle, plainText } from "../../../src/jupyter/rich/plain-bundle.js";

describe("plainBundle", () => {
  it("plainBundle shows simple values as texts", () => {
    const shown = [1, "a'b", 2n, null, undefined, true, Symbol("s"), NaN].map(plainBundle);
    const texts = ["1", `"a'b"`, "2n", "null", "undefined", "true", "Symbol(s)", "NaN"];
    expect(shown).toEqual(texts.map((text) => ({ "text/plain": text })));
  });

  it("plainBundle adds colours as HTML where a value has structure, foreign markup escaped", () => {
    const bundle = plainBundle({ a: "<script>", m: new Map([[1, new Set([2n])]]), t: Float64Array.of(0.5) });
    expect(bundle["text/plain"]).toBe(
      "{\n  a: '<script>',\n  m: Map(1) { 1 => Set(1) { 2n } },\n  t: Float64Array(1) [ 0.5 ]\n}",
    );
    expect(bundle["text/html"]).toMatch(
      /^<pre>.*<span style="color: [^"]*">&#39;&lt;script&gt;&#39;<\/span>/s,
    );
    expect(bundle["text/html"]).not.toContain("<script>");
  });

  it("plainBundle cuts what is too long, with a note", () => {
    expect(String(plainBundle("x".repeat(50_000))["text/plain"])).toMatch(/40000 more characters$/);
    const wide = plainBundle(
      Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => "y".repeat(20))),
    );
    expect(String(wide["text/plain"]).length).toBeLessThan(30_000);
    expect(String(wide["text/plain"])).toMatch(/… \d+ more characters$/);
    expect(plainBundle(Array(1000).fill(0))["text/plain"]).toContain("900 more items");
  });

  it("plainBundle shows what cannot be shown", () => {
    const bad = {
      [inspect.custom]: () => {
        throw new Error("no");
      },
    };
    expect(plainText(bad)).toBe("[cannot be shown: no]");
    expect(String(plainText(new RangeError("far")))).toMatch(/^RangeError: far\n/);
    expect(plainBundle(new RangeError("far"))).not.toHaveProperty("text/html");
  });
});

describe("ansiToHtml", () => {
  it("ansiToHtml turns colours into spans, ends them, and drops other codes", () => {
    expect(ansiToHtml("a\u001b[31mb\u001b[39mc\u001b[1m<\u001b[22m\u001b[2Kd")).toBe(
      'a<span style="color: #d13438">b</span>c<span style="font-weight: bold">&lt;</span>d',
    );
    expect(ansiToHtml("\u001b[91mx\u001b[0my\u001b[36mz")).toMatch(
      /^<span style="color: #d13438">x<\/span>y<span [^>]*>z<\/span>$/,
    );
  });
});
