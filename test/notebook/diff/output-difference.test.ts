import { describe, expect, it } from "vitest";
import { outputDifference, outputExcerpt, outputName } from "../../../src/notebook/diff/output-difference.js";
import type { NotebookOutput } from "../../../src/notebook/notebook-document.js";

const stream = (text: string): NotebookOutput => ({ output_type: "stream", name: "stdout", text });
const shown = (data: object, metadata: object = {}): NotebookOutput => ({
  output_type: "display_data",
  data: { ...data },
  metadata: { ...metadata },
});
const failed = (...traceback: string[]): NotebookOutput => ({
  output_type: "error",
  ename: "E",
  evalue: "v",
  traceback,
});

function texts(file: NotebookOutput, run: NotebookOutput): string[] {
  return outputDifference(file, run).map(({ text }) => text);
}

describe("outputDifference", () => {
  it("outputDifference compares each kind of output in its own way", () => {
    expect(texts(stream("a\n"), stream("b\n"))).toEqual(["@@ -1,1 +1,1 @@", "a", "b"]);
    expect(texts(failed("\u001b[31mE\u001b[0m: a"), failed("E: b"))).toContain("E: b");
    expect(texts(failed(), failed("E: w"))).toContain("E: v");
    expect(texts(shown({ "application/json": [1] }), shown({ "application/json": [2] }))).toEqual([
      "[0]: 1 → 2",
    ]);
    const table = (cell: string) =>
      shown({ "text/html": `<table><tr><td>a</td><td>${cell}</td></tr></table>` });
    expect(texts(table("1"), table("2"))).toEqual(["@@ -1,1 +1,1 @@", "a  1", "a  2"]);
    expect(texts(shown({ "image/gif": "AAAA" }), shown({ "image/gif": "AAAB" }))).toEqual([
      "image/gif differs: 3 bytes vs 3 bytes",
    ]);
  });

  it("outputDifference shows the markup where the text of HTML is the same", () => {
    const lines = texts(shown({ "text/html": "<p><b>x</b></p>" }), shown({ "text/html": "<p><i>x</i></p>" }));
    expect(lines.join("\n")).toContain("<b>x</b>");
  });

  it("outputDifference tells of a figure by its picture, and only names the formats that show the same", () => {
    const figure = (digit: string) =>
      shown({
        "application/vnd.plotly.v1+json": { data: [{ y: [digit] }] },
        "image/png": `${digit}AAA`,
        "image/svg+xml": `<svg>${digit}</svg>`,
        "text/plain": `dots ${digit}`,
      });
    expect(texts(figure("1"), figure("2"))).toEqual([
      "application/vnd.plotly.v1+json",
      'data[0].y[0]: "1" → "2"',
      "image/png differs: 3 bytes vs 3 bytes",
      "image/svg+xml, text/plain differ as well",
    ]);
  });

  it("outputDifference names formats that only one side has, and metadata", () => {
    const lines = texts(
      shown({ "text/plain": "a", "text/latex": "a" }),
      shown({ "text/plain": "a" }, { isolated: true }),
    );
    expect(lines).toEqual(["text/latex is only in the file", "metadata is only in the fresh run"]);
    expect(outputDifference(stream("a"), stream("a"))).toEqual([]);
  });

  it("outputDifference shortens what is long", () => {
    const long = (letter: string) =>
      stream(Array.from({ length: 100 }, (_, i) => `${letter}${i}\n`).join(""));
    const lines = texts(long("a"), long("b"));
    expect(lines).toHaveLength(41);
    expect(lines.at(-1)).toBe("… 161 more lines");
  });
});

describe("outputExcerpt", () => {
  it("outputExcerpt shows enough to recognise an output, whatever it is", () => {
    const long = stream("line\n".repeat(100));
    expect(outputExcerpt(long, "file")).toHaveLength(7);
    expect(outputExcerpt(long, "file")[0]).toEqual({ kind: "file", text: "line" });
    expect(outputExcerpt(shown({ "image/png": "AAAA" }), "run")).toEqual([]);
    expect(outputExcerpt(shown({ "text/html": "<b>x</b>" }), "run")).toEqual([{ kind: "run", text: "x" }]);
  });
});

describe("outputName", () => {
  it("outputName is what a reader calls it", () => {
    expect([stream("a"), failed(), shown({ "text/plain": "", "image/png": "" })].map(outputName)).toEqual([
      "stdout",
      "error",
      "image/png, text/plain",
    ]);
  });
});
