import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { completeModule } from "../../../../src/jupyter/kernel/engine/complete-module.js";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-complete-"));
  for (const name of [
    "lib",
    "node_modules/some-package",
    "node_modules/@scope/inner",
    "node_modules/@types/x",
  ])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of [
    "tools.ts",
    "tools.d.ts",
    "data.json",
    "old.cjs",
    "notes.md",
    ".hidden.ts",
    "lib/deep.ts",
  ])
    writeFileSync(join(folder, name), "");
  symlinkSync(join(folder, "lib"), join(folder, "linked"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const complete = (before: string, after = "") => completeModule(before + after, before.length, folder);

describe("completeModule", () => {
  it("names files of the folder that can be loaded, and its folders", () => {
    expect(complete('import { a } from "./')).toEqual({
      matches: ["data.json", "lib/", "linked/", "old.cjs", "tools"],
      start: 21,
      end: 21,
      kinds: ["module", "directory", "directory", "module", "module"],
    });
    expect(complete("import './to", "'")).toMatchObject({ matches: ["tools"], start: 10, end: 12 });
    expect(complete('const x = require("./lib/d')).toMatchObject({ matches: ["deep"], start: 25, end: 26 });
    expect(complete('await import("../')?.matches).toContain(`${folder.split("/").at(-1)}/`);
    expect(complete('import x from ".')).toMatchObject({ matches: ["./"], start: 15, end: 16 });
    expect(complete('import {\n  a,\n  b,\n} from "./to')).toMatchObject({ matches: ["tools"] });
    expect(complete('export * from "./linke')?.matches).toEqual(["linked/"]);
    expect(complete('import x from "./none/')).toBeNull();
  });

  it("names packages of the folder and of the kernel's installation, and Node's modules", () => {
    const matches = (before: string) => complete(before)?.matches;
    expect(matches('import x from "some-')).toEqual(["some-package"]);
    expect(matches('import x from "@scope/')).toEqual(["@scope/inner"]);
    expect(matches('import x from "@types')).toBeUndefined();
    expect(matches('import x from "noise')).toEqual(["noisefloor"]);
    expect(matches('import x from "arq')).toEqual(["arquero"]);
    expect(matches('import x from "node:fs')).toEqual(["node:fs", "node:fs/promises"]);
  });

  it.each([
    'console.log("mean from", ',
    'label("import", ',
    "const sql = \"select * from '",
    "`from '",
    'x.import("',
    '// as from "',
  ])("has nothing to say after %s", (text) => {
    expect(complete(text)).toBeNull();
    expect(complete(`import x from "arquero";\n${text}`)).toBeNull();
  });

  it("has nothing to say of other texts", () => {
    expect(complete('const from = "./')).toBeNull();
    expect(complete('import x from "./tools"; x.')).toBeNull();
    expect(complete('from("./')).toBeNull();
  });
});
