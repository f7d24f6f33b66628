import type { VarianceComponentsResult } from "../../stats/variance-components.js";
import type { EstimateMark, NumberAxis, Panel, Tick } from "../figure-model.js";
import { quantityText } from "../quantity-text.js";
import type { ScaledSamples } from "../scaled-samples.js";

/** The two components as standard deviations, with their shares of the variance. */
export function componentsPanel(
  { unit }: ScaledSamples,
  components: VarianceComponentsResult,
  row: number,
  x: NumberAxis,
): Panel {
  const parts = partsOf(components);
  const place = (index: number): number => parts.length - 1 - index;
  const label = (sd: number, share: number | null): string =>
    [quantityText(sd, unit.label, sd / 50), ...(share === null ? [] : [shareText(share)])].join(", ");
  return {
    row,
    note: "",
    x,
    y: {
      kind: "number",
      label: "spread",
      unit: "",
      scale: "linear",
      pieces: [{ domain: [-0.8, parts.length - 0.2], extent: [0, 1] }],
      ticks: parts.map(({ name }, index): Tick => ({ value: place(index), label: name })),
      named: true,
    },
    aside: parts.map(({ sd, share }, index): Tick => ({ value: place(index), label: label(sd, share) })),
    marks: parts.map(
      ({ name, sd, share }, index): EstimateMark => ({
        kind: "estimate",
        name,
        color: index === 0 ? 1 : 0,
        symbol: index === 0 ? "diamond" : "circle",
        x: sd,
        y: place(index),
        interval: [0, sd],
        along: "x",
        details: [`standard deviation ${label(sd, share)} of the variance`],
      }),
    ),
  };
}

/** The components by name. */
export function partsOf({ betweenSd, withinSd, betweenShare }: VarianceComponentsResult): readonly {
  readonly name: string;
  readonly sd: number;
  readonly share: number | null;
}[] {
  return [
    { name: "between runs", sd: betweenSd, share: betweenShare },
    { name: "within a run", sd: withinSd, share: betweenShare === null ? null : 1 - betweenShare },
  ];
}

/** A share of the variance: "63 %". */
export function shareText(share: number): string {
  return `${Math.round(100 * share)} %`;
}
