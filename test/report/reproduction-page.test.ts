import { describe, expect, it } from "vitest";
import { reproductionPage } from "../../src/report/reproduction-page.js";

const hostile = "</script><script>alert(1)</script>";
const page = reproductionPage(
  [
    {
      title: hostile,
      notebook: "01.ipynb",
      comparison: [],
      figures: [{ data: [{ x: [1], name: hostile }], layout: { width: 700 } }],
      failure: `cell 3 failed: ${hostile}`,
    },
  ],
  'const plotly = "</script>";',
);

describe("reproductionPage(sections, plotlySource)", () => {
  it("stands alone: nothing is loaded from anywhere", () => {
    expect(page).not.toMatch(/\b(src|href)="(?!#)/);
    expect(page).toContain("default-src 'none'");
  });

  it("executes no foreign markup", () => {
    expect(page).not.toContain("<script>alert(1)");
    expect(page.match(/<script/g)).toHaveLength(3);
    expect(page.match(/<\/script>/g)).toHaveLength(3);
  });

  it("keeps the figures' data as they are", () => {
    const json = page.match(/<script type="application\/json">(.*?)<\/script>/)?.[1] ?? "";
    expect(JSON.parse(json)).toEqual({ data: [{ x: [1], name: hostile }], layout: { width: 700 } });
  });

  it("shows a failure, and is the same for the same input", () => {
    expect(page).toContain("cell 3 failed");
    expect(reproductionPage([], "")).toBe(reproductionPage([], ""));
  });
});
