import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blankComments } from "../../../../src/jupyter/kernel/engine/blank-comments.js";
import { commentBefore } from "../../../../src/jupyter/kernel/engine/documentation.js";

describe("blankComments", () => {
  it("blankComments keeps every other character, and every line, where it is", () => {
    const text = "/** a\n * b */ declare const x: 1; // c\n/* d */\n/** e";
    expect(blankComments(text)).toBe("     \n        declare const x: 1; // c\n/* d */\n/** e");
    const types = readFileSync("node_modules/@types/node/fs.d.ts", "utf8");
    const blanked = blankComments(types);
    expect(blanked.length).toBe(types.length);
    expect(blanked).not.toContain("/**");
    expect(blanked.replace(/\s/g, "")).toBe(types.replace(/\/\*\*[\s\S]*?\*\/|\s/g, ""));
  });

  it("commentBefore finds what was blanked", () => {
    const path = "node_modules/@types/node/fs.d.ts";
    const types = readFileSync(path, "utf8");
    const comment = types.lastIndexOf("/**", types.indexOf("export function renameSync"));
    const start = types.lastIndexOf("\n", comment);
    expect(commentBefore(path, start)).toMatch(/^Renames the file from /);
    expect(commentBefore("no such file", 0)).toBe("");
  });
});
