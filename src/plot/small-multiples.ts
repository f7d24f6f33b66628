import { checkChoice, checkInteger } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Warning } from "../core/warning.js";
import { createFigure, type Figure } from "./figure.js";
import type { FigureModel, KeyEntry, NumberAxis, Panel } from "./figure-model.js";
import { checkFigureOptions, type FigureOptions } from "./figure-options.js";
import { sharedAxes } from "./multiples/shared-axes.js";
import { numberAxis } from "./number-axis.js";
import { gridColumns, gridHeight } from "./panel-grid.js";

/** Options of {@link smallMultiples}. */
export interface SmallMultiplesOptions extends Omit<FigureOptions, "label" | "unit"> {
  /** Figures side by side; default three at most, two for four, and one where figures have several panels. */
  readonly columns?: number;
  /** Whether axes of one quantity get one scale: "auto" (default) where none of the figures becomes flatter than an eighth. */
  readonly axes?: "auto" | "shared" | "own";
}

const ownOptions = { columns: true, axes: true, label: false, unit: false } as const;

/**
 * Figures of one kind side by side, or below one another, as one figure: one title, one key, one caption, and axes that can be
 * compared where that makes sense. The title of each figure stands above its panel.
 *
 * @param figures - one or more figures, or figures by name; never modified
 * @returns a figure for notebooks, with `toPlotly()`, `toSvg()`, `toPng()` and `toText()`
 * @throws {InputError} there is no figure, something is no figure, or an option is out of range
 * @example
 * const figures = { before: ecdfPlot([1, 2, 3, 2, 1]), after: ecdfPlot([2, 3, 4, 2, 3]) }
 * smallMultiples(figures).model.panels.map(({ note }) => note) // ["before", "after"]
 */
export function smallMultiples(
  figures: readonly Figure[] | Readonly<Record<string, Figure>>,
  options: SmallMultiplesOptions = {},
): Figure {
  const frame = checkFigureOptions("smallMultiples", options, ownOptions);
  const { axes = "auto" } = options;
  checkChoice("smallMultiples", "axes", axes, ["auto", "shared", "own"]);
  const named = namedModels(figures);
  const models = named.map(({ model }) => model);
  const single = models.every(({ panels }) => panels.length === 1);
  const { columns = single ? gridColumns(models.length) : 1 } = options;
  checkInteger("smallMultiples", "columns", columns, 1, 12);
  if (!single && columns > 1) {
    throw new InputError(
      "smallMultiples",
      "columns",
      `needs to be 1 for figures of several panels, got ${columns}`,
    );
  }
  const panels = named.flatMap(({ model, name }, index) => placed(model, name, index, columns, named));
  const { width, theme } = frame;
  const rows = single ? Math.ceil(models.length / columns) : Math.max(...panels.map(({ row }) => row)) + 1;
  const height =
    frame.height ?? (single ? gridHeight(models.length, columns) : Math.min(10_000, 200 + 260 * rows));
  const title = options.title ?? `${models.length} figures`;
  const subtitle = options.subtitle ?? "";
  return createFigure({
    method: "small-multiples",
    title,
    subtitle,
    caption: options.caption ?? sentencesOnce(named),
    alt: [`${title}.`, subtitle, ...named.map(({ model, name }) => `${name}: ${model.alt}`)]
      .filter(Boolean)
      .join(" "),
    key: keyOnce(models.flatMap(({ key }) => key)),
    panels: (axes === "own" ? panels : sharedAxes(panels, axes === "shared")).map((panel) =>
      withFewerTicks(panel, width / columns / 110, height / rows / 80),
    ),
    width,
    height,
    theme,
    options: { columns, axes, figures: models.map(({ method, options: own }) => ({ method, options: own })) },
    warnings: once(models.flatMap(({ warnings }) => warnings)),
  });
}

/** Ticks for the room that a panel has now; broken axes and names keep theirs. */
function withFewerTicks(panel: Panel, across: number, up: number): Panel {
  const anew = (axis: NumberAxis, ticks: number): NumberAxis => {
    if (axis.named || axis.pieces.length > 1 || axis.ticks.length <= ticks + 1) return axis;
    const { label, unit, scale, pieces, smallestStep } = axis;
    return numberAxis({ label, unit, scale, ranges: [pieces[0]!.domain], ticks, smallestStep, air: 0 });
  };
  const { x, y } = panel;
  return { ...panel, x: x.kind === "number" ? anew(x, across) : x, y: anew(y, up) };
}

interface NamedModel {
  readonly name: string;
  readonly model: FigureModel;
}

function namedModels(figures: readonly Figure[] | Readonly<Record<string, Figure>>): readonly NamedModel[] {
  if (typeof figures !== "object" || figures === null) {
    throw new InputError(
      "smallMultiples",
      "figures",
      `needs a list of figures, or figures by name, got ${show(figures)}`,
    );
  }
  const entries: readonly (readonly [string, Figure])[] = Array.isArray(figures)
    ? figures.map((figure: Figure, i) => [`figures[${i}]`, figure])
    : Object.entries(figures).map(([name, figure]) => [name, figure]);
  if (entries.length === 0)
    throw new InputError("smallMultiples", "figures", "needs one figure or more, got none");
  return entries.map(([name, figure]) => {
    if (!Array.isArray(figure?.model?.panels)) {
      const argument = Array.isArray(figures) ? name : `figures "${name}"`;
      throw new InputError(
        "smallMultiples",
        argument,
        `needs a figure, such as that of lagPlot(values), got ${show(figure)}`,
      );
    }
    return { name: Array.isArray(figures) ? figure.model.title : name, model: figure.model };
  });
}

/** Panels of a figure in their place in the grid; the name of the figure stands above the first. */
function placed(
  { panels }: FigureModel,
  name: string,
  index: number,
  columns: number,
  all: readonly NamedModel[],
): readonly Panel[] {
  if (all.every(({ model }) => model.panels.length === 1)) {
    return panels.map((panel) => ({ ...panel, row: Math.floor(index / columns), note: noteOf(name, panel) }));
  }
  const before = all
    .slice(0, index)
    .reduce((total, { model }) => total + 1 + Math.max(...model.panels.map(({ row }) => row)), 0);
  return panels.map((panel, i) => ({
    ...panel,
    row: before + panel.row,
    note: i === 0 ? noteOf(name, panel) : panel.note,
  }));
}

function noteOf(name: string, { note }: Panel): string {
  return note === "" || note === name ? name : `${name}, ${note}`;
}

function keyOnce(key: readonly KeyEntry[]): readonly KeyEntry[] {
  return [...new Map(key.map((entry) => [JSON.stringify(entry), entry])).values()];
}

/** Characters of names before a sentence of a caption, at most. */
const mostLabel = 30;

/** Captions joined, without the sentences that come again; where sizes differ, it says whose they are. */
function sentencesOnce(
  named: readonly { readonly name: string; readonly model: Pick<FigureModel, "caption"> }[],
): string {
  const owners = new Map<string, string[]>();
  for (const { name, model } of named) {
    for (const sentence of model.caption.split(/(?<=[.)]) (?=[A-Z\d]|n =)/))
      owners.set(sentence, [...(owners.get(sentence) ?? []), name]);
  }
  return [...owners]
    .map(([sentence, names]) => {
      const partial = names.length < named.length && /^(n =|\d)/.test(sentence);
      const label = [...new Set(names)].join(", ");
      // A name may be a whole title, which would be no help here.
      return partial && label.length <= mostLabel ? `${label}: ${sentence}` : sentence;
    })
    .join(" ");
}

function once(warnings: readonly Warning[]): readonly Warning[] {
  return [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
}
