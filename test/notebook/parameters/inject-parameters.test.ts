import { describe, expect, it } from "vitest";
import type { NotebookDocument } from "../../../src/notebook/notebook-document.js";
import { injectParameters } from "../../../src/notebook/parameters/inject-parameters.js";
import { expectInputError } from "../../support/expect-input-error.js";

/** A notebook of cells given as [id, source, …tags]; ids that begin with "text" are Markdown. */
function notebook(...cells: readonly (readonly [string, string, ...string[]])[]): NotebookDocument {
  return {
    cells: cells.map(([id, source, ...tags]) => {
      const common = { id, source, metadata: tags.length === 0 ? {} : { tags } };
      if (id.startsWith("text")) return { ...common, cell_type: "markdown" };
      return { ...common, cell_type: "code", execution_count: null, outputs: [] };
    }),
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  };
}

function inject(document: NotebookDocument, parameters: object, language = "typescript") {
  const { document: injected, warnings } = injectParameters(
    "f",
    "a.ipynb",
    document,
    { ...parameters },
    language,
  );
  return { cells: injected.cells.map(({ id, source }) => [id, source]), warnings, injected };
}

const title = ["text", "# Title"] as const;
const defaults = ["defaults", "const n = 1;", "parameters"] as const;
const rest = ["rest", "n + 1"] as const;

describe("injectParameters", () => {
  it("injectParameters puts a tagged cell after the defaults, and leaves the document that it was given", () => {
    const document = notebook(title, defaults, rest);
    const before = structuredClone(document);
    const { cells, warnings, injected } = inject(document, { n: 2 });
    expect(cells.map(([id]) => id)).toEqual(["text", "defaults", "injected-parameters", "rest"]);
    expect(injected.cells[2]).toEqual({
      cell_type: "code",
      id: "injected-parameters",
      metadata: { tags: ["injected-parameters"] },
      source: "// Parameters of this run\nlet n = 2;",
      execution_count: null,
      outputs: [],
    });
    expect(warnings).toEqual([]);
    expect(document).toEqual(before);
  });

  it("injectParameters replaces the cells that earlier runs have injected, under the first's id", () => {
    const old = ["old", "let n = 9;", "injected-parameters"] as const;
    const again = ["older", "let m = 9;", "injected-parameters"] as const;
    const moved = inject(notebook(old, title, defaults, rest, again), { n: 2 });
    expect(moved.cells.map(([id]) => id)).toEqual(["text", "defaults", "old", "rest"]);
    const inPlace = inject(notebook(title, old, rest), { n: 2 });
    expect(inPlace.cells.map(([id]) => id)).toEqual(["text", "old", "rest"]);
    const [twice] = [inject(inject(notebook(title, defaults, rest), { n: 2 }).injected, { n: 3 })];
    expect(twice?.cells).toHaveLength(4);
  });

  it("injectParameters puts them first where nothing is tagged, and warns", () => {
    const { cells, warnings } = inject(notebook(title, ["text-2", "x", "parameters"], rest), { n: 2 });
    expect(cells.map(([id]) => id)).toEqual(["injected-parameters", "text", "text-2", "rest"]);
    expect(warnings).toEqual([
      {
        code: "no-parameters-cell",
        message:
          'a.ipynb has no code cell tagged "parameters", so its parameters are set in a new first cell, ' +
          "and may be set again by the cells below",
      },
    ]);
  });

  it("injectParameters warns of names that the defaults do not have, and names those they have", () => {
    const two = notebook(["defaults", "const n = 1;\nlet mode = 'fast';", "parameters"]);
    expect(inject(two, { n: 2, mdoe: "slow" }).warnings).toEqual([
      {
        code: "unknown-parameter",
        message: 'a.ipynb: its cell tagged "parameters" does not set "mdoe"; known are: n, mode',
      },
    ]);
    const [warning] = inject(notebook(["defaults", "// none", "parameters"]), { n: 2 }).warnings;
    expect(warning?.message).toContain("that cell sets none");
  });

  it("injectParameters takes an id that is free", () => {
    const taken = notebook(["injected-parameters", "1"], ["injected-parameters-2", "2"], defaults);
    expect(inject(taken, { n: 2 }).cells.at(-1)?.[0]).toBe("injected-parameters-3");
  });

  it("injectParameters writes Python for a Python kernel, and refuses languages it does not know", () => {
    const python = notebook(["defaults", "n = 1\nisFast = False", "parameters"]);
    const { cells, warnings } = inject(python, { n: null, isFast: true }, "Python");
    expect(cells[1]?.[1]).toBe("# Parameters of this run\nn = None\nisFast = True");
    expect(warnings).toEqual([]);
    const problem = /^needs a kernel for TypeScript, JavaScript or Python, got one for R$/;
    expectInputError(() => inject(python, { n: 1 }, "R"), "f", "parameters", problem);
    expectInputError(
      () => inject(python, { "a b": 1 }),
      "f",
      "parameters",
      /^needs names that are variables/,
    );
  });
});
