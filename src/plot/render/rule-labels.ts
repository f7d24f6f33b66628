import { axisPosition } from "../axis-position.js";
import type { Panel, RuleMark } from "../figure-model.js";
import { textWidth } from "../typeface/text-width.js";

/** The label of a boundary, and where it stands. */
export interface RuleLabel {
  readonly rule: RuleMark;
  /** 0 is the uppermost. */
  readonly line: number;
  /** Left of its boundary. */
  readonly before: boolean;
}

/** Labels of neighbouring boundaries stand on different lines, at most so many. */
export const mostRuleLines = 4;

/** Between a boundary and its label, and a label and the next, in units of the font size. */
const gap = 0.6;

/**
 * Where the labels of boundaries stand: each beside its own, on the first line where it meets no other; those that fit
 * nowhere are left out, so the order of the marks is that of their importance.
 *
 * @param length - of the x axis, in units of the font size
 */
export function placeRuleLabels(
  { x, marks }: Panel,
  length: number,
): { readonly labels: readonly RuleLabel[]; readonly lines: number } {
  if (x.kind !== "number") return { labels: [], lines: 0 };
  const rules = marks.filter((mark): mark is RuleMark => mark.kind === "rule" && mark.label !== "");
  const taken: { line: number; from: number; to: number }[] = [];
  const labels: RuleLabel[] = [];
  for (const rule of rules) {
    const place = axisPosition(x, rule.at) * length;
    const needed = textWidth(rule.label, 600) + gap;
    const fits = { left: needed <= place, right: needed <= length - place };
    const before = (rule.side === "left" && fits.left) || (!fits.right && place > length / 2);
    const [from, to] = before ? [place - needed, place] : [place, place + needed];
    const isFree = (line: number): boolean =>
      taken.every((other) => other.line !== line || from >= other.to + gap || to + gap <= other.from);
    const line = Array.from({ length: mostRuleLines }, (_, i) => i).find(isFree);
    if (line === undefined) continue;
    taken.push({ line, from, to });
    labels.push({ rule, line, before });
  }
  return { labels, lines: Math.max(0, ...labels.map(({ line }) => line + 1)) };
}
