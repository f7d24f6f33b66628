import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonErrorOffset } from "../../src/notebook/json-error-offset.js";

describe("jsonErrorOffset", () => {
  it.each([
    ["hello", 0],
    ["", 0],
    ['{"a": tru}', 6],
    ['{"a": 1,}', 8],
    ["[1,]", 3],
    ["[1 2]", 3],
    ['{"a" 1}', 5],
    ["{a: 1}", 1],
    ["[1}", 2],
    ['["a\nb"]', 1],
    ['["\\x"]', 1],
    ["[01]", 2],
    ["[1] 2", 4],
    ["[[1, 2]", 7],
    ['{"a": {"b": []}', 15],
  ])("jsonErrorOffset(%j) is %i", (text, offset) => {
    expect(jsonErrorOffset(text)).toBe(offset);
  });

  it("jsonErrorOffset reads all of what JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        expect(jsonErrorOffset(text)).toBe(text.length);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("jsonErrorOffset of a damaged text is where the damage begins or its effect shows", () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, place) => {
        const text = JSON.stringify([JSON.parse(json)]);
        const at = 1 + (place % (text.length - 1));
        // The text is cut, and then a character follows that ends any string and fits nowhere.
        const damaged = `${text.slice(0, at)}\n\u0000`;
        const offset = jsonErrorOffset(damaged);
        expect(offset).toBeLessThanOrEqual(at + 1);
        expect(text.startsWith(damaged.slice(0, offset).trimEnd())).toBe(true);
      }),
      { seed: 2, numRuns: 300 },
    );
  });
});
