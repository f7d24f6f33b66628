import { describe, expect, it } from "vitest";
import { withCellIds } from "../../src/notebook/cell-ids.js";

function idsOf(...cells: readonly { readonly id?: string; readonly source: string }[]): string[] {
  return withCellIds(cells).map(({ id }) => id);
}

describe("withCellIds", () => {
  it("withCellIds keeps ids that are valid, and replaces those that are not", () => {
    const ids = idsOf(
      { id: "a-B_1", source: "" },
      { id: "with space", source: "" },
      { id: "", source: "" },
      { id: "x".repeat(64), source: "" },
      { id: "x".repeat(65), source: "" },
    );
    expect(ids[0]).toBe("a-B_1");
    expect(ids[3]).toBe("x".repeat(64));
    for (const index of [1, 2, 4]) expect(ids[index]).toMatch(/^[0-9a-f]{8}$/);
    expect(new Set(ids).size).toBe(5);
  });

  it("withCellIds keeps the first of two equal ids", () => {
    const [first, second] = idsOf({ id: "same", source: "1" }, { id: "same", source: "2" });
    expect(first).toBe("same");
    expect(second).not.toBe("same");
  });

  it("withCellIds derives an id from place and source alone, avoiding those in use", () => {
    const [id = ""] = idsOf({ source: "x" });
    expect(idsOf({ source: "x" })).toEqual([id]);
    expect(idsOf({ source: "y" })).not.toEqual([id]);
    expect(idsOf({ source: "y" }, { source: "x" })[1]).not.toBe(id);
    const [other] = idsOf({ source: "x" }, { id, source: "taken" });
    expect(other).not.toBe(id);
  });

  it("withCellIds leaves its input as it was", () => {
    const cells = Object.freeze([Object.freeze({ source: "x", extra: 1 })]);
    expect(withCellIds(cells)[0]).toMatchObject({ source: "x", extra: 1 });
    expect(cells).toEqual([{ source: "x", extra: 1 }]);
  });
});
