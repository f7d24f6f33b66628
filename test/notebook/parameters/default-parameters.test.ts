import { describe, expect, it } from "vitest";
import { defaultParameters } from "../../../src/notebook/parameters/default-parameters.js";

describe("defaultParameters", () => {
  it("defaultParameters finds what a TypeScript cell declares at its top level, and the types it tells", () => {
    const source = `
      import { a } from "b";
      const count = 10, rate = -0.5, name = 'x', title = \`\${name}!\`, isFast = true, isSlow = !isFast;
      let mode: "fast" | "slow" = "fast";
      export const limit: number | null = null;
      var list = [1, 2], later, made = make(), big = 10n;
      const { width, size: { height = 3 }, ...rest } = options, [first, , third] = list;
      function make() { const inner = 1; return inner; }
      count2 = 5;`;
    expect([...defaultParameters(source, "typescript")]).toEqual([
      ["count", "number"],
      ["rate", "number"],
      ["name", "string"],
      ["title", "string"],
      ["isFast", "boolean"],
      ["isSlow", "boolean"],
      ["mode", '"fast" | "slow"'],
      ["limit", "number | null"],
      ["list", null],
      ["later", null],
      ["made", null],
      ["big", null],
      ["width", null],
      ["height", null],
      ["rest", null],
      ["first", null],
      ["third", null],
    ]);
  });

  it("defaultParameters finds what a Python cell assigns at its top level", () => {
    const source =
      "import os\nn = 10\nrate: float=0.5\nif n == 3:\n    inner = 1\nn == 4\n# no = 1\ngröße = f(a=1)\n";
    expect([...defaultParameters(source, "python").keys()]).toEqual(["n", "rate", "größe"]);
  });

  it("defaultParameters takes what it can from code that does not parse, and nothing from none", () => {
    expect([...defaultParameters("const a = 1;\nconst = ;", "typescript").keys()]).toContain("a");
    expect([...defaultParameters("", "typescript")]).toEqual([]);
    expect([...defaultParameters("", "python")]).toEqual([]);
  });
});
