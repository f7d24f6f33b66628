import { describe, expect, it } from "vitest";
import { jupyterDisplay } from "../../src/core/jupyter-display.js";
import { stripPlot } from "../../src/plot/strip-plot.js";
import { decodePng } from "./decode-png.js";

const fast = { resamples: 99 };

describe("figure[jupyterDisplay]()", () => {
  it("shows itself in every format at once", async () => {
    const figure = stripPlot({ a: [1, 2, 3], b: [2, 3, 4] }, fast);
    const bundle = await figure[jupyterDisplay]();
    expect(Object.keys(bundle)).toEqual([
      "application/vnd.plotly.v1+json",
      "image/png",
      "image/svg+xml",
      "text/plain",
    ]);
    expect(bundle["application/vnd.plotly.v1+json"]).toEqual(figure.toPlotly());
    expect(bundle["image/svg+xml"]).toBe(await figure.toSvg());
    expect(bundle["text/plain"]).toBe(figure.toText());
    const png = Buffer.from(String(bundle["image/png"]), "base64");
    expect(decodePng(png).width).toBe(1920);
    expect(png.equals(await figure.toPng())).toBe(true);
  });

  it("leaves out the SVG where it is large", async () => {
    const values = Array.from({ length: 5000 }, (_, i) => 100 + (i % 97));
    const bundle = await stripPlot(values, fast)[jupyterDisplay]();
    expect(bundle).not.toHaveProperty("image/svg+xml");
    expect(String(bundle["image/png"]).length).toBeLessThan(200_000);
  });
});
