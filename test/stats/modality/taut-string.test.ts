import { describe, it } from "vitest";
import { stream } from "../../../src/random/stream.js";
import { tautString } from "../../../src/stats/modality/taut-string.js";
import { assertClose } from "../../support/assert-close.js";
import { shortestPath } from "../../support/shortest-path.js";

describe("tautString", () => {
  it("tautString(tube) is the shortest line that the tube allows", () => {
    const rng = stream(1, "tubes");
    for (let round = 0; round < 300; round++) {
      const n = 3 + rng.below(12);
      let at = 0;
      const x = Float64Array.from({ length: n }, () => {
        at += 0.1 + rng.uniform();
        return at;
      });
      const center = x.map(() => 2 * rng.uniform());
      const half = x.map((_, i) => (i === 0 || i === n - 1 ? 0 : 0.05 + rng.uniform()));
      const tube = {
        x,
        lower: center.map((y, i) => y - half[i]!),
        upper: center.map((y, i) => y + half[i]!),
      };
      assertClose(heights(tautString(tube), x), shortestPath(tube), { abs: 1e-9 });
    }
  });

  it("tautString(wide tube) is a straight line", () => {
    const tube = {
      x: new Float64Array([0, 1, 2]),
      lower: new Float64Array([0, -9, 4]),
      upper: new Float64Array([0, 9, 4]),
    };
    assertClose(tautString(tube), [
      { index: 0, x: 0, y: 0 },
      { index: 2, x: 2, y: 4 },
    ]);
  });
});

function heights(corners: ReturnType<typeof tautString>, x: Readonly<Float64Array>): number[] {
  return [...x].map((place) => {
    const next = Math.max(
      1,
      corners.findIndex((corner) => corner.x >= place),
    );
    const [from, to] = [corners[next - 1]!, corners[next]!];
    return from.y + ((place - from.x) / (to.x - from.x)) * (to.y - from.y);
  });
}
