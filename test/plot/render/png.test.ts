import { describe, expect, it } from "vitest";
import { loadDataset } from "../../../src/data/load-dataset.js";
import { histogramPlot } from "../../../src/plot/histogram-plot.js";
import { renderPng } from "../../../src/plot/render/png.js";
import { stripPlot } from "../../../src/plot/strip-plot.js";
import { stream } from "../../../src/random/stream.js";
import { normalValues } from "../../support/normal-values.js";
import { decodePng } from "../decode-png.js";
import { expectPicture, pictureErrors } from "../golden.js";

const smt = loadDataset("smt");
const dfs = loadDataset("dfs-single-task");
const rng = stream(1, "png-test");
const before = normalValues(rng, 150, 100, 3);
const after = normalValues(rng, 150, 104, 3);
const figure = stripPlot({ a: [1, 2, 3, 4, 5], b: [2, 3, 4, 5, 9] }, { resamples: 99, title: "Title" });

describe("toPng(options)", () => {
  it("has two pixels for each of the figure, or as many as asked for", async () => {
    const large = decodePng(await figure.toPng());
    expect([large.width, large.height]).toEqual([1920, 1080]);
    const small = decodePng(await figure.toPng({ scale: 1, width: 500, height: 300 }));
    expect([small.width, small.height]).toEqual([500, 300]);
  });

  it("shows page, grid, ink and both groups in their exact colours", async () => {
    const { colors } = decodePng(await figure.toPng());
    const count = new Map<number, number>();
    for (const color of colors) count.set(color, (count.get(color) ?? 0) + 1);
    expect([...count].sort((a, b) => b[1] - a[1])[0]![0]).toBe(0xffffff);
    expect(count.get(0xe3e7ec)).toBeGreaterThan(5000);
    expect(count.get(0x17202b)).toBeGreaterThan(1000);
    expect(count.size).toBeGreaterThan(20);
  });

  it("draws text with the font of the package", async () => {
    const inkIn = async (text: string): Promise<number> => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><rect width="200" height="40" fill="#fff"/><text x="5" y="30" font-family="Inter, system-ui, sans-serif" font-size="20">${text}</text></svg>`;
      return decodePng(await renderPng(svg, 1)).colors.filter((color) => color !== 0xffffff).length;
    };
    expect(await inkIn("")).toBe(0);
    expect(await inkIn("Measure")).toBeGreaterThan(200);
    // Every sign that figures write; a missing one would be drawn as the same box as a private character.
    const box = await inkIn("\ue123");
    for (const sign of ["µ", "×", "≈", "…", "–", "−", "%", "±"]) {
      expect(await inkIn(sign), sign).toBeGreaterThan(5);
      expect(await inkIn(sign), sign).not.toBe(box);
    }
  });

  it.each([
    ["strips.png", stripPlot(smt, { resamples: 199, width: 720, height: 400 })],
    ["strips-dark.png", stripPlot(dfs, { width: 720, height: 420, theme: "dark", horizontal: true })],
    ["histogram.png", histogramPlot({ before, after }, { unit: "ms", width: 640, height: 360 })],
  ])("%s looks as it did", async (name, drawn) => {
    expectPicture(name, await drawn.toPng({ scale: 1 }));
  });

  it("the comparison of pictures sees a dot that is missing, and another colour", async () => {
    const draw = (values: readonly number[], theme: "light" | "dark" = "light") =>
      stripPlot(values, { resamples: 99, width: 400, height: 300, theme, title: "t", caption: "c" }).toPng({
        scale: 1,
      });
    const errors = pictureErrors(await draw([1, 2, 3, 4]), await draw([1, 2, 3.2, 4]));
    expect(Math.max(...errors)).toBeGreaterThan(64);
    expect(Math.max(...pictureErrors(await draw([1, 2]), await draw([1, 2])))).toBe(0);
    const themes = pictureErrors(await draw([1, 2]), await draw([1, 2], "dark"));
    expect(themes.filter((error) => error > 100).length).toBeGreaterThan(0.9 * themes.length);
  });

  it("equal figures give equal bytes", async () => {
    expect(await figure.toPng({ scale: 1 })).toEqual(await figure.toPng({ scale: 1 }));
  });
});
