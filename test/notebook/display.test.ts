import { table } from "arquero";
import { afterEach, describe, expect, it, vi } from "vitest";
import { jupyterDisplay } from "../../src/core/jupyter-display.js";
import { display, kernelDisplay } from "../../src/notebook/display.js";

const host = globalThis as { __tslab__?: unknown; [kernelDisplay]?: unknown };
const shown: unknown[] = [];
afterEach(() => {
  delete host.__tslab__;
  delete host[kernelDisplay];
  shown.length = 0;
  vi.restoreAllMocks();
});

function inTslab(): void {
  const raw = (type: string, content: unknown) => shown.push([type, content]);
  host.__tslab__ = { require: (name: string) => (name === "tslab" ? { display: { raw } } : null) };
}

function inOwnKernel(): void {
  host[kernelDisplay] = (bundle: unknown) => shown.push(bundle);
}

function atTerminal(): void {
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    shown.push(text);
    return true;
  });
}

const figure = {
  [jupyterDisplay]: async () => ({ "text/plain": "dots", "text/html": "<b>", "image/png": "AA==" }),
};

describe("display", () => {
  it("display sends the whole bundle where the kernel takes it", async () => {
    inTslab();
    inOwnKernel();
    await display(figure);
    expect(shown).toEqual([{ "text/plain": "dots", "text/html": "<b>", "image/png": "AA==" }]);
  });

  it("display sends stock tslab the best format alone", async () => {
    inTslab();
    await display(figure);
    await display({ "text/plain": "t", "image/svg+xml": "<svg/>", "text/markdown": "m" });
    await display({ "application/x-unknown": "u", "text/plain": "t" });
    await display({ "application/x-unknown": "u" });
    await display("text");
    expect(shown).toEqual([
      ["image/png", "AA=="],
      ["image/svg+xml", "<svg/>"],
      ["text/plain", "t"],
      ["application/x-unknown", "u"],
      ["text/plain", "text"],
    ]);
  });

  it("display prints text outside a kernel", async () => {
    atTerminal();
    await display(figure);
    await display("text");
    await display.html("<b>");
    await display.markdown("**m**");
    expect(shown).toEqual(["dots\n", "text\n", "[text/html]\n", "**m**\n"]);
  });

  it("display.html and display.markdown show a source as what it is", async () => {
    inTslab();
    await display.html("<b>");
    await display.markdown("**m**");
    expect(shown).toEqual([
      ["text/html", "<b>"],
      ["text/markdown", "**m**"],
    ]);
  });

  it("display shows tables as HTML and as text", async () => {
    inOwnKernel();
    await display(table({ a: [1, 2] }));
    expect(shown).toEqual([
      { "text/html": expect.stringContaining("<table>"), "text/plain": expect.stringContaining("|") },
    ]);
  });

  it("display shows any other value as console.log would", async () => {
    inOwnKernel();
    for (const value of [1, null, undefined, { a: 1 }, {}, [1]]) await display(value);
    expect(shown).toEqual(
      ["1", "null", "undefined", "{ a: 1 }", "{}", "[ 1 ]"].map((text) => ({ "text/plain": text })),
    );
  });
});
