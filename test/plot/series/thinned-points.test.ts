import { describe, expect, it } from "vitest";
import { thinnedPoints } from "../../../src/plot/series/thinned-points.js";
import { stream } from "../../../src/random/stream.js";

describe("thinnedPoints(values, options)", () => {
  it("keeps all where there is room", () => {
    expect(thinnedPoints([4, 5, 6, 7], { columns: 2, each: 2 })).toEqual([0, 1, 2, 3]);
  });

  it("keeps the lowest and the highest of each column, in order and none twice", () => {
    const rng = stream(1, "thinned-points");
    for (const each of [2, 3, 4, 7]) {
      const n = 1000 + Math.floor(rng.uniform() * 1000);
      const values = Float64Array.from({ length: n }, () => rng.uniform());
      const columns = 30;
      const kept = thinnedPoints(values, { columns, each });
      expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b));
      expect(kept.length).toBeLessThanOrEqual(columns * each);
      for (let column = 0; column < columns; column++) {
        const [from, to] = [Math.floor((column * n) / columns), Math.floor(((column + 1) * n) / columns)];
        const part = values.subarray(from, to);
        const shown = kept.filter((i) => i >= from && i < to).map((i) => values[i]!);
        expect([Math.min(...shown), Math.max(...shown)]).toEqual([Math.min(...part), Math.max(...part)]);
      }
      if (each >= 4) expect([kept[0], kept.at(-1)]).toEqual([0, n - 1]);
    }
  });
});
