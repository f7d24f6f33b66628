import { describe, expect, it } from "vitest";
import { shortenStack, topLevelFrame } from "../../src/notebook/locate-error.js";
import { generated } from "../support/generated-cell.js";

describe("topLevelFrame", () => {
  const lines = generated.split("\n").length;
  const tslab = "    at Object.execute (/x/node_modules/tslab/dist/executor.js:160:38)";

  it("topLevelFrame takes the statement of the cell, not what it called, nor the call of the whole cell", () => {
    const stack = [
      "AssertionError: no",
      "    at same (evalmachine.<anonymous>:3:1)",
      "    at evalmachine.<anonymous>:15:45",
      `    at evalmachine.<anonymous>:${lines}:3`,
      "    at sigintHandlersWrap (node:vm:280:12)",
      tslab,
    ].join("\n");
    expect(topLevelFrame(stack, generated)).toEqual({ line: 15, column: 45 });
  });

  it("topLevelFrame reads stacks of cells that await", () => {
    const stack = ["E: no", "    at f (node:fs:1:1)", "    at async evalmachine.<anonymous>:15:45", tslab];
    expect(topLevelFrame(stack.join("\n"), generated)).toEqual({ line: 15, column: 45 });
  });

  it("topLevelFrame gives nothing for a stack that does not reach the cell's statement", () => {
    expect(topLevelFrame("str", generated)).toBeNull();
    expect(topLevelFrame("E: no\n    at f (evalmachine.<anonymous>:3:1)", generated)).toBeNull();
    expect(topLevelFrame(`E: no\n    at f (evalmachine.<anonymous>:3:1)\n${tslab}`, generated)).toBeNull();
    expect(topLevelFrame(`E: no\n    at f (node:fs:3:1)\n${tslab}`, generated)).toBeNull();
  });
});

describe("shortenStack", () => {
  const cell = "    at same (evalmachine.<anonymous>:3:1)";
  const library = "    at f (/x/lib.js:1:1)";
  const kernel =
    "    at sigintHandlersWrap (node:vm:280:12)\n    at g (/x/node_modules/tslab/dist/executor.js:1:1)";
  const head = "evalmachine.<anonymous>:3\nconst p = q.a;\n            ^\n\n";

  it("shortenStack drops all but ten frames", () => {
    const frames = Array.from({ length: 12 }, (_, i) => `    at f${i} (file:1:1)`);
    expect(shortenStack(["E: no", ...frames, "{ code: 1 }"].join("\n"), false)).toBe(
      ["E: no", ...frames.slice(0, 10), "{ code: 1 }"].join("\n"),
    );
  });

  it("shortenStack drops the kernel's own frames and nothing else where the place is not known", () => {
    const stack = `${head}E: no\n${cell}\n${library}\n`;
    expect(shortenStack(`${stack}${kernel}\ntext`, false)).toBe(`${stack}text`);
  });

  it("shortenStack drops what tells a place in generated code where the place in the cell is known", () => {
    expect(shortenStack(`printed\n${head}E: no\n${library}\n${cell}\n${kernel}\ntext`, true)).toBe(
      `printed\nE: no\n${library}\ntext`,
    );
  });

  it("shortenStack keeps the brace that opens the error's properties", () => {
    const properties = "\n  code: 1\n}";
    expect(shortenStack(`E: no\n${cell}\n${kernel} {${properties}`, false)).toBe(
      `E: no\n${cell} {${properties}`,
    );
    expect(shortenStack(`E: no\n${cell} {${properties}`, true)).toBe(`E: no {${properties}`);
    expect(shortenStack(`E: no\n\n${cell} {${properties}`, true)).toBe(`E: no\n{${properties}`);
    expect(shortenStack(`E: no\n${library} {${properties}`, true)).toBe(`E: no\n${library} {${properties}`);
  });
});
