import { axisPosition } from "../axis-position.js";
import type { NumberAxis, Tick } from "../figure-model.js";
import { textWidth } from "../typeface/text-width.js";

/**
 * The ticks of a horizontal axis whose labels do not run into each other, each centred on its place: all of them, or every
 * second, third, … one.
 *
 * @param length - of the axis, in units of the font size
 */
export function fittingTicks(axis: NumberAxis, length: number): readonly Tick[] {
  for (let every = 1; every < axis.ticks.length; every++) {
    const kept = axis.ticks.filter((_, index) => index % every === 0);
    if (fits(kept, axis, length)) return kept;
  }
  return axis.ticks.slice(0, 1);
}

function fits(ticks: readonly Tick[], axis: NumberAxis, length: number): boolean {
  let end = Number.NEGATIVE_INFINITY;
  for (const { value, label } of ticks) {
    const [middle, half] = [axisPosition(axis, value) * length, textWidth(label) / 2];
    if (middle - half < end + gap) return false;
    end = middle + half;
  }
  return true;
}

/** Between two labels, in units of the font size. */
const gap = 0.5;
