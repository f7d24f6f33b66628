import { describe, expect, it } from "vitest";
import { svgImage, withSvgImages } from "../../../src/notebook/html/svg-image.js";

function decoded(uri: string): string {
  return Buffer.from(uri.replace("data:image/svg+xml;base64,", ""), "base64").toString();
}

describe("svgImage", () => {
  it("svgImage holds the drawing as it is, with the namespace that it needs to stand alone", () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><text>größe</text></svg>';
    expect(decoded(svgImage(svg))).toBe(svg);
    expect(decoded(svgImage('<?xml version="1.0"?><svg width="1"/>'))).toBe(
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" width="1"/>',
    );
  });
});

describe("withSvgImages", () => {
  it("withSvgImages replaces each drawing and leaves the rest", () => {
    const html = withSvgImages("<p>a<svg><title>A &amp; B</title><svg><g/></svg></svg>b<SVG/>c</p>");
    const [, first, second] =
      /^<p>a<img src="([^"]*)" alt="A &amp;amp; B">b<img src="([^"]*)" alt="drawing">c<\/p>$/.exec(html) ??
      [];
    expect(decoded(first ?? "")).toMatch(/^<svg xmlns.*<svg><g\/><\/svg><\/svg>$/);
    expect(decoded(second ?? "")).toMatch(/^<svg xmlns/);
    expect(withSvgImages("no drawing")).toBe("no drawing");
  });

  it("withSvgImages takes one that does not end to the end", () => {
    expect(withSvgImages("a<svg><p>b")).toMatch(/^a<img src="data:[^"]*" alt="drawing">$/);
    expect(withSvgImages("a<svg")).toMatch(/^a<img src="data:[^"]*" alt="drawing">$/);
  });
});
