import { describe, expect, it } from "vitest";
import { isComplete } from "../../../../src/jupyter/kernel/engine/is-complete.js";

describe("isComplete", () => {
  it.each([
    "1",
    "const a = 1;\n",
    "if (1) {\n}",
    "await x",
    "`a\nb`",
    "f(\n1)",
    "// note",
    "",
    "declare function f(): void;",
  ])("isComplete takes %j as it stands", (code) =>
    expect(isComplete(code)).toEqual({ status: "complete", indent: "" }),
  );

  it.each([
    "f(",
    "[1,",
    "`a",
    "/* a",
    "if (1)",
    "class A",
    "1 +",
    "a.",
    "function f()",
    "const x = {",
    "a ? b",
    "x = [1,\n2",
  ])("isComplete waits for more of %j", (code) => expect(isComplete(code).status).toBe("incomplete"));

  it.each(["let = = 3", "}", "'abc", '"abc', "if else", "1 2", "const a = ;\nb", "f(]"])(
    "isComplete knows that %j can never become right",
    (code) => expect(isComplete(code).status).toBe("invalid"),
  );

  it("isComplete indents after an opening bracket", () => {
    expect(isComplete("f(() => {").indent).toBe("  ");
    expect(isComplete("if (x) {\n  g(").indent).toBe("    ");
    expect(isComplete("if (x) {\n  g();").indent).toBe("  ");
    expect(isComplete("const f = () =>").indent).toBe("  ");
  });
});
