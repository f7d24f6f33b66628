import { checkChoice, checkInteger, checkOptionNames, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { show } from "../core/show.js";
import type { Theme } from "./figure-model.js";
import type { SampleLabel } from "./plot-samples.js";

/** Options of every plot. */
export interface FigureOptions {
  /** Which labels of the samples name them; default: those that differ between samples. */
  readonly label?: SampleLabel;
  /** States the finding; default: what the plot itself can tell. */
  readonly title?: string;
  /** How to read the figure. */
  readonly subtitle?: string;
  /** Default: number of values and runs, what the marks mean, and how intervals were computed. */
  readonly caption?: string;
  /** Of plain values, which bring none; default "1". */
  readonly unit?: string;
  /** In pixels, 240 or more; default 960. */
  readonly width?: number;
  /** In pixels, 240 or more; default 540, and more for many panels or rows. */
  readonly height?: number;
  /** Default "light". */
  readonly theme?: Theme;
}

/** What is resolved before anything is known about the data. */
export interface FigureFrame {
  readonly label: SampleLabel | undefined;
  readonly unit: string;
  readonly width: number;
  /** Undefined: as high as the plot needs. */
  readonly height: number | undefined;
  readonly theme: Theme;
}

/** @throws {InputError} a size or the theme of a drawing is out of range */
export function checkDrawing(
  functionName: string,
  { width, height, theme }: Pick<FigureOptions, "width" | "height" | "theme">,
): void {
  if (theme !== undefined) checkChoice(functionName, "theme", theme, ["light", "dark"]);
  if (width !== undefined) checkInteger(functionName, "width", width, 240, 10_000);
  if (height !== undefined) checkInteger(functionName, "height", height, 240, 10_000);
}

const commonNames: Readonly<Record<keyof FigureOptions, true>> = {
  label: true,
  title: true,
  subtitle: true,
  caption: true,
  unit: true,
  width: true,
  height: true,
  theme: true,
};

/** Options of most plots, which a plot may say that it lacks. */
interface NotOffered {
  readonly label?: false;
  readonly unit?: false;
}

/**
 * @param own - the names of the options that a plot has beside those that all have; their type sees to it that none is missing
 * @throws {InputError} the options are no object, there is one that the plot does not have, or one of those that all plots have is out
 *   of range
 */
export function checkFigureOptions<Options extends FigureOptions>(
  functionName: string,
  options: Options,
  own: Readonly<Record<Exclude<keyof Options, keyof FigureOptions>, true>> & NotOffered,
): FigureFrame {
  const known = Object.entries({ ...commonNames, ...own }).filter(([, isOffered]) => isOffered);
  checkOptionNames<object>(functionName, checkOptions(functionName, options), Object.fromEntries(known));
  const { label, unit = "1", width = 960, height, theme = "light" } = options;
  for (const name of ["title", "subtitle", "caption"] as const) {
    const text: unknown = options[name];
    if (text !== undefined && typeof text !== "string")
      throw new InputError(functionName, name, `needs a text, got ${show(text)}`);
  }
  checkDrawing(functionName, { width, theme, ...(height === undefined ? {} : { height }) });
  return { label, unit, width, height, theme };
}
