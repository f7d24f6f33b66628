import { describe, expect, it } from "vitest";
import { plotlySource } from "../../src/core/plotly-source.js";

describe("plotlySource", () => {
  it("plotlySource is the text of plotly.js", () => {
    expect(plotlySource().slice(0, 200)).toContain("plotly.js v");
  });
});
