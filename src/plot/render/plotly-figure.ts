import type { NumberAxis, Panel } from "../figure-model.js";

/** What `Plotly.newPlot` takes, and what goes into a notebook as `application/vnd.plotly.v1+json`. */
export interface PlotlyFigure {
  readonly data: readonly Readonly<Record<string, unknown>>[];
  readonly layout: Readonly<Record<string, unknown>>;
  readonly config: Readonly<Record<string, unknown>>;
}

/** A panel on the page. */
export interface PlotlyPanel {
  readonly panel: Panel;
  /** The axes of the first panel are called x and y, of the second x2 and y2, and so on. */
  readonly suffix: string;
  /** Where it lies on the page, from 0 to 1, left to right and bottom to top. */
  readonly domain: { readonly x: readonly [number, number]; readonly y: readonly [number, number] };
  /** The panel's note, beside the label of the y axis or below it. */
  readonly note: { readonly beside: boolean; readonly lines: readonly string[] };
  /** Names of strips in lines. */
  readonly names: readonly (readonly string[])[];
  /** Names of rows in lines. */
  readonly rowNames: readonly (readonly string[])[];
  /** Whether the x axis shows its numbers here. */
  readonly numbersBelow: boolean;
  /** The x axis of another panel that this one follows; null for one of its own. */
  readonly matches: string | null;
  /** Whether there is room for the texts to the right. */
  readonly aside: boolean;
  /** Where a value is drawn: itself, or its place along a broken axis. */
  readonly across: (value: number) => number;
  readonly up: (value: number) => number;
}

/** Plotly has no broken axes: such a panel is drawn by place along the axis, from 0 to 1. */
export function isBroken({ pieces }: NumberAxis): boolean {
  return pieces.length > 1;
}
