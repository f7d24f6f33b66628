import type { ThemeColors } from "../theme-colors.js";
import type { FontSizes } from "./place-panels.js";
import type { Pen } from "./svg-pen.js";

/** What drawing into a panel needs: places across and up run from 0 to 1, strips are one unit wide. */
export interface Drawing {
  readonly pen: Pen;
  readonly colors: ThemeColors;
  readonly size: FontSizes;
  readonly across: (value: number) => number;
  readonly up: (value: number) => number;
  /** Pixels of one unit of place. */
  readonly pixel: { readonly across: number; readonly up: number };
}

/** The scales of Plot, from places to pixels. */
export type Scales = Readonly<Record<"x" | "y", (place: number) => number>>;

/** The attribute of a dashed line. */
export function dashArray(dash: readonly number[] = []): { readonly "stroke-dasharray"?: string } {
  return dash.length === 0 ? {} : { "stroke-dasharray": dash.join(" ") };
}

/** As precise as a screen can show. */
export function twoDecimals(value: number): number {
  return Number(value.toFixed(2));
}
