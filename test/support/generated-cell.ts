/** A cell, as a notebook has it. */
export const source: string = `import assert from "node:assert/strict";
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

/** The JavaScript that tslab 1.0 makes of it. */
export const generated: string = `(function(exports, require) { var __importDefault = (this && this.__importDefault) || function (mod) {
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
