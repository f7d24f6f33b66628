import { describe, expect, it } from "vitest";
import { History } from "../../../../src/jupyter/kernel/server/history.js";

const history = new History();
for (const [i, input] of ["a = 1", "b", "a = 1", "x.y(*)"].entries()) history.add(i + 1, input);
history.setOutput("out");
const counts = (query: Readonly<Record<string, unknown>>) => history.find(query).map(([, count]) => count);

describe("History", () => {
  it("gives the last n, with outputs if asked", () => {
    expect(counts({ hist_access_type: "tail", n: 2 })).toEqual([3, 4]);
    expect(counts({ hist_access_type: "tail", n: 9 })).toEqual([1, 2, 3, 4]);
    expect(counts({ hist_access_type: "tail", n: 0 })).toEqual([]);
    expect(counts({ hist_access_type: "tail" })).toEqual([1, 2, 3, 4]);
    expect(counts({ hist_access_type: "other", n: 2 })).toEqual([]);
    expect(history.find({ hist_access_type: "tail", n: 2, output: true })).toEqual([
      [1, 3, ["a = 1", null]],
      [1, 4, ["x.y(*)", "out"]],
    ]);
  });

  it("gives a range of this session, without its end", () => {
    expect(counts({ hist_access_type: "range", session: 0, start: 2, stop: 4 })).toEqual([2, 3]);
    expect(counts({ hist_access_type: "range", session: 1, start: 4 })).toEqual([4]);
    expect(counts({ hist_access_type: "range", session: -1, start: 1 })).toEqual([]);
  });

  it("searches by glob, each input once if asked", () => {
    expect(counts({ hist_access_type: "search", pattern: "a*" })).toEqual([1, 3]);
    expect(counts({ hist_access_type: "search", pattern: "a ? 1" })).toEqual([1, 3]);
    expect(counts({ hist_access_type: "search", pattern: "a*", unique: true })).toEqual([3]);
    expect(counts({ hist_access_type: "search", pattern: "*", n: 1 })).toEqual([4]);
    expect(counts({ hist_access_type: "search", pattern: "x.y(" })).toEqual([]);
    expect(counts({ hist_access_type: "search", pattern: "x.y(*" })).toEqual([4]);
    expect(counts({ hist_access_type: "search", pattern: "[bx]*" })).toEqual([2, 4]);
    expect(counts({ hist_access_type: "search", pattern: "[^a-b]*" })).toEqual([4]);
    expect(counts({ hist_access_type: "search", pattern: "*[*]?" })).toEqual([4]);
    expect(counts({ hist_access_type: "search", pattern: "[z-a]" })).toEqual([]);
    expect(counts({ hist_access_type: "search", pattern: "[a" })).toEqual([]);
  });
});
