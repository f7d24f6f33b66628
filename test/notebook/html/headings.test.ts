import { describe, expect, it } from "vitest";
import { Headings } from "../../../src/notebook/html/headings.js";

describe("Headings", () => {
  it("Headings gives each an id as Jupyter does, and each its own", () => {
    const headings = new Headings();
    const ids = ["What follows?", "What follows?", "  ", "Größe & Zahl"].map(
      (text) => headings.add(2, text).id,
    );
    expect(ids).toEqual(["What-follows?", "What-follows?-2", "section", "Größe-&-Zahl"]);
    expect(headings.all.map(({ level }) => level)).toEqual([2, 2, 2, 2]);
  });

  it("Headings resolves links as Jupyter and as GitHub write them, and leaves others to the notebook's own ids", () => {
    const headings = new Headings();
    headings.add(2, "What follows?");
    headings.add(2, "Größe");
    for (const name of ["What-follows?", "What-follows%3F", "what-follows"]) {
      expect(headings.resolve(name)).toBe("What-follows%3F");
    }
    expect(headings.resolve("gr%C3%B6%C3%9Fe")).toBe(encodeURIComponent("Größe"));
    expect(headings.resolve("my anchor")).toBe("notebook-my%20anchor");
    expect(headings.resolve("100%")).toBe("notebook-100%25");
  });
});
