import { wrapText } from "./wrap-text.js";

/** How many columns of a terminal a text takes: two for East Asian characters and pictographs, none for combining marks. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += isWide(character.codePointAt(0)!) ? 2 : 1;
  }
  return columns;
}

function isWide(code: number): boolean {
  return (
    (code >= 0x1100 && code <= 0x115f) ||
    (code >= 0x2e80 && code <= 0xffdc && !(code >= 0xd7ff && code <= 0xf8ff)) ||
    code >= 0x1f300
  );
}

/** A text at a column. */
export interface PlacedText {
  readonly column: number;
  readonly text: string;
}

/** A line with texts at their columns; one that would touch the text before it is left out. */
export function placedLine(texts: readonly PlacedText[], columns: number): string {
  let line = "";
  for (const { column, text: whole } of texts.toSorted((a, b) => a.column - b.column)) {
    const [text = ""] = wrapText(whole, { width: columns, lines: 1, measure: columnsOf });
    const start = Math.max(0, Math.min(column, columns - columnsOf(text)));
    const used = columnsOf(line);
    if (used > 0 && start <= used) continue;
    line += " ".repeat(start - used) + text;
  }
  return line.trimEnd();
}
