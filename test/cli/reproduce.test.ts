import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reproduce } from "../../src/cli/reproduce.js";
import { writeNotebook } from "../support/notebook-file.js";
import { recordedIo } from "../support/recorded-io.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const collect = { noisefloor: { collect: { comparison: "comparison", figures: "figures" } } };

/** A cell that compares one published figure with what was computed. */
function comparisonCell(reproduced: string): string {
  const published = {
    id: "x",
    experiment: "smt",
    configuration: "SMT off",
    statistic: "mean",
    unit: "ms",
    printed: "737.37",
    kind: "figure",
    note: "",
  };
  const row = {
    published,
    criterion: "digits",
    interval: null,
    reproduced,
    match: reproduced === published.printed,
  };
  return `const comparison = [${JSON.stringify(row)}]; const figures = [{ data: [], layout: { title: "drawn" } }];`;
}

async function reproduceFolder() {
  const io = recordedIo();
  const reports = join(folder, "reports");
  const code = await reproduce({ reports, notebooks: folder }, io);
  return { code, ...io.written, page: readFileSync(join(reports, "index.html"), "utf8") };
}

describe("noisefloor reproduce", () => {
  it("prints published beside reproduced figures, writes the page, and does not touch the notebooks", async () => {
    const path = writeNotebook(
      folder,
      "01.ipynb",
      [{ markdown: "# Is it so?" }, comparisonCell("737.37")],
      collect,
    );
    const before = readFileSync(path, "utf8");
    const { code, stdout, stderr, page } = await reproduceFolder();
    expect(stderr).toBe("");
    expect(stdout).toContain("SMT off        mean    737.37 ms   737.37 ms            yes");
    expect(stdout).toContain("1 of 1 published figures match");
    expect(page).toContain("<h2>Is it so?</h2>");
    expect(page).toContain('{"data":[],"layout":{"title":"drawn"}}');
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(code).toBe(0);
  });

  it("exits with 1 and says which figure differs, also when the notebook's last cell refuses it", async () => {
    const cells = [comparisonCell("737.38"), "throw new Error('a figure differs');"];
    writeNotebook(folder, "01.ipynb", cells, collect);
    writeNotebook(folder, "02.ipynb", ["console.log('no figures here');"]);
    const { code, stdout, stderr, page } = await reproduceFolder();
    expect(code).toBe(1);
    expect(stdout).toMatch(/SMT off {8}mean {4}737\.37 ms {3}737\.38 ms {12}NO/);
    expect(stdout).toContain("0 of 1 published figures match");
    expect(stderr).toContain("a figure differs");
    expect(page).toContain("a figure differs");
  });
});
