import { execFile, execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const run = promisify(execFile);

/** The package as npm would publish it, unpacked where nothing of the clone is near. */
let folder: string;
let tarball: string;
let packed: string[];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-package-"));
  const report = execFileSync("npm", ["pack", "--ignore-scripts", "--json", "--pack-destination", folder], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [pack] = JSON.parse(report.toString());
  packed = pack.files.map((file: { path: string }) => file.path);
  tarball = join(folder, pack.filename);
  const modules = join(folder, "node_modules");
  mkdirSync(modules);
  execFileSync("tar", ["xzf", tarball, "-C", modules]);
  execFileSync("mv", [join(modules, "package"), join(modules, "noisefloor")]);
  // The dependencies are the clone's: what is tested is what our own package brings.
  symlinkSync(join(process.cwd(), "node_modules"), join(modules, "noisefloor", "node_modules"), "junction");
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("npm pack", () => {
  it("holds the library, the data, the notebooks, and nothing else", () => {
    const expected =
      /^(dist\/.+\.(js|d\.ts)|datasets\/[^/]+\.(csv|json|md)|docs\/[^/]+\.(png|md)|notebooks\/[^/]+\.ipynb|package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
    expect(packed.filter((path) => !expected.test(path))).toEqual([]);
    expect(packed).toEqual(
      expect.arrayContaining(["dist/index.js", "dist/cli/main.js", "datasets/datapackage.json", "LICENSE"]),
    );
  });

  it("passes publint", async () => {
    const { publint } = await import("publint");
    const { formatMessage } = await import("publint/utils");
    const { messages, pkg } = await publint({
      pkgDir: join(folder, "node_modules", "noisefloor"),
      strict: true,
    });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  }, 60_000);

  it("has types that are right in old and new resolution", async () => {
    const attw = join("node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
    // A package of ES modules only: `require` of it works from Node 20.19, which the tool does not know.
    const options = ["--profile", "node16", "--ignore-rules", "cjs-resolves-to-esm", "--format", "json"];
    const { stdout } = await run(process.execPath, [attw, tarball, ...options]);
    const { analysis, problems } = JSON.parse(stdout);
    expect(Object.keys(analysis.entrypoints)).toEqual([".", "./stats", "./package.json"]);
    const serious = Object.values(problems ?? {}).flat() as { kind: string }[];
    expect(serious.filter(({ kind }) => kind !== "CJSResolvesToESM")).toEqual([]);
  }, 60_000);

  it("is found by TypeScript's old resolution, which tslab uses", async () => {
    const manifest = JSON.parse(readFileSync("package.json", "utf8"));
    expect(manifest.typesVersions["*"].stats).toEqual([manifest.exports["./stats"].types]);
    expect(packed).toContain(manifest.types.replace("./", ""));
  });
});

describe("the installed package", () => {
  it("loads by import and by require, from any folder", async () => {
    const program = `
      const required = require("noisefloor").describe([1, 2, 3]).mean;
      import("noisefloor").then((imported) => console.log(required, imported.loadDataset("smt").length));`;
    expect((await node(program)).stdout).toBe("2 4\n");
  });

  it("has statistics behind ./stats that load nothing heavy", async () => {
    const program = `
      const stats = require("noisefloor/stats");
      const heavy = Object.keys(require.cache).filter((file) => /zeromq|plotly|tslab|arquero|resvg|linkedom/.test(file));
      console.log(stats.quantile([1, 2, 3, 4], 0.5).estimate, JSON.stringify(heavy));`;
    expect((await node(program)).stdout).toBe("2.5 []\n");
  });

  it("has a command line that knows its version", async () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8"));
    const main = join(folder, "node_modules", "noisefloor", "dist", "cli", "main.js");
    expect((await run(process.execPath, [main, "--version"], { cwd: folder })).stdout).toBe(`${version}\n`);
  });
});

function node(program: string): Promise<{ stdout: string }> {
  return run(process.execPath, ["--no-warnings", "-e", program], { cwd: folder });
}
