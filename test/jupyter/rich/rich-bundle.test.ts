import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { jupyterDisplay } from "../../../src/core/jupyter-display.js";
import { createSample } from "../../../src/core/sample.js";
import { isMimeBundle, richBundle, toMimeBundle } from "../../../src/jupyter/rich/rich-bundle.js";

const text = async (value: unknown) => (await richBundle(value))?.["text/plain"];
const html = async (value: unknown) => String((await richBundle(value))?.["text/html"]);

describe("richBundle", () => {
  it("richBundle takes what a value says of itself, bytes as base64", async () => {
    const own = { [jupyterDisplay]: async () => ({ "image/png": Uint8Array.of(1, 2), "text/plain": "p" }) };
    expect(await richBundle(own)).toEqual({ "image/png": "AQI=", "text/plain": "p" });
    expect(() => richBundle({ [jupyterDisplay]: () => 1 })).toThrow("object of MIME types");
    await expect(richBundle({ [jupyterDisplay]: async () => 1 })).rejects.toThrow("object of MIME types");
    expect(() => richBundle({ [jupyterDisplay]: () => ({ "text/plain": 2n }) })).toThrow(
      "text/plain needs contents that JSON has",
    );
    expect(() => richBundle({ [jupyterDisplay]: () => ({ "a/b": undefined }) })).toThrow("got undefined");
  });

  it("richBundle leaves alone what only looks like a result, and fails", async () => {
    const odd = Object.defineProperty({ a: 1 }, "method", {
      get: () => {
        throw new Error("no method");
      },
    });
    expect(richBundle(odd)).toBeNull();
  });

  it("richBundle shows a result as a table of its fields with its warnings below", async () => {
    const result = {
      method: "m",
      estimate: 1 / 3,
      interval: [1, 2.123456789],
      p: null,
      n: [4, 5],
      warnings: [{ code: "few", message: "Too <few> values." }],
    };
    expect(await text(result)).toBe(
      "m\nestimate  0.333333\ninterval  [1, 2.12346]\np         —\nn         [4, 5]\nWarning: Too <few> values.",
    );
    expect(await html(result)).toContain("<p>Warning: Too &lt;few&gt; values.</p>");
  });

  it("richBundle shows samples one a row", async () => {
    const sample = createSample({
      benchmark: "<b>",
      unit: "ms",
      runs: [
        [3, 1],
        [2, 5],
      ],
      labels: { cpu: "a" },
    });
    expect(await text([sample, sample])).toBe(
      [
        "benchmark  cpu  metric  unit  runs  values  min  median  max",
        "<b>        a    time    ms       2       4    1     2.5    5",
        "<b>        a    time    ms       2       4    1     2.5    5",
      ].join("\n"),
    );
    expect(await html(sample)).toContain("&lt;b&gt;");
    expect(await html(sample)).not.toContain("<b>");
  });

  it("richBundle shows the first rows of an arquero table, and says how many more there are", async () => {
    const big = table({
      name: Array.from({ length: 150 }, (_, i) => `<${i}>`),
      value: Array(150).fill(0.1 + 0.2),
    });
    const shown = String(await text(big));
    expect(shown.split("\n").slice(0, 2)).toEqual(["name  value", "<0>     0.3"]);
    expect(shown.split("\n").at(-1)).toBe("… 50 more of 150 rows");
    expect(await html(big)).toContain("&lt;99&gt;");
    expect(await html(big)).not.toContain("&lt;100&gt;");
  });

  it("richBundle shows Danfo's frames and series with their index", async () => {
    const frame = {
      print: () => {},
      columns: ["a", "b"],
      index: [0, 1],
      values: [
        [1, "x"],
        [2, null],
      ],
    };
    expect(await text(frame)).toBe("   a  b\n0  1  x\n1  2");
    const series = { print: () => {}, columns: ["a"], index: ["i"], values: [7n] };
    expect(await text(series)).toBe("   a\ni  7");
  });

  it("richBundle leaves everything else alone", async () => {
    class Method {
      readonly method = "m";
      readonly x = 1;
    }
    for (const value of [
      1,
      "a",
      null,
      undefined,
      {},
      [],
      [1],
      { method: "only" },
      { method: 1, n: 2 },
      new Method(),
    ]) {
      expect(await richBundle(value)).toBeNull();
    }
  });
});

describe("isMimeBundle, toMimeBundle", () => {
  it("isMimeBundle needs nothing but MIME types", () => {
    expect(isMimeBundle({ "text/html": "x" })).toBe(true);
    for (const value of [{}, null, "text/html", { "text/html": "x", a: 1 }])
      expect(isMimeBundle(value)).toBe(false);
    expect(toMimeBundle({ "text/html": "x" })).toEqual({ "text/html": "x" });
  });
});
