import type { Warning } from "../core/warning.js";
import type { Mark, PointSymbol } from "./figure-marks.js";

export type * from "./figure-marks.js";

/** Colours for a light page (slides, paper) or a dark one. */
export type Theme = "light" | "dark";

/**
 * A figure as plain data: what is drawn and where, in the units of its axes, before any renderer.
 * All renderers read only this, so that a picture, an interactive plot and a terminal show the same thing.
 */
export interface FigureModel {
  /** Which function made it. */
  readonly method: string;
  /** States the finding. */
  readonly title: string;
  /** How to read the figure, in a sentence. */
  readonly subtitle: string;
  /** How many values, what the marks mean and how intervals were computed. */
  readonly caption: string;
  /** The figure in words, for people who cannot see it. */
  readonly alt: string;
  /** What each kind of mark means. */
  readonly key: readonly KeyEntry[];
  /** One or more, row by row from the top, from left to right. Panels above one another with equal x axes show its numbers once. */
  readonly panels: readonly Panel[];
  /** In pixels; renderers may be asked for another size. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  readonly theme: Theme;
  /** The options as resolved, seed included. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly warnings: readonly Warning[];
}

/** One line of the key. */
export interface KeyEntry {
  readonly mark:
    | "dot"
    | "crowd"
    | "shades"
    | "ring"
    | "line"
    | "dashes"
    | "rule"
    | "area"
    | "band"
    | "center"
    | "center alone"
    | "median"
    | "label"
    | PointSymbol;
  /** Index into the theme's colours; null is the colour of text. */
  readonly color: number | null;
  readonly text: string;
  /** Of a line, as in the figure. */
  readonly dash?: readonly number[];
}

/** A rectangle with axes. */
export interface Panel {
  /** 0 for the uppermost row. */
  readonly row: number;
  /** How wide it is beside others with numbers on the x axis; default 1. */
  readonly share?: number;
  /** Says what is special about this panel: "736–744 ms, magnified 200×". Empty if nothing is. */
  readonly note: string;
  readonly x: NumberAxis | StripAxis;
  readonly y: NumberAxis;
  readonly marks: readonly Mark[];
  /** Texts to the right of the panel, at a y: the numbers of an estimate, the size of a sample. Default none. */
  readonly aside?: readonly Tick[];
  /** Strips lie: values run from left to right. */
  readonly lying?: true;
}

/** An axis with a scale of numbers, in the unit shown. */
export interface NumberAxis {
  readonly kind: "number";
  /** What is measured, with its unit: "latency (ms)". */
  readonly label: string;
  /** Stands behind a number: "ms", or "" for none. */
  readonly unit: string;
  readonly scale: "linear" | "log";
  /** One piece, or several from low to high where the axis is broken. */
  readonly pieces: readonly AxisPiece[];
  readonly ticks: readonly Tick[];
  /** How close ticks may be, where there is nothing between what is counted. */
  readonly smallestStep?: number;
  /** The ticks are names (of rows, of commits), not round numbers; of those that run into each other, some are left out. */
  readonly named?: true;
}

/** A stretch of an axis without a break. */
export interface AxisPiece {
  readonly domain: readonly [low: number, high: number];
  /** Where it lies along the axis: 0 is the start, 1 the end. */
  readonly extent: readonly [start: number, end: number];
}

/** A labelled position on an axis. */
export interface Tick {
  readonly value: number;
  readonly label: string;
}

/** An axis of named strips: strip i is centred on the number i and one unit wide. */
export interface StripAxis {
  readonly kind: "strips";
  readonly strips: readonly Strip[];
}

/** One strip and its numbers, in the unit of the panel's y axis. */
export interface Strip {
  /** What it is of, in full: "smt on, task 1". */
  readonly name: string;
  /** What stands below it: the name without that of its group. */
  readonly label: string;
  /** What it shares with its neighbours, to stand once below them all; empty for none. */
  readonly group: string;
  /** The middle of its dots, on the strip axis: here stands its label, for the mean is beside the dots. */
  readonly at: number;
  readonly n: number;
  readonly mean: number;
  /** Of the mean, or of the median where that is asked for; null where it cannot be had (one value). */
  readonly interval: readonly [low: number, high: number] | null;
  readonly median: number;
  /** As a fraction; null where there is none (one value, or a mean of zero). */
  readonly coefficientOfVariation: number | null;
}
