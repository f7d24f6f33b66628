import { describe, expect, it } from "vitest";
import { dataRanges } from "../../src/plot/data-ranges.js";
import { scaleGroups } from "../../src/plot/scale-groups.js";
import { stripRows } from "../../src/plot/strip-rows.js";

describe("scaleGroups(ranges)", () => {
  it("SMT: a tight group far below a wide one gets a scale of its own", () => {
    const ranges = [
      [1250.4, 2899.4],
      [1427.7, 2898.8],
      [736.0, 740.2],
      [735.9, 744.1],
    ] as const;
    expect(scaleGroups(ranges)).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });

  it("strips that overlap share a scale, however tight one of them is", () => {
    expect(
      scaleGroups([
        [0, 1000],
        [500, 500.1],
      ]),
    ).toEqual([[0, 1]]);
  });

  it("neighbours share a scale while each still shows its shape", () => {
    const near = scaleGroups([
      [100, 110],
      [150, 160],
      [1000, 1010],
    ]);
    expect(near).toEqual([[0, 1], [2]]);
  });

  it("strips without spread ask for no scale of their own", () => {
    expect(
      scaleGroups([
        [1, 1],
        [1000, 1000],
        [5, 9],
      ]),
    ).toEqual([[0, 2], [1]]);
    expect(
      scaleGroups([
        [1, 1],
        [1000, 1000],
      ]),
    ).toEqual([[0, 1]]);
  });

  it("keeps the order in which strips were given, and every strip once", () => {
    const ranges = Array.from({ length: 20 }, (_, i) => {
      const low = Math.abs(Math.sin(i)) * 10 ** (i % 5);
      return [low, low * 1.01] as const;
    });
    const groups = scaleGroups(ranges);
    expect(groups.flat().toSorted((a, b) => a - b)).toEqual(ranges.map((_, i) => i));
    for (const group of groups) expect(group).toEqual(group.toSorted((a, b) => a - b));
    expect(groups.map((group) => group[0])).toEqual(
      groups.map((group) => group[0]).toSorted((a, b) => a! - b!),
    );
  });
});

describe("dataRanges(parts)", () => {
  it("breaks at the two widest gaps at most", () => {
    const parts = [Float64Array.of(736, 744, 740), Float64Array.of(1437, 1440, 2890, 2860)];
    expect(dataRanges(parts)).toEqual([
      [736, 744],
      [1437, 1440],
      [2860, 2890],
    ]);
    expect(dataRanges([Float64Array.of(0, 25, 50, 75, 100)]).length).toBe(3);
  });

  it("does not break where values are spread evenly or equal", () => {
    expect(dataRanges([Float64Array.from({ length: 50 }, (_, i) => i)])).toEqual([[0, 49]]);
    expect(dataRanges([Float64Array.of(5, 5, 5)])).toEqual([[5, 5]]);
    expect(dataRanges([Float64Array.of(5)])).toEqual([[5, 5]]);
  });
});

describe("stripRows(sizes, width)", () => {
  it("keeps what fits in one row", () => {
    expect(stripRows([2, 2], 960)).toEqual([
      [
        { group: 0, from: 0, to: 2 },
        { group: 1, from: 0, to: 2 },
      ],
    ]);
  });

  it("goes on in another row, about equally long", () => {
    expect(stripRows([24], 960).map((row) => row.map(({ from, to }) => [from, to]))).toEqual([
      [[0, 12]],
      [[12, 24]],
    ]);
    expect(stripRows(Array<number>(7).fill(1), 960).map((row) => row.length)).toEqual([4, 3]);
  });

  it("has every strip once, in order, for any sizes", () => {
    for (const sizes of [[1], [40], [3, 17, 1, 1, 9], Array<number>(30).fill(2)]) {
      for (const width of [240, 480, 960, 2000]) {
        const slices = stripRows(sizes, width).flat();
        const strips = slices.flatMap(({ group, from, to }) =>
          Array.from({ length: to - from }, (_, i) => `${group}/${from + i}`),
        );
        expect(strips).toEqual(
          sizes.flatMap((size, group) => Array.from({ length: size }, (_, i) => `${group}/${i}`)),
        );
      }
    }
  });
});
