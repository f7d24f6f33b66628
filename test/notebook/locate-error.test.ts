import { describe, expect, it } from "vitest";
import { shortenStack, topLevelFrame } from "../../src/notebook/locate-error.js";

const generated = `(function(exports, require) { var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
exports.same = exports.p = exports.assert = exports.tsLastExpr = void 0;
const strict_1 = __importDefault(require("node:assert/strict"));
exports.assert = strict_1.default;
// a comment with assert.equal(
const p = { a: 1 };
exports.p = p;
const same = (q) => q.a;
exports.same = same;
console.log(same(p));
console.log(same(p));
exports.tsLastExpr = strict_1.default.equal(same(p), 2);

})(__tslab__.exports, __tslab__.require)`;

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
  it("shortenStack drops all but ten frames", () => {
    const frames = Array.from({ length: 12 }, (_, i) => `    at f${i} (file:1:1)`);
    expect(shortenStack(["E: no", ...frames, "{ code: 1 }"].join("\n"))).toBe(
      ["E: no", ...frames.slice(0, 10), "{ code: 1 }"].join("\n"),
    );
  });

  it("shortenStack drops the kernel's own frames and nothing else", () => {
    const own = "    at same (evalmachine.<anonymous>:3:1)\n    at f (/x/lib.js:1:1)";
    const kernel =
      "    at sigintHandlersWrap (node:vm:280:12)\n    at g (/x/node_modules/tslab/dist/executor.js:1:1)";
    expect(shortenStack(`E: no\n${own}\n${kernel} {\n  code: 1\n}`)).toBe(`E: no\n${own}\n  code: 1\n}`);
  });
});
