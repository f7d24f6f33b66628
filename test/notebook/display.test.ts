import { table } from "arquero";
import { afterEach, describe, expect, it, vi } from "vitest";
import { jupyterDisplay } from "../../src/core/jupyter-display.js";
import { type HostDisplayOptions, kernelHost } from "../../src/core/kernel-host.js";
import { display } from "../../src/notebook/display.js";

const host = globalThis as { __tslab__?: unknown; [kernelHost]?: unknown };
const shown: unknown[] = [];
afterEach(() => {
  delete host.__tslab__;
  delete host[kernelHost];
  shown.length = 0;
  vi.restoreAllMocks();
});

function inTslab(): void {
  const raw = (type: string, content: unknown) => shown.push([type, content]);
  const newDisplay = () => {
    let count = 0;
    return { raw: (type: string, content: unknown) => shown.push([type, content, ++count]) };
  };
  host.__tslab__ = {
    require: (name: string) => (name === "tslab" ? { display: { raw }, newDisplay } : null),
  };
}

function inOwnKernel(): void {
  host[kernelHost] = {
    display: (bundle: unknown, { id, update }: HostDisplayOptions) =>
      shown.push(id === undefined ? bundle : { bundle, id, update }),
    clear: (wait: boolean) => shown.push({ clear: wait }),
    page: (page: unknown) => shown.push({ page }),
  };
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

  it("display shows tables, results and bundles in their own way", async () => {
    inOwnKernel();
    await display(table({ a: [1, 2] }));
    await display({ method: "m", estimate: 1 });
    await display({ "text/html": "<i>", "image/png": Uint8Array.of(1) });
    expect(shown).toEqual([
      { "text/html": expect.stringContaining("<table>"), "text/plain": "a\n1\n2" },
      { "text/html": expect.stringContaining("<caption>m</caption>"), "text/plain": "m\nestimate  1" },
      { "text/html": "<i>", "image/png": "AQ==" },
    ]);
  });

  it("display.update replaces what was shown with an id, here and under stock tslab", async () => {
    inOwnKernel();
    await display("one", { id: "d" });
    await display.update("d", "two");
    expect(shown).toEqual([
      { bundle: { "text/plain": "one" }, id: "d", update: false },
      { bundle: { "text/plain": "two" }, id: "d", update: true },
    ]);
    shown.length = 0;
    delete host[kernelHost];
    inTslab();
    await display("one", { id: "e" });
    await display.update("e", "two");
    await display("three", { id: "e" });
    expect(shown).toEqual([
      ["text/plain", "one", 1],
      ["text/plain", "two", 2],
      ["text/plain", "three", 1],
    ]);
  });

  it("display has a method for each format, and for the kernel's pager and clearing", async () => {
    inOwnKernel();
    await display.latex("$x$");
    await display.svg("<svg/>");
    await display.png(Uint8Array.of(1));
    await display.jpeg("AQ==");
    await display.json({ a: [1] });
    await display.clear();
    await display.clear({ wait: true });
    await display.page("help");
    expect(shown).toEqual([
      { "text/latex": "$x$", "text/plain": "$x$" },
      { "image/svg+xml": "<svg/>" },
      { "image/png": "AQ==" },
      { "image/jpeg": "AQ==" },
      { "application/json": { a: [1] }, "text/plain": '{\n  "a": [\n    1\n  ]\n}' },
      { clear: false },
      { clear: true },
      { page: { "text/plain": "help" } },
    ]);
    inTslab();
    delete host[kernelHost];
    shown.length = 0;
    await display.clear();
    await display.page("help");
    expect(shown).toEqual([["text/plain", "help"]]);
  });

  it("display shows any other value as console.log would", async () => {
    inOwnKernel();
    for (const value of [1, null, undefined, { a: 1 }, {}, [1]]) await display(value);
    expect(shown).toEqual(
      ["1", "null", "undefined", "{ a: 1 }", "{}", "[ 1 ]"].map((text) => ({ "text/plain": text })),
    );
  });
});
