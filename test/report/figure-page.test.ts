import { describe, expect, it } from "vitest";
import { stripPlot } from "../../src/plot/strip-plot.js";
import { figurePage } from "../../src/report/figure-page.js";

const hostile = `</script><script>alert(1)</script><img src=x onerror="alert(2)">`;
const figure = (theme: "light" | "dark") =>
  stripPlot({ [hostile]: [1, 2, 3], b: [2, 3] }, { title: hostile, caption: hostile, resamples: 99, theme });
const page = await figurePage(figure("light"), 'const plotly = "</script>";');

describe("figurePage(figure, plotlySource)", () => {
  it("stands alone: nothing is loaded from anywhere", async () => {
    expect(await figurePage(stripPlot([1, 2, 3], { resamples: 99 }), "")).not.toMatch(/\b(src|href)=/);
    expect(page).toContain("default-src 'none'");
  });

  it("executes no foreign markup", () => {
    expect(page.match(/<script/g)).toHaveLength(3);
    expect(page.match(/<\/script>/g)).toHaveLength(3);
    expect(page).not.toMatch(/<img/);
  });

  it("brings the figure's title, words and data", () => {
    expect(page).toContain("<title>&lt;/script&gt;");
    expect(page).toMatch(/aria-label="[^"]*b: 2 values/);
    const json = page.match(/<script type="application\/json">(.*?)<\/script>/)?.[1] ?? "";
    const { data, layout } = figure("light").toPlotly();
    expect(JSON.parse(json)).toMatchObject(JSON.parse(JSON.stringify({ data, layout })));
  });

  it("has the theme of its figure, and the same bytes for the same one", async () => {
    expect(page).toContain("background: #ffffff");
    expect(await figurePage(figure("dark"), "")).toContain("background: #10151c");
    expect(await figurePage(figure("dark"), "")).toBe(await figurePage(figure("dark"), ""));
  });
});
