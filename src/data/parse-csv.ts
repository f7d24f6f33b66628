/** One record of a CSV file. */
export interface CsvRecord {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Text that is not CSV; who reads the file adds its name. */
export class CsvSyntaxError extends Error {
  override readonly name = "CsvSyntaxError";
  /** 1-based line on which the bad cell begins. */
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

/** What may stand between cells. */
export type CsvSeparator = "," | ";" | "\t";

/** One cell, quoted or plain, and what follows it: a separator, a line break or the end of the text. */
const cellPatterns: Readonly<Record<CsvSeparator, RegExp>> = {
  ",": /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|$)/y,
  ";": /(?:"([^"]*(?:""[^"]*)*)"|([^";\r\n]*))(;|\r?\n|$)/y,
  "\t": /(?:"([^"]*(?:""[^"]*)*)"|([^"\t\r\n]*))(\t|\r?\n|$)/y,
};

/**
 * Reads CSV strictly, after RFC 4180: comma (or the separator given), double quotes (doubled inside quotes), LF or CRLF. A
 * quoted cell may hold separators and line breaks. Time and memory O(n).
 *
 * @throws {CsvSyntaxError} a quote stands inside a plain cell, or is never closed
 */
export function parseCsv(text: string, separator: CsvSeparator = ","): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const cellPattern = new RegExp(cellPatterns[separator]);
  let line = 1;
  let recordLine = line;
  let cells: string[] = [];
  while (cellPattern.lastIndex < text.length || cells.length > 0) {
    const start = cellPattern.lastIndex;
    const match = cellPattern.exec(text);
    if (match === null) throw new CsvSyntaxError(line, describeBadCell(text, start, separator));
    const [, quoted, plain = "", end] = match;
    cells.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (quoted !== undefined) line += quoted.split("\n").length - 1;
    if (end === separator) continue;
    records.push({ line: recordLine, cells });
    cells = [];
    line += 1;
    recordLine = line;
  }
  return records;
}

function describeBadCell(text: string, start: number, separator: CsvSeparator): string {
  const names = { ",": "comma", ";": "semicolon", "\t": "tab" };
  return text[start] === '"'
    ? `needs a closing quote before a ${names[separator]} or a line break, got none`
    : "needs quotes around a cell that holds a quote or a carriage return, got none";
}
