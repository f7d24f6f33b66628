import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { reproduce } from "../../src/cli/reproduce.js";
import type { ComparedFigure } from "../../src/compare/compare-with-published.js";
import { loadPublished, type PublishedFigure } from "../../src/data/load-published.js";
import { writeNotebook } from "../support/notebook-file.js";
import { recordedIo } from "../support/recorded-io.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const collect = { noisefloor: { collect: { comparison: "comparison", figures: "figures" } } };

const published: PublishedFigure = {
  id: "smt-off-mean",
  experiment: "smt",
  configuration: "SMT off",
  statistic: "mean",
  unit: "ms",
  printed: "737.37",
  kind: "figure",
  note: "",
};

/** A cell that compares the published figure with what was computed. */
function comparisonCell(reproduced: string): string {
  const row: ComparedFigure = {
    method: "published-against-reproduced",
    published,
    criterion: "digits",
    estimate: Number(reproduced),
    interval: null,
    confidence: null,
    drawn: "",
    reproduced,
    match: reproduced === published.printed,
  };
  return `const comparison = [${JSON.stringify(row)}]; const figures = [{ data: [], layout: { title: "drawn" } }];`;
}

async function reproduceFolder(expected = [published]) {
  const io = recordedIo();
  const reports = join(folder, "reports");
  const code = await reproduce({ reports, notebooks: folder, published: expected }, io);
  return { code, ...io.written, page: readFileSync(join(reports, "index.html"), "utf8") };
}

describe("noisefloor reproduce", () => {
  it("prints published beside reproduced figures, writes the page, and does not touch the notebooks", async () => {
    const cells = [{ markdown: "# Is it so?" }, comparisonCell("737.37")];
    const path = writeNotebook(folder, "01.ipynb", cells, collect);
    const before = readFileSync(path, "utf8");
    const { code, stdout, stderr, page } = await reproduceFolder();
    expect(stderr).toBe("");
    expect(stdout).toMatch(/SMT off {8}mean {4}737\.37 ms {3}737\.37 ms .*yes$/m);
    expect(stdout).toContain("1 of 1 published figures match\nPlots in ");
    expect(page).toContain("<h2>Is it so?</h2>");
    expect(page).toContain('{"data":[],"layout":{"title":"drawn"}}');
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(code).toBe(0);
  });

  it("exits with 1 and says which figure differs or is missing, also when the notebook's last cell refuses it", async () => {
    const cells = [comparisonCell("737.38"), "throw new Error('a figure differs');"];
    writeNotebook(folder, "01.ipynb", cells, collect);
    const { code, stdout, stderr, page } = await reproduceFolder([
      published,
      { ...published, id: "smt-on-mean" },
    ]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/SMT off {8}mean {4}737\.37 ms {3}737\.38 ms .*NO$/m);
    expect(stdout).toContain(
      "0 of 1 published figures match\nPublished, but not reproduced: smt-on-mean\nPlots in ",
    );
    expect(stderr).toContain("a figure differs");
    expect(page).toContain("a figure differs");
  });

  it("exits with 1 and names all published figures where the notebooks hand over none", async () => {
    const io = recordedIo();
    expect(await reproduce({ reports: folder, notebooks: folder }, io)).toBe(1);
    const ids = loadPublished().map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(20);
    expect(io.written.stdout).toContain(
      `0 of 0 published figures match\nPublished, but not reproduced: ${ids.join(", ")}\n`,
    );
  });

  it("refuses a folder for the page that cannot be, before it runs anything", async () => {
    const path = writeNotebook(folder, "01.ipynb", ["console.log('not run');"]);
    const io = recordedIo();
    await expect(reproduce({ reports: path, notebooks: folder }, io)).rejects.toThrow(
      "reproduce: --reports needs a folder that can be written",
    );
    expect(io.written).toEqual({ stdout: "", stderr: "" });
  });

  it("prints the table even if the page cannot be written", async () => {
    mkdirSync(join(folder, "index.html"));
    const io = recordedIo();
    await expect(reproduce({ reports: folder, notebooks: folder }, io)).rejects.toThrow("EISDIR");
    expect(io.written.stdout).toContain("0 of 0 published figures match\n");
  });
});
