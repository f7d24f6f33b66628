import { describe, expect, it } from "vitest";
import { placePanels } from "../../../src/plot/render/place-panels.js";
import { svgLayout } from "../../../src/plot/render/svg-layout.js";
import { seriesPlot } from "../../../src/plot/series-plot.js";
import { stripPlot } from "../../../src/plot/strip-plot.js";

const size = { title: 23, subtitle: 14, text: 13, small: 11 };
const area = { left: 30, top: 100, width: 900, height: 400 };
const fast = { resamples: 99 };
const apart = stripPlot({ a: [1, 2, 3], b: [1, 2, 4], c: [1000, 1001, 1002] }, fast).model;

describe("placePanels(panels, area, size, zoom)", () => {
  it("puts panels side by side inside the area, with strips of one width", () => {
    const [left, right] = placePanels(apart.panels, area, size, 1);
    expect(left!.left).toBeGreaterThan(area.left);
    expect(right!.left).toBeGreaterThan(left!.left + left!.width);
    expect(right!.left + right!.width).toBeCloseTo(area.left + area.width, 6);
    expect(left!.width / 2).toBeCloseTo(right!.width, 6);
    expect(left!.top).toBe(right!.top);
    expect(left!.top + left!.height).toBeLessThan(area.top + area.height);
  });

  it("puts rows below each other without overlap", () => {
    const { panels } = seriesPlot({ a: [1, 2], b: [100_000, 200_000], c: [3, 4] }).model;
    const places = placePanels(panels, area, size, 1);
    expect(new Set(places.map(({ left }) => left)).size).toBe(1);
    for (const [i, place] of places.slice(1).entries())
      expect(place.top).toBeGreaterThan(places[i]!.top + places[i]!.height);
    expect(places.map(({ numbersBelow }) => numbersBelow)).toEqual([false, false, true]);
    expect(places[2]!.top + places[2]!.height).toBeLessThan(area.top + area.height - 30);
  });

  it("puts a note below the label where it does not fit beside it", () => {
    const notes = (width: number) =>
      placePanels(apart.panels, { ...area, width }, size, 1).map(({ note }) => note.beside);
    expect(notes(1400)).toEqual([true, true]);
    expect(notes(400)).toEqual([false, false]);
  });
});

describe("svgLayout(model)", () => {
  it.each([
    [960, 540],
    [1600, 900],
    [480, 420],
    [400, 700],
  ])("keeps everything on a page of %i × %i, from top to bottom", (width, height) => {
    const { title, subtitle, key, caption, panels } = svgLayout({ ...apart, width, height });
    const [panel] = panels;
    const levels = [0, title.y, subtitle.y, key.y, panel!.top, panel!.top + panel!.height, caption.y, height];
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(panel!.height).toBeGreaterThan(100);
    for (const { left, width: wide } of panels) expect(left + wide).toBeLessThanOrEqual(width);
  });
});
