import type { FigureModel, Mark, NumberAxis, Panel, StripAxis } from "../figure-model.js";
import { countText, percentText } from "../quantity-text.js";

/** A figure whose lying strips are rows with names, with their values along x; other panels as they are. */
export function withLyingPanels(model: FigureModel): FigureModel {
  if (!model.panels.some(({ lying }) => lying)) return model;
  return { ...model, panels: model.panels.map((panel) => (panel.lying ? lyingPanel(panel) : panel)) };
}

function lyingPanel(panel: Panel): Panel {
  const { row, note, x, y, marks } = panel;
  if (x.kind !== "strips") return panel;
  const last = x.strips.length - 1;
  return {
    row,
    note,
    x: y,
    y: rowAxis(x, last),
    marks: marks.map((mark) => lyingMark(mark, last)),
    aside: x.strips.map(({ at, n, coefficientOfVariation: cv }) => ({
      value: last - at,
      label: `${cv === null ? "CV –" : `CV ${percentText(cv)}`} · n = ${countText(n)}`,
    })),
  };
}

/** The first strip is the uppermost row. */
function rowAxis({ strips }: StripAxis, last: number): NumberAxis {
  return {
    kind: "number",
    label: "",
    unit: "",
    scale: "linear",
    pieces: [{ domain: [-0.5, last + 0.5], extent: [0, 1] }],
    ticks: strips.map(({ at, name }) => ({ value: last - at, label: name })),
    named: true,
  };
}

function lyingMark(mark: Mark, last: number): Mark {
  const down = (place: number): number => last - place;
  switch (mark.kind) {
    case "dots":
      return { ...mark, x: mark.y, y: mark.x.map(down), along: "x" };
    case "median":
      return { ...mark, from: down(mark.to), to: down(mark.from), along: "x" };
    case "center":
      return { ...mark, x: down(mark.x), along: "x" };
    case "label":
      return { ...mark, x: mark.y, y: down(mark.x), side: "above" };
    default:
      return mark;
  }
}
