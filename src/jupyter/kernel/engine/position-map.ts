import { SourceMap } from "node:module";

/** A place in a text; both count from 1. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

/** Finds the place in the user's TypeScript that a place in the generated JavaScript came from. */
export type PositionMap = (line: number, column: number) => TextPosition | null;

/** What a column was before a text was changed; both count from 0. */
export type ColumnMap = (line: number, column: number) => number;

/**
 * The way back through several compilations.
 *
 * @param maps - source maps (JSON), the last compilation first
 * @param columnOf - what was changed before the last compilation
 * @param linesBefore - lines that the compiler saw before the user's first one
 */
export function createPositionMap(
  maps: readonly string[],
  columnOf: ColumnMap,
  linesBefore: number,
): PositionMap {
  // Decoded when the first error asks.
  let decoded: readonly SourceMap[] | null = null;
  return (line, column) => {
    decoded ??= maps.map((json) => new SourceMap(JSON.parse(json)));
    let place = { line: line - 1, column: column - 1 };
    for (const [i, map] of decoded.entries()) {
      const entry = map.findEntry(place.line, place.column);
      if (!("originalLine" in entry)) return null;
      const { originalLine: line, originalColumn: column } = entry;
      place = { line, column: i === 0 ? columnOf(line, column) : column };
    }
    const original = { line: place.line + 1 - linesBefore, column: place.column + 1 };
    return original.line >= 1 ? original : null;
  };
}
