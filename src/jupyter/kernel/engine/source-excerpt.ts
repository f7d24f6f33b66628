const linesAround = 2;
const red = "\u001b[31m";
const grey = "\u001b[90m";
const bold = "\u001b[1m";
const reset = "\u001b[0m";

/** A stretch of a source; lines and columns count from 1, `endColumn` is the first one after it. */
export interface Mark {
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** The lines around a place, numbered, that line marked and the place underlined, with a terminal's colours. */
export function sourceExcerpt(source: string, mark: Mark): string {
  const lines = source.split("\n");
  const first = Math.max(1, mark.line - linesAround);
  const last = Math.min(lines.length, mark.line + linesAround);
  const width = String(last).length;
  const shown: string[] = [];
  for (let number = first; number <= last; number++) {
    const line = lines[number - 1] ?? "";
    const isMarked = number === mark.line;
    const gutter = `${isMarked ? `${red}>${reset}` : " "} ${grey}${String(number).padStart(width)} │${reset}`;
    shown.push(`${gutter} ${isMarked ? `${bold}${line}${reset}` : line}`.trimEnd());
    if (!isMarked) continue;
    const before = line.slice(0, mark.column - 1).replace(/[^\t]/g, " ");
    const length = Math.max(1, Math.min(mark.endColumn, line.length + 1) - mark.column);
    shown.push(`  ${" ".repeat(width)} ${grey}│${reset} ${before}${red}${"^".repeat(length)}${reset}`);
  }
  return shown.join("\n");
}
