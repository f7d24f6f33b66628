import { runInNewContext } from "node:vm";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parameterSource } from "../../../src/notebook/parameters/parameter-source.js";

const hostile = {
  text: "'\"`$\u007b1}\\\n\u2028</script>𝄞",
  lone: "\ud800",
  numbers: [0, -1.5, 1e21, 5e-324],
  words: [true, false, null],
  object: { "any key": { __proto__x: 1 }, empty: {}, list: [] },
};

describe("parameterSource", () => {
  it("parameterSource declares a parameter with the type of its default, where the value does not say it", () => {
    const defaults = new Map([
      ["n", "number"],
      ["mode", '"fast" | "slow"'],
      ["limit", "number | null"],
      ["wrong", "number"],
      ["list", null],
    ]);
    const values = { n: 1, mode: "slow", limit: null, wrong: "a", list: [1], unknown: { a: 1 } };
    expect(parameterSource(values, defaults, "typescript")).toBe(`// Parameters of this run
let n = 1;
let mode: "fast" | "slow" = "slow";
let limit: number | null = null;
let wrong: number = "a";
let list = [1];
let unknown = { "a": 1 };`);
    expect(parameterSource({ mode: "slow" }, defaults, "javascript")).toBe(
      '// Parameters of this run\nlet mode = "slow";',
    );
  });

  it("parameterSource writes any JSON so that JavaScript reads it back", () => {
    const own = JSON.parse('{"__proto__": {"polluted": true}}');
    const source = parameterSource({ ...hostile, own }, new Map(), "typescript");
    const script = `${ts.transpile(source, { target: ts.ScriptTarget.ES2022 })}; JSON.stringify({ text, lone, numbers, words, object, own })`;
    expect(JSON.parse(runInNewContext(script))).toEqual({ ...hostile, own });
  });

  it("parameterSource writes any JSON as Python has it", () => {
    // Python reads these back as they were: json.dumps of them gives the same JSON (3.11).
    expect(parameterSource(hostile, new Map(), "python")).toBe(`# Parameters of this run
text = "'\\"\`\${1}\\\\\\n\u2028</script>𝄞"
lone = "\\ud800"
numbers = [0, -1.5, 1e+21, 5e-324]
words = [True, False, None]
object = { "any key": { "__proto__x": 1 }, "empty": {}, "list": [] }`);
  });
});
