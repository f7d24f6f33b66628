import { describe, expect, it } from "vitest";
import { classOfRuns, type RunClass } from "../../src/steady/run-class.js";

describe("classOfRuns(classes)", () => {
  it.each<[readonly RunClass[], ReturnType<typeof classOfRuns>]>([
    [[], null],
    [["slowdown"], "slowdown"],
    [["warmup", "warmup"], "warmup"],
    [["warmup", "flat", "warmup"], "good inconsistent"],
    [["flat", "slowdown"], "bad inconsistent"],
    [["flat", "warmup", "no steady state"], "bad inconsistent"],
  ])("%j is %s", (classes, expected) => {
    expect(classOfRuns(classes)).toBe(expected);
  });
});
