import { describe, expect, it } from "vitest";
import { publishedTable } from "../../src/report/published-table.js";
import { reproductionPage } from "../../src/report/reproduction-page.js";

const hostile = "</script><script>alert(1)</script>";
const page = await reproductionPage(
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

  it("a figure that brings no layout for phones keeps its width, and scrolls", () => {
    expect(page).toContain('if (narrow === undefined) box.classList.add("wide")');
    expect(page).toContain(".wide { min-width: 46rem; }");
  });

  it("on a phone every column of the table has a place", () => {
    const columns = publishedTable([]).toHtml().match(/<th\b/g)!.length;
    const placed = [...page.matchAll(/:nth-child\((\d+)\) \{ grid-area: (\w+); \}/g)];
    expect(placed.map(([, column]) => Number(column))).toEqual(
      Array.from({ length: columns }, (_, i) => i + 1),
    );
    for (const [, , area] of placed)
      expect(page).toMatch(new RegExp(`grid-template-areas:[^;]*\\b${area}\\b`));
  });

  it("names the published figures that nobody reproduced", async () => {
    expect(await reproductionPage([], "")).toContain('class="summary good"');
    const incomplete = await reproductionPage([], "", ["smt-on-task-1-mean"]);
    expect(incomplete).toContain('class="summary bad"');
    expect(incomplete).toContain("not reproduced: smt-on-task-1-mean");
  });

  it("shows a failure, and is the same for the same input", async () => {
    expect(page).toContain("cell 3 failed");
    expect(await reproductionPage([], "")).toBe(await reproductionPage([], ""));
  });
});
