import { textWidth } from "../typeface/text-width.js";

/** How {@link wrapText} breaks a text. */
export interface WrapOptions {
  /** In units of the font size. */
  readonly width: number;
  /** At most so many lines; what does not fit is replaced by an ellipsis. */
  readonly lines: number;
  readonly weight?: 400 | 600;
  /** Width of a text in the unit of `width`; default: as in Inter of that weight. */
  readonly measure?: (text: string) => number;
}

/** A text in lines that fit a width; longer words are cut. */
export function wrapText(text: string, options: WrapOptions): readonly string[] {
  const { width, lines, weight = 400, measure = (line) => textWidth(line, weight) } = options;
  if (lines === 1) return text.trim() === "" ? [] : [cutText(text.trim(), options)];
  const fits = (line: string): boolean => measure(line) <= width;
  // A number and its per cent sign stay together.
  const words = text.split(/ (?!%)/).filter((word) => word !== "");
  const done: string[] = [];
  let line = "";
  for (let word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") done.push(line);
    while (!fits(word) && done.length < lines) {
      const head = breakablePrefix(longestPrefix(word, fits));
      done.push(head);
      word = word.slice(head.length);
    }
    line = word;
  }
  if (line !== "") done.push(line);
  if (done.length <= lines) return done;
  const kept = done.slice(0, lines);
  const last = kept[lines - 1]!;
  kept[lines - 1] = `${longestPrefix(last, (prefix) => fits(`${prefix}…`)).trimEnd()}…`;
  return kept;
}

/** A text on one line; what does not fit is cut wherever the line ends, and replaced by an ellipsis. */
export function cutText(text: string, options: Omit<WrapOptions, "lines">): string {
  const { width, weight = 400, measure = (line: string) => textWidth(line, weight) } = options;
  if (measure(text) <= width) return text;
  return `${longestPrefix(text, (prefix) => measure(`${prefix}…`) <= width).trimEnd()}…`;
}

/** A title in lines of about the same length. */
export function balanceText(text: string, options: WrapOptions): readonly string[] {
  const lines = wrapText(text, options);
  if (lines.length < 2) return lines;
  let best = lines;
  for (let width = options.width * 0.96; ; width *= 0.96) {
    const narrower = wrapText(text, { ...options, width });
    if (narrower.length > lines.length || narrower.at(-1)!.endsWith("…")) return best;
    best = narrower;
  }
}

/**
 * Labels of parts, such as "smt on, task 1", panel by panel: each on one line if all of them fit, else each part on a line of
 * its own, so that all labels of a figure look alike.
 */
export function wrapLabels(
  panels: readonly (readonly string[])[],
  options: WrapOptions,
): readonly (readonly (readonly string[])[])[] {
  const wrap = (text: string): readonly string[] => wrapText(text, options);
  if (panels.flat().every((label) => wrap(label).length <= 1))
    return panels.map((labels) => labels.map(wrap));
  return panels.map((labels) =>
    labels.map((label) => {
      const parts = label.split(", ").flatMap(wrap);
      return parts.length <= options.lines ? parts : wrap(label);
    }),
  );
}

/** Up to the last mark between parts of a name, such as "/" or "-", if that keeps at least half of the text. */
function breakablePrefix(text: string): string {
  const end = Math.max(...["/", "-", "_", ".", ":"].map((mark) => text.lastIndexOf(mark))) + 1;
  return end >= text.length / 2 ? text.slice(0, end) : text;
}

/** At least one character, whole code points only. */
function longestPrefix(text: string, fits: (prefix: string) => boolean): string {
  const characters = Array.from(text);
  let count = characters.length;
  while (count > 1 && !fits(characters.slice(0, count).join(""))) count--;
  return characters.slice(0, count).join("");
}
