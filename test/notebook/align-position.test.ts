import { describe, expect, it } from "vitest";
import { alignPosition } from "../../src/notebook/align-position.js";

const source = `import assert from "node:assert/strict";
interface P { a: number }
// a comment with assert.equal(
const p: P = { a: 1 };
const same = (q: P): number => q.a;
console.log(same(p));
console.log(same(p));
assert.equal(
  same(p),
  2,
);`;

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

/** Line and column of the nth occurrence of a text, 1-based. */
function placeOf(text: string, part: string, occurrence = 1): { line: number; column: number } {
  let offset = -1;
  for (let i = 0; i < occurrence; i++) offset = text.indexOf(part, offset + 1);
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}

describe("alignPosition", () => {
  it.each([
    ["equal(same(p)", 1, { line: 8, column: 8 }],
    ["log(same(p))", 1, { line: 6, column: 9 }],
    ["log(same(p))", 2, { line: 7, column: 9 }],
    ["a;\nexports.same", 1, { line: 5, column: 34 }],
  ])("alignPosition finds %j, number %i", (part, occurrence, place) => {
    expect(alignPosition(source, generated, placeOf(generated, part, occurrence))).toEqual(place);
  });

  it("alignPosition says nothing about lines that the compiler added, and about another cell's code", () => {
    expect(alignPosition(source, generated, { line: 2, column: 5 })).toBeNull();
    expect(alignPosition("let other = 1;", generated, placeOf(generated, "equal(same"))).toBeNull();
    expect(alignPosition(source, generated, { line: 999, column: 1 })).toBeNull();
  });
});
