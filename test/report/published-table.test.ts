import { describe, expect, it } from "vitest";
import type { ComparedFigure } from "../../src/compare/compare-with-published.js";
import { jupyterDisplay } from "../../src/core/jupyter-display.js";
import { matchSummary, publishedTable } from "../../src/report/published-table.js";

const mean: ComparedFigure = {
  method: "published-against-reproduced",
  published: {
    id: "x-mean",
    experiment: "smt",
    configuration: "SMT <on>",
    statistic: "mean",
    unit: "ms",
    printed: "737.37",
    kind: "figure",
    note: "",
  },
  criterion: "digits",
  estimate: 737.3704,
  interval: null,
  confidence: null,
  drawn: "",
  reproduced: "737.37",
  match: true,
};
const claim: ComparedFigure = {
  ...mean,
  published: {
    ...mean.published,
    id: "x-claim",
    statistic: "ratio",
    unit: "1",
    printed: "10",
    kind: "claim",
  },
  criterion: "claim",
  estimate: 7,
  interval: [6.123, 8.987],
  confidence: 0.95,
  drawn: "starts",
  reproduced: "7.00",
  match: false,
};

describe("publishedTable(rows)", () => {
  it("is a line a figure in a terminal", () => {
    expect(publishedTable([mean, claim]).toText()).toBe(
      [
        "configuration  figure  published  reproduced      interval  drawn   match",
        "SMT <on>       mean    737.37 ms   737.37 ms                        yes",
        "SMT <on>       ratio         10×       7.00×  [6.12, 8.99]  starts  NO",
      ].join("\n"),
    );
  });

  it("escapes foreign text in HTML", () => {
    const html = publishedTable([mean]).toHtml();
    expect(html).toContain("SMT &lt;on&gt;");
    expect(html).not.toContain("<on>");
  });

  it("shows itself in a notebook as HTML with a text fallback", () => {
    const table = publishedTable([mean]);
    expect(table[jupyterDisplay]()).toEqual({ "text/html": table.toHtml(), "text/plain": table.toText() });
  });
});

describe("matchSummary(rows)", () => {
  it("counts the figures that match", () => {
    expect(matchSummary([mean, claim])).toBe("1 of 2 published figures match");
  });
});
