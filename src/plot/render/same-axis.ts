import type { NumberAxis, Panel } from "../figure-model.js";

/**
 * Whether a panel writes the numbers of its x axis: not where the one below it, in the same column, has the same axis and
 * writes them for both.
 */
export function showsNumbersBelow(panel: Panel, panels: readonly Panel[]): boolean {
  if (panel.x.kind !== "number") return false;
  const below = panelsOfRow(panels, panel.row + 1)[panelsOfRow(panels, panel.row).indexOf(panel)];
  return below === undefined || below.x.kind !== "number" || !isSameAxis(panel.x, below.x);
}

/** Whether two axes are the same scale of the same quantity, so that what is done to one can be done to the other. */
export function isSameAxis(left: NumberAxis, right: NumberAxis): boolean {
  return left === right || JSON.stringify(left) === JSON.stringify(right);
}

function panelsOfRow(panels: readonly Panel[], row: number): readonly Panel[] {
  return panels.filter((panel) => panel.row === row);
}
