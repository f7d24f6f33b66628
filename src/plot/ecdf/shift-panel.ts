import type { Warning } from "../../core/warning.js";
import { valuesNeeded } from "../../stats/order-statistics.js";
import type { EstimateMark, NumberAxis, Panel } from "../figure-model.js";
import { numberAxis } from "../number-axis.js";
import { confidenceText, quantityText, signedText, spanText } from "../quantity-text.js";
import { axisLabel } from "../sample-texts.js";
import type { ScaledSamples } from "../scaled-samples.js";
import { rangeOf } from "../value-range.js";
import type { QuantileShift } from "./shift-function.js";

/** Shifts beside the curves, on the same vertical axis: each lies as far from zero as the curves from each other. */
export function shiftPanel(
  { samples, unit }: ScaledSamples,
  shifts: readonly QuantileShift[],
  y: NumberAxis,
  confidence: number,
  width: number,
): Panel {
  const [before, after] = namesOf(samples);
  const ends = shifts.flatMap(({ interval }) => interval.filter((end) => end !== null));
  const range = rangeOf([0, ...shifts.map(({ estimate }) => estimate), ...ends]);
  return {
    row: 0,
    note: `${after} − ${before}`,
    x: numberAxis({
      label: axisLabel("shift", unit.label),
      unit: unit.label,
      scale: "linear",
      ranges: [range],
      ticks: width / 220,
      air: 0.08,
    }),
    y: { ...y, label: "shift by decile" },
    marks: [
      { kind: "rule", at: 0, reference: true, label: "" },
      ...shifts.map((shift): EstimateMark => {
        const { p, estimate, interval } = shift;
        return {
          kind: "estimate",
          name: `${100 * p} % quantile`,
          color: null,
          symbol: isShifted(shift) ? "circle" : "open",
          x: estimate,
          y: 100 * p,
          interval,
          along: "x",
          details: [
            `shift ${shiftText(shift, unit.label)}`,
            `${confidenceText(confidence)} interval ${shiftIntervalText(shift, unit.label)}`,
          ],
        };
      }),
    ],
  };
}

/** Whether its interval leaves out zero. */
export function isShifted({ interval: [low, high] }: QuantileShift): boolean {
  return (low !== null && low > 0) || (high !== null && high < 0);
}

function resolutionOf({ interval: [low, high] }: QuantileShift): number {
  return low === null || high === null ? 0 : (high - low) / 2;
}

/** A shift with its sign. */
export function shiftText(shift: QuantileShift, unit: string): string {
  return signedText(shift.estimate, unit, resolutionOf(shift) || Math.abs(shift.estimate) / 20 || 1);
}

/** Its interval in words. */
export function shiftIntervalText(shift: QuantileShift, unit: string): string {
  const [low, high] = shift.interval;
  const resolution = resolutionOf(shift);
  if (low !== null && high !== null) return spanText([low, high], unit, resolution);
  if (low !== null) return `from ${quantityText(low, unit, 0)}`;
  return high === null ? "unbounded" : `up to ${quantityText(high, unit, 0)}`;
}

function namesOf(samples: ScaledSamples["samples"]): readonly [string, string] {
  return [samples[0]!.name || "baseline", samples[1]!.name || "candidate"];
}

/** A warning where there are too few values. */
export function openShifts(shifts: readonly QuantileShift[], confidence: number): readonly Warning[] {
  const open = shifts.filter(({ interval }) => interval.includes(null));
  if (open.length === 0) return [];
  const needed = valuesNeeded(0.1, 1 - (1 - confidence) / shifts.length);
  const deciles = open.map(({ p }) => `${100 * p} %`).join(", ");
  return [
    {
      code: "too-few-values",
      message: `There are too few values to bound the shift at ${deciles} on both sides; ${needed} in each sample would do.`,
    },
  ];
}
