import { describe, expect, it } from "vitest";
import { outlierEpisodes, outlierLabels } from "../../src/plot/outlier-labels.js";

/** Ten runs-of-the-mill values with others in their places. */
function values(changes: Readonly<Record<number, number>>, n = 40): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => changes[i] ?? 100 + (i % 5));
}

function labels(all: Float64Array, runs: readonly Float64Array[] = [all]) {
  const options = { positions: all, labelSize: () => 10, most: 3 };
  return outlierLabels(outlierEpisodes(all, runs), runs.length > 1, options).map(({ text }) => text);
}

describe("outlierEpisodes(values, runs)", () => {
  it("takes outliers that follow each other together, but not those of two sides or two runs", () => {
    const all = values({ 3: 200, 4: 210, 5: 20, 20: 190, 21: 195 });
    const runs = [all.slice(0, 21), all.slice(21)];
    expect(
      outlierEpisodes(all, runs).map(({ run, firstIteration, lastIteration }) => [
        run,
        firstIteration,
        lastIteration,
      ]),
    ).toEqual([
      [1, 3, 4],
      [1, 5, 5],
      [1, 20, 20],
      [2, 0, 0],
    ]);
  });

  it("finds none in few values, equal values or values without strays", () => {
    expect(outlierEpisodes(Float64Array.of(1, 2, 3, 99), [Float64Array.of(1, 2, 3, 99)])).toEqual([]);
    expect(outlierEpisodes(new Float64Array(20), [new Float64Array(20)])).toEqual([]);
    expect(outlierEpisodes(values({}), [values({})])).toEqual([]);
  });
});

describe("outlierLabels(episodes, several, options)", () => {
  it("joins the closest first, so that a name stands beside its own dots", () => {
    const all = values({ 3: 200, 14: 209, 25: 211, 36: 212 });
    const options = { positions: all, labelSize: () => 10, most: 3 };
    const found = outlierLabels(outlierEpisodes(all, [all]), false, options);
    expect(found.map(({ position, text }) => [position, text])).toEqual([
      [211, "#14, #25 +1"],
      [200, "#3"],
    ]);
  });

  it("joins only those whose names would lie over each other, however wide these are", () => {
    const all = values({ 3: 160, 14: 200, 25: 214 });
    const labelled = (letter: number) =>
      outlierLabels(outlierEpisodes(all, [all]), false, {
        positions: all,
        labelSize: (text) => letter * text.length,
        most: 3,
      }).map(({ text }) => text);
    expect(labelled(4)).toEqual(["#25", "#14", "#3"]);
    expect(labelled(5)).toEqual(["#14, #25", "#3"]);
    expect(labelled(9)).toEqual(["#3, #14 +1"]);
  });

  it("names iterations, episodes from first to last, and runs if there are several", () => {
    expect(labels(values({ 7: 150 }))).toEqual(["#7"]);
    expect(labels(values({ 7: 150, 8: 152, 9: 151 }))).toEqual(["#7–9"]);
    const all = values({ 25: 150 });
    expect(labels(all, [all.slice(0, 20), all.slice(20)])).toEqual(["2#5"]);
  });

  it("those near each other share a label, which names the first ones", () => {
    expect(labels(values({ 30: 151, 7: 150 }))).toEqual(["#7, #30"]);
    expect(labels(values({ 7: 150, 17: 152, 30: 151, 35: 153 }))).toEqual(["#7, #17 +2"]);
  });

  it("labels the farthest ones, a few, and none that touches the other values", () => {
    expect(labels(values({ 1: 150, 11: 170, 21: 190, 31: 210 }))).toEqual(["#31", "#21", "#11"]);
    expect(labels(values({ 1: 112 }))).toEqual([]);
  });

  it("a tail is no set of strays", () => {
    const tail = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [10 + 3 * i, 150 + i / 2]));
    expect(labels(values(tail, 200))).toEqual([]);
  });

  it("labels do not come closer than their size", () => {
    const all = values({ 1: 150, 11: 158, 21: 166, 31: 174 });
    const options = { positions: all, labelSize: () => 10, most: 9 };
    const places = outlierLabels(outlierEpisodes(all, [all]), false, options).map(({ position }) => position);
    places.forEach((place, i) => {
      for (const other of places.slice(0, i)) expect(Math.abs(place - other)).toBeGreaterThanOrEqual(10);
    });
  });
});
