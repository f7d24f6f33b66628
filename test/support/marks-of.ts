import type { Figure } from "../../src/plot/figure.js";
import type { Mark } from "../../src/plot/figure-model.js";

/** The marks of one kind of a figure, panel by panel. */
export function marksOf<Kind extends Mark["kind"]>(
  figure: Figure,
  kind: Kind,
): Extract<Mark, { kind: Kind }>[] {
  return figure.model.panels.flatMap(({ marks }) =>
    marks.filter((mark): mark is Extract<Mark, { kind: Kind }> => mark.kind === kind),
  );
}
