import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkNotebook } from "../../src/notebook/check-notebook.js";
import { runNotebook } from "../../src/notebook/run-notebook.js";
import { fakeFailure, fakePrint } from "../support/fake-kernelspec.js";
import { installFakeKernel } from "../support/install-fake-kernel.js";
import { leaveNoTraces } from "../support/kernel-traces.js";
import { writeNotebook } from "../support/notebook-file.js";

const folder = leaveNoTraces();
installFakeKernel(folder);
const kernel = "fake";

describe("checkNotebook", () => {
  it("checkNotebook accepts what runNotebook wrote, and names the cells that differ from a fresh run", async () => {
    const path = writeNotebook(folder(), "check.ipynb", [
      { markdown: "text" },
      fakePrint("same"),
      fakePrint("fresh\n"),
    ]);
    await runNotebook(path, { kernel });
    expect(await checkNotebook(path, { kernel })).toEqual({
      path,
      ok: true,
      failure: null,
      differences: [],
      metadata: [],
      report: "",
    });

    const edited = readFileSync(path, "utf8").replace('"fresh\\n"', '"stale\\n"');
    writeFileSync(path, edited);
    const check = await checkNotebook(path, { kernel });
    expect(check).toMatchObject({
      ok: false,
      failure: null,
      differences: [{ cellIndex: 2, cellId: "cell-2", parts: [{ part: "output 1, stdout" }] }],
      metadata: [],
    });
    expect(check.report).toBe(
      `${path}: 1 of its cells differs from a fresh run (- file, + fresh run)

  cell 3 (id cell-2)  ${fakePrint("fresh\n")}
    output 1, stdout
      @@ -1,1 +1,1 @@
      - stale
      + fresh

To take over the new one: noisefloor notebook run ${path}`,
    );
    expect(readFileSync(path, "utf8")).toBe(edited);
  });

  it("checkNotebook says which metadata differ where the cells are the same", async () => {
    const path = writeNotebook(folder(), "metadata.ipynb", [{ markdown: "text" }]);
    const check = await checkNotebook(path, { kernel });
    expect(check).toMatchObject({ ok: false, differences: [] });
    expect(check.report).toContain(
      "its cells are the same, but its metadata differ from those of a fresh run",
    );
    expect(check.report).toContain('      language_info: (nothing) → {"name":"fake"}');
  });

  it("checkNotebook says that only the layout of the file differs", async () => {
    const path = writeNotebook(folder(), "layout.ipynb", [{ markdown: "text" }]);
    const { content } = await runNotebook(path, { kernel });
    writeFileSync(path, JSON.stringify(JSON.parse(content)));
    const check = await checkNotebook(path, { kernel });
    expect(check).toMatchObject({ ok: false, differences: [], metadata: [] });
    expect(check.report).toContain("it says the same as a fresh run, but the layout of the file differs");
  });

  it("checkNotebook finds a byte order mark", async () => {
    const path = writeNotebook(folder(), "mark.ipynb", [{ markdown: "text" }]);
    const { content } = await runNotebook(path, { kernel });
    writeFileSync(path, `\uFEFF${content}`);
    expect(await checkNotebook(path, { kernel })).toMatchObject({
      ok: false,
      failure: null,
      differences: [],
      report: expect.stringContaining("the layout of the file"),
    });
  });

  it("checkNotebook names itself in errors", async () => {
    const path = writeNotebook(folder(), "blame.ipynb", []);
    await expect(checkNotebook(path, { kernel: "nope" })).rejects.toThrow(/^checkNotebook: kernel needs/);
    await expect(checkNotebook(`${path}.gone`)).rejects.toThrow(/^checkNotebook: .* there is no such file/);
    await expect(checkNotebook(path, { timeoutSeconds: -1 })).rejects.toThrow(
      "checkNotebook: timeoutSeconds",
    );
    const nothing = undefined as unknown as string;
    await expect(checkNotebook(nothing)).rejects.toThrow("checkNotebook: path needs");
  });

  it("checkNotebook reports a failing cell as such", async () => {
    const path = writeNotebook(folder(), "failing.ipynb", [fakeFailure]);
    const check = await checkNotebook(path, { kernel });
    expect(check).toMatchObject({
      ok: false,
      differences: [],
      failure: { reason: "error", message: "Failure: as asked" },
    });
    expect(check.report).toBe(check.failure?.report);
  });
});
