import { describe, expect, it } from "vitest";
import { MathRenderer, mathStyle } from "../../../src/notebook/html/render-math.js";

describe("MathRenderer", () => {
  it("MathRenderer sets formulas for eyes and for ears, and knows whether it has set any", () => {
    const math = new MathRenderer();
    expect(math.isUsed).toBe(false);
    const html = math.render("\\frac{1}{2}", true);
    expect(html).toContain("katex-display");
    expect(html).toContain("<math");
    expect(math.render("x", false)).not.toContain("katex-display");
    expect(math.isUsed).toBe(true);
  });

  it("MathRenderer shows a wrong formula as it is written, escaped", () => {
    const html = new MathRenderer().render("\\frac{1<script>", false);
    expect(html).toContain("katex-error");
    expect(html).toContain("\\frac{1&lt;script&gt;");
    // One that never ends does not hang.
    expect(new MathRenderer().render("\\def\\a{\\a\\a}\\a", false)).toContain("katex-error");
  });
});

describe("mathStyle", () => {
  it("mathStyle holds its fonts", () => {
    const style = mathStyle();
    expect(style.match(/@font-face/g)).toHaveLength(
      style.match(/url\(data:font\/woff2;base64,/g)?.length ?? 0,
    );
    expect(style).not.toMatch(/url\((?!data:)/);
  });
});
