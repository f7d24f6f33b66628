import { describe, expect, it } from "vitest";
import { jupyterDisplay } from "../../src/core/jupyter-display.js";
import { stripPlot } from "../../src/plot/strip-plot.js";
import { decodePng } from "./decode-png.js";

const fast = { resamples: 99 };

describe("drawings", () => {
  const figure = stripPlot([1, 2, 3], fast);

  it.each([
    ["toSvg", { width: 0 }, /toSvg: width needs a whole number, 240 to 10000/],
    ["toSvg", { theme: "x" }, /toSvg: theme needs one of "light", "dark", got "x"/],
    ["toPng", { height: 20_000 }, /toPng: height needs a whole number, 240 to 10000/],
    ["toPng", { scale: Number.NaN }, /toPng: scale needs a number from 0\.1 to 20, got NaN/],
    ["toPng", null, /toPng: options/],
    ["toPng", { scal: 3 }, /toPng: options has none that is called "scal"; did you mean "scale"\?/],
    ["toSvg", { scale: 3 }, /toSvg: options has none that is called "scale"/],
    ["toText", { colour: true }, /toText: options .*did you mean "color"\?/],
    ["toText", 80, /toText: options needs an object/],
  ] as const)("%s refuses %j", async (method, options, message) => {
    await expect(async () => figure[method](options as never)).rejects.toThrow(message);
  });

  it("name a sample in errors only if it has a name", () => {
    expect(() => stripPlot([0, 1], { scale: "log" })).toThrow(/got 0; use "linear"/);
    expect(() => stripPlot({ a: [0, 1], b: [1] }, { scale: "log" })).toThrow(/got 0 in "a"; use/);
    expect(() => stripPlot([1, 2], { title: 3 as never })).toThrow(/title needs a text, got 3/);
  });
});

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
    // A notebook has the picture besides, so that this may take the font of the reader.
    expect(bundle["image/svg+xml"]).toBe((await figure.toSvg()).replace(/<style>.*?<\/style>/, ""));
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
