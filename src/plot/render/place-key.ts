import type { KeyEntry } from "../figure-model.js";
import { textWidth } from "../typeface/text-width.js";
import { wrapText } from "./wrap-text.js";

/** An entry of the key in its place. */
export interface PlacedEntry {
  readonly entry: KeyEntry;
  /** The text, cut if it is long. */
  readonly text: string;
  /** Of its left end, in pixels. */
  readonly x: number;
  /** 0 is the uppermost. */
  readonly row: number;
}

/** Room for the sign of a mark, in pixels. */
export const keySign = 26;
/** Distance of rows, in units of the font size. */
export const keyLeading = 1.6;
/** A key of more rows would take the room of the figure. */
const mostRows = 3;

/** Entries of a key side by side, in as many rows as they need, up to three; of more, the last says how many are left out. */
export function placeKey(key: readonly KeyEntry[], width: number, fontSize: number): readonly PlacedEntry[] {
  const placed = inRows(key, width, fontSize);
  const shown = placed.filter(({ row }) => row < mostRows);
  const last = shown.at(-1);
  if (shown.length === placed.length || last === undefined) return placed;
  const text = `and ${placed.length - shown.length + 1} more`;
  return [...shown.slice(0, -1), { ...last, entry: { ...last.entry, text }, text }];
}

function inRows(key: readonly KeyEntry[], width: number, fontSize: number): readonly PlacedEntry[] {
  let [x, row] = [0, 0];
  return key.map((entry) => {
    const room = Math.min(longest, (width - keySign) / fontSize);
    const text = wrapText(entry.text, { width: room, lines: 1 })[0] ?? "";
    const needed = keySign + textWidth(text) * fontSize;
    if (x > 0 && x + needed > width) [x, row] = [0, row + 1];
    const place = { entry, text, x, row };
    x += needed + keySign;
    return place;
  });
}

/** In units of the font size. */
const longest = 44;
