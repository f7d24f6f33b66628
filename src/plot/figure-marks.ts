/** Something drawn in a panel, in the units of the panel's axes. */
export type Mark =
  | DotsMark
  | LineMark
  | StemsMark
  | AreaMark
  | BarsMark
  | LevelMark
  | EstimateMark
  | CenterMark
  | MedianMark
  | RangeMark
  | RuleMark
  | LabelMark
  | RugMark;

/** Points, such as measurements, each a dot, in the order given. */
export interface DotsMark extends Series {
  readonly kind: "dots";
  /** In pixels. */
  readonly radius: number;
  /** How dark, from −1 (towards the page) to 1 (towards the ink); default 0, the colour itself. */
  readonly shade?: number;
  /** A circle around something, such as an outlier. Default false. */
  readonly hollow?: boolean;
}

/** Points joined in the order given. */
export interface LineMark extends Series {
  readonly kind: "line";
  /** In pixels; default 1.6. */
  readonly width?: number;
  /** Whether a y holds until the next x. Default false. */
  readonly steps?: boolean;
  /** Lengths of dashes and gaps, in pixels; default a solid line. */
  readonly dash?: readonly number[];
}

/** Points, each with a line down or up to the y of 0. */
export interface StemsMark extends Series {
  readonly kind: "stems";
}

/** Positions of points, and where they come from if they are measurements. */
export interface Series {
  readonly name: string;
  /** Index into the theme's colours; null is the colour of text. */
  readonly color: number | null;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** 1 for the first run; one number a measurement. Left out where points are computed: x and y then say it all. */
  readonly run?: readonly number[];
  /** Place in the run, from 0; one number a measurement. Goes with `run`. */
  readonly iteration?: readonly number[];
  /** What a point is, instead of run and iteration: a commit. One text a point. */
  readonly labels?: readonly string[];
  /** Which coordinate is the measurement; default "y". */
  readonly along?: "x" | "y";
}

/** What lies between two lines over the same x: a confidence band, a density above its base. */
export interface AreaMark {
  readonly kind: "area";
  readonly name: string;
  /** Index into the theme's colours; null is the colour of text. */
  readonly color: number | null;
  readonly x: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Whether low and high hold until the next x. Default false. */
  readonly steps?: boolean;
  /** Whether the upper line is drawn, and hides what lies behind. Default false. */
  readonly ridge?: boolean;
}

/** A horizontal line: the mean of a segment, a bound. */
export interface LevelMark {
  readonly kind: "level";
  readonly name: string;
  /** Index into the theme's colours; null is the colour of text. */
  readonly color: number | null;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Thin and dashed, behind the other marks. Default false. */
  readonly reference?: boolean;
  /** What it is, in words, for whoever points at it; one line for each text. */
  readonly details: readonly string[];
}

/** How an estimate is drawn: shapes differ so that they can be told apart without colour. */
export type PointSymbol = "circle" | "diamond" | "up" | "down" | "open";

/** An estimate with its interval. */
export interface EstimateMark {
  readonly kind: "estimate";
  readonly name: string;
  /** Index into the theme's colours; null is the colour of text. */
  readonly color: number | null;
  readonly symbol: PointSymbol;
  readonly x: number;
  readonly y: number;
  /** Ends along `along`; null on a side that is open, or altogether where there is no interval. */
  readonly interval: readonly [low: number | null, high: number | null] | null;
  readonly along: "x" | "y";
  /** The numbers in words; one line for each text. */
  readonly details: readonly string[];
}

/** A mean or median with its interval, beside the dots. */
export interface CenterMark {
  readonly kind: "center";
  readonly statistic: "mean" | "median";
  readonly name: string;
  /** Its place on the other axis. */
  readonly x: number;
  readonly value: number;
  /** Which axis the value is on; default "y". */
  readonly along?: "x" | "y";
  readonly interval: readonly [low: number, high: number] | null;
  /** The value as text, with unit. */
  readonly label: string;
  /** The interval as text, with its confidence; empty if there is none. */
  readonly intervalLabel: string;
}

/** A median, as a line across the dots. */
export interface MedianMark {
  readonly kind: "median";
  readonly name: string;
  /** Places on the other axis. */
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** Which axis the value is on; default "y". */
  readonly along?: "x" | "y";
  /** The median as text, with unit. */
  readonly label: string;
}

/** A shaded range of x, or of y. */
export interface RangeMark {
  readonly kind: "range";
  /** Default "x". */
  readonly along?: "x" | "y";
  readonly from: number;
  readonly to: number;
  /** Darker than a phase of a measurement: where something lies with confidence. Default false. */
  readonly uncertain?: boolean;
  /** Empty for none. */
  readonly label: string;
}

/** A histogram: a bar for each bin, without gaps, standing on 0; those of one panel show through one another. */
export interface BarsMark {
  readonly kind: "bars";
  readonly name: string;
  /** Index into the theme's colours. */
  readonly color: number;
  /** Where bins begin and end, ascending: one more than there are bars. */
  readonly edges: readonly number[];
  readonly y: readonly number[];
  /** Measurements in each bin. */
  readonly counts: readonly number[];
}

/** A vertical line at an x: a boundary between phases, a change, a mean. */
export interface RuleMark {
  readonly kind: "rule";
  readonly at: number;
  /** A thin line behind the other marks, such as "no difference". Default false. */
  readonly reference?: boolean;
  /** Index into the theme's colours; without it, a dashed line in the colour of text. */
  readonly color?: number;
  /** Where the label stands, if there is room. Default "right". */
  readonly side?: "left" | "right";
  readonly label: string;
}

/** A text beside a dot: the iteration of an outlier. */
export interface LabelMark {
  readonly kind: "label";
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Of the dot, in pixels. */
  readonly radius: number;
  /** Of the dot, on which the text stands. */
  readonly side: "left" | "right" | "above";
  readonly text: string;
}

/** A tick for each measurement, all at one y. */
export interface RugMark extends Series {
  readonly kind: "rug";
  /** Height of a tick, in the unit of the y axis. */
  readonly size: number;
}
