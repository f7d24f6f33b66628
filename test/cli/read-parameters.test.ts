import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readParameters } from "../../src/cli/read-parameters.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("readParameters", () => {
  it("readParameters takes values as JSON where they are, and as text otherwise", async () => {
    const given = [
      "n=7",
      "flag=true",
      "list=[1, 2]",
      "text=a=b",
      "empty=",
      'quoted="7"',
      "path=/tmp/x",
      "open=[1",
      "t=1e3",
    ];
    expect(await readParameters("f", given, undefined)).toEqual({
      n: 7,
      flag: true,
      list: [1, 2],
      text: "a=b",
      empty: "",
      quoted: "7",
      path: "/tmp/x",
      open: "[1",
      t: 1000,
    });
    expect(await readParameters("f", [], undefined)).toEqual({});
  });

  it("readParameters takes those of a file, which the command line overrides", async () => {
    const file = join(folder, "parameters.json");
    writeFileSync(file, '{"n": 1, "deep": {"a": [null]}}');
    expect(await readParameters("f", ["n=2"], file)).toEqual({ n: 2, deep: { a: [null] } });
  });

  it("readParameters refuses what has no name, and numbers that would not be those given", async () => {
    for (const text of ["n", "=1", ""]) {
      await expect(readParameters("f", [text], undefined)).rejects.toThrow("f: --parameter needs name=value");
    }
    await expect(readParameters("f", ["id=12345678901234567890"], undefined)).rejects.toThrow(
      `--parameter needs a whole number of up to 15 digits, got 12345678901234567890; as text it would be 'id="12345678901234567890"'`,
    );
  });

  it("readParameters refuses a file that is no JSON object", async () => {
    const file = join(folder, "wrong.json");
    for (const [content, problem] of [
      ["[1]", /needs a file with one JSON object, such as \{"seed": 7\}, got .*wrong\.json$/],
      ["{", /needs a JSON file, got .*wrong\.json \(/],
    ] as const) {
      writeFileSync(file, content);
      await expect(readParameters("f", [], file)).rejects.toThrow(problem);
    }
    await expect(readParameters("f", [], join(folder, "none.json"))).rejects.toThrow("ENOENT");
  });
});
