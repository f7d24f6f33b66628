import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CsvSyntaxError, parseCsv } from "../../src/data/parse-csv.js";

describe("parseCsv", () => {
  it.each([
    ["", []],
    [
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a,b\n1,",
      [
        ["a", "b"],
        ["1", ""],
      ],
    ],
    ['"a ""b"", c",d\n', [['a "b", c', "d"]]],
    ['"two\nlines",x\n', [["two\nlines", "x"]]],
    ['"",""\n', [["", ""]]],
    ["a\n\nb\n", [["a"], [""], ["b"]]],
    [" a , b \n", [[" a ", " b "]]],
  ])("parseCsv(%j)", (text, cells) => {
    expect(parseCsv(text).map((record) => record.cells)).toEqual(cells);
  });

  it("parseCsv counts the lines inside quotes", () => {
    expect(parseCsv('h\n"1\n2\n3"\nx\n').map((record) => record.line)).toEqual([1, 2, 5]);
  });

  it.each([
    ['a,b\n1,x"y\n', 2, "needs quotes around a cell that holds a quote or a carriage return, got none"],
    ["a\rb\n", 1, "needs quotes around a cell that holds a quote or a carriage return, got none"],
    ['a\n"open\nand on\n', 2, "needs a closing quote before a comma or a line break, got none"],
    ['a\n"x"y\n', 2, "needs a closing quote before a comma or a line break, got none"],
    ['"1\n2",x"\n', 2, "needs quotes around a cell that holds a quote or a carriage return, got none"],
  ])("parseCsv(%j) is refused in line %i", (text, line, message) => {
    expect(() => parseCsv(text)).toThrow(expect.objectContaining({ name: "CsvSyntaxError", line, message }));
    expect(() => parseCsv(text)).toThrow(CsvSyntaxError);
  });

  it("parseCsv reads back what is written with quotes", () => {
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((width) =>
        fc.array(fc.array(fc.string({ unit: "binary" }), { minLength: width, maxLength: width })),
      );
    fc.assert(
      fc.property(table, fc.constantFrom("\n", "\r\n"), (rows, lineBreak) => {
        const quoted = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
        const text = quoted.map((line) => line + lineBreak).join("");
        expect(parseCsv(text).map((record) => record.cells)).toEqual(rows);
      }),
    );
  });

  it("parseCsv survives a quote that is never closed in a large file", () => {
    expect(() => parseCsv(`a\n"${"x,y\n".repeat(2_000_000)}`)).toThrow(CsvSyntaxError);
  });
});
