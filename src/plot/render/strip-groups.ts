import type { Strip } from "../figure-model.js";

/** Neighbouring strips of one group, and the line below them, on the strip axis. */
export interface StripGroupSpan {
  readonly group: string;
  readonly from: number;
  readonly to: number;
}

/** Groups of an axis of strips, those without a name left out. */
export function stripGroups(strips: readonly Strip[]): readonly StripGroupSpan[] {
  const spans: { group: string; from: number; to: number }[] = [];
  strips.forEach(({ group, at }, index) => {
    const last = spans.at(-1);
    // About the middle of the dots, as far as the strip has room on both sides.
    const half = 0.46 - Math.abs(at - index);
    if (last !== undefined && strips[index - 1]!.group === group) last.to = at + half;
    else spans.push({ group, from: at - half, to: at + half });
  });
  return spans.filter(({ group }) => group !== "");
}
