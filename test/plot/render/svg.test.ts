import { DOMParser } from "linkedom";
import { describe, expect, it } from "vitest";
import { createSample } from "../../../src/core/sample.js";
import { seriesPlot } from "../../../src/plot/series-plot.js";
import { stripPlot } from "../../../src/plot/strip-plot.js";
import { stream } from "../../../src/random/stream.js";
import { normalValues } from "../../support/normal-values.js";
import { comparableSvg, expectGolden } from "../golden.js";

const rng = stream(1, "svg-test");
const near = normalValues(rng, 30, 100, 3);
const far = normalValues(rng, 30, 2000, 5);
const fast = { resamples: 499, unit: "ms" };
const decay = Array.from({ length: 40 }, (_, i) => 20 + 100 * 0.85 ** i);

/** Two labels, three runs each, and one stray. */
const grouped = ["before", "after"].flatMap((commit) =>
  ["linux", "mac"].map((os) =>
    createSample({
      benchmark: "parse",
      unit: "ms",
      labels: { commit, os },
      runs: [0, 1, 2].map((run) => [...normalValues(rng, 12, 100 + run, 2), ...(run === 1 ? [130] : [])]),
    }),
  ),
);

const nasty = `<script>alert("1")</script> & 'q' %{x} ]]> <!--`;

function drawnDots(svg: string): number {
  return svg.match(/h\.01/g)?.length ?? 0;
}

describe("toSvg(options)", () => {
  it.each([
    ["strips-panels.svg", stripPlot({ near, far }, { ...fast, title: "Far apart" })],
    ["strips-broken.svg", stripPlot({ near, far }, { ...fast, axes: "broken", theme: "dark" })],
    [
      "strips-lying.svg",
      stripPlot({ near, far }, { ...fast, horizontal: true, statistic: "median", title: "Lying" }),
    ],
    ["strips-groups.svg", stripPlot(grouped, { ...fast, layout: "beeswarm", width: 720 })],
    ["strips-sorted.svg", stripPlot(grouped[0]!, { ...fast, layout: "sorted" })],
    ["strips-log.svg", stripPlot({ near, far }, { ...fast, scale: "log", width: 640, height: 400 })],
    [
      "series.svg",
      seriesPlot(decay, {
        unit: "ms",
        x: { label: "time", unit: "s" },
        boundaries: [{ at: 25, label: "end of warm-up" }],
        ranges: [{ from: 25, to: 39, label: "measured" }],
      }),
    ],
  ])("%s looks as it did", async (name, figure) => {
    expectGolden(name, comparableSvg(await figure.toSvg()));
  });

  it("a boundary near the end has its label on the left", async () => {
    const anchors = async (at: number) => {
      const svg = await seriesPlot(decay, { boundaries: [{ at, label: "end of measurement" }] }).toSvg();
      return /<g[^>]*text-anchor="(\w+)"[^>]*>\s*<text[^>]*>end of measurement/.exec(svg)?.[1];
    };
    expect(await anchors(10)).toBe("start");
    expect(await anchors(38)).toBe("end");
  });

  it("equal figures give equal bytes", async () => {
    const draw = () => stripPlot({ near, far }, fast).toSvg();
    expect(await draw()).toBe(await draw());
  });

  it("draws every measurement", async () => {
    expect(drawnDots(await stripPlot({ near, far }, fast).toSvg())).toBe(60);
  });

  it("rounds numbers to two decimals and needs no style but that of its font, and no identifiers", async () => {
    const whole = await stripPlot({ near, far }, fast).toSvg();
    const svg = whole.replace(/<style>(@font-face\{font-family:Inter;[^<]*\}){2}<\/style>/, "");
    expect(whole.length - svg.length).toBeGreaterThan(5_000);
    expect(whole.length - svg.length).toBeLessThan(30_000);
    expect(svg.match(/="[^"]*\d\.\d{3,}/g)).toBeNull();
    expect(svg).not.toMatch(/<style|\bid=|\bclass=|NaN|undefined|Infinity/);
    expect(svg).toMatch(/^<svg /);
    expect(svg).toContain('font-family="Inter, system-ui, sans-serif"');
  });

  it("another size and theme on request", async () => {
    const svg = await stripPlot({ near }, fast).toSvg({ width: 500, height: 300, theme: "dark" });
    expect(svg).toContain('viewBox="0 0 500 300"');
    expect(svg).toContain("#10151c");
    expect(svg).not.toContain("#ffffff");
  });

  it("foreign text stays text, wherever it goes", async () => {
    const strips = await stripPlot(
      { [nasty]: [1, 2, 3], b: [2, 3] },
      { ...fast, title: nasty, subtitle: nasty, caption: nasty, unit: nasty },
    ).toSvg();
    const series = await seriesPlot([1, 2, 3], {
      title: nasty,
      unit: nasty,
      x: { label: nasty, unit: nasty },
      boundaries: [{ at: 1, label: nasty }],
      ranges: [{ from: 0, to: 2, label: nasty }],
    }).toSvg();
    for (const svg of [strips, series]) {
      expect(svg).not.toMatch(/<script|<!--|<b>/);
      const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
      expect(parsed.querySelectorAll("script").length).toBe(0);
      expect(parsed.querySelector("title")?.textContent).toBe(nasty);
      expect(`${parsed.documentElement.outerHTML}`.length).toBeGreaterThan(1000);
    }
  });

  it("characters that XML forbids are gone", async () => {
    const svg = await stripPlot(
      { "a\u0000b\u001b[31m\uffff": [1, 2] },
      { ...fast, title: "t\u0007\u0000" },
    ).toSvg();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML forbids
    expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\uffff]/);
  });

  it("labels of 200 characters are wrapped and cut", async () => {
    const svg = await stripPlot({ ["x".repeat(200)]: [1, 2, 3], b: [2, 3] }, fast).toSvg();
    const lines = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text!);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(170);
    expect(lines.some((line) => line.endsWith("x…"))).toBe(true);
  });
});
