import { describe, expect, it } from "vitest";
import { nearestName } from "../../src/core/nearest-name.js";

describe("nearestName", () => {
  const known = ["smt", "dfs-single-task", "jvm-warmup", "jvm-warmup-throughput"];

  it.each([
    ["smtt", "smt"],
    ["SMT", "smt"],
    ["stm", "smt"],
    ["jvm-warm-up", "jvm-warmup"],
    ["dfs-single-tasks", "dfs-single-task"],
    ["kitten", null],
    ["", null],
  ])("nearestName(%j) is %j", (name, nearest) => {
    expect(nearestName(name, known)).toBe(nearest);
  });

  it("nearestName knows nothing when nothing is known", () => {
    expect(nearestName("smt", [])).toBeNull();
  });
});
