import { describe, expect, it } from "vitest";
import { createBrailleCanvas } from "../../../src/plot/render/braille-canvas.js";

describe("createBrailleCanvas(columns, rows)", () => {
  it("is blank at first", () => {
    expect(createBrailleCanvas(3, 2).rows()).toEqual(["   ", "   "]);
  });

  it("sets the dots of the corners", () => {
    const canvas = createBrailleCanvas(2, 2);
    for (const [x, y] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      canvas.dot(x, y);
    expect(canvas.rows()).toEqual(["⠁⠈", "⡀⢀"]);
  });

  it("fills a character with its eight dots", () => {
    const canvas = createBrailleCanvas(1, 1);
    for (let x = 0; x < 2; x++) for (let y = 0; y < 4; y++) canvas.dot(x, y / 3);
    expect(canvas.rows()).toEqual(["⣿"]);
  });

  it("draws lines without gaps, in both directions", () => {
    const [down, up] = [createBrailleCanvas(4, 2), createBrailleCanvas(4, 2)];
    down.line(0, 0, 1, 1);
    up.line(1, 1, 0, 0);
    expect(down.rows()).toEqual(["⠑⢄  ", "  ⠑⢄"]);
    expect(up.rows()).toEqual(down.rows());
  });
});
