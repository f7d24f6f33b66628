import { type DisplayUnit, displayUnit } from "../data/display-unit.js";
import { rangeOf } from "./value-range.js";

type Numbers = Readonly<Float64Array>;

/** So many values are enough to choose a unit by. */
const enough = 5_000;
/** Panels whose typical values are further apart have a unit each. */
const farApart = 1e4;

/**
 * The unit of an axis that all samples share: that of {@link displayUnit}, of many values chosen by some of them, in an
 * even spread, and the extremes. Time O(n).
 *
 * @param samples - the values of each, one or more
 */
export function plotUnit(samples: readonly Numbers[], unit: string): DisplayUnit {
  const size = samples.reduce((total, { length }) => total + length, 0);
  const every = Math.max(1, Math.ceil(size / enough));
  const some = samples.flatMap((values) => [...rangeOf(values), ...values.filter((_, i) => i % every === 0)]);
  return displayUnit(some, unit);
}

/** The unit of each panel's axis: the same for all, unless their values are ten thousand times apart. */
export function panelUnits(panels: readonly (readonly Numbers[])[], unit: string): readonly DisplayUnit[] {
  const sizes = panels.map(typicalSize);
  const together = Math.max(...sizes) <= farApart * Math.min(...sizes);
  return panels.map((samples) => plotUnit(together ? panels.flat() : samples, unit));
}

function typicalSize(samples: readonly Numbers[]): number {
  return Math.max(
    ...samples.map((values) => {
      const every = Math.ceil(values.length / enough);
      const some = values.filter((_, i) => i % every === 0).map(Math.abs);
      return some.sort()[some.length >> 1]!;
    }),
  );
}
