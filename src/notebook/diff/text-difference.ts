import { stripVTControlCharacters } from "node:util";
import { structuredPatch } from "diff";
import { type DiffLine, note } from "./diff-line.js";

/** Unchanged lines shown around a change. */
const context = 2;
/** Texts with more changed lines than this are not compared line by line, which would take time without end. */
const mostChanges = 2_000;
const longestLine = 160;

/** Two texts as a unified diff, with what would not be seen made visible; colours count only if nothing else differs. */
export function textDifference(file: string, run: string): readonly DiffLine[] {
  const plain = [file, run].map(stripVTControlCharacters) as [string, string];
  const [before, after] = plain[0] === plain[1] ? [file, run] : plain;
  // That both end without a line end is usual, and not worth a word.
  const end = before.endsWith("\n") || after.endsWith("\n") ? "" : "\n";
  const options = { context, maxEditLength: mostChanges };
  const patch = structuredPatch("", "", withEnd(before, end), withEnd(after, end), "", "", options);
  if (patch === undefined) return tooDifferent(before, after);
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    note(`@@ -${range(oldStart, oldLines)} +${range(newStart, newLines)} @@`),
    ...shortenLines(lines.map(toDiffLine)),
  ]);
}

function withEnd(text: string, end: string): string {
  return text === "" ? "" : `${text}${end}`;
}

/** As a unified diff has it: no lines stand after line 0. */
function range(start: number, lines: number): string {
  return `${lines === 0 ? start - 1 : start},${lines}`;
}

const kinds: Readonly<Record<string, DiffLine["kind"]>> = { "-": "file", "+": "run", " ": "same" };

function toDiffLine(line: string): DiffLine {
  const kind = kinds[line.charAt(0)];
  return kind === undefined ? note("(no line end there)") : { kind, text: visible(line.slice(1)) };
}

/** Control characters as JSON writes them, and spaces at the end as dots. */
function visible(line: string): string {
  return (
    line
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a terminal
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (character) =>
        JSON.stringify(character).slice(1, -1),
      )
      .replace(/ +$/, (spaces) => "·".repeat(spaces.length))
  );
}

function tooDifferent(file: string, run: string): readonly DiffLine[] {
  const [before, after] = [file, run].map((text) => text.split("\n")) as [string[], string[]];
  const at = before.findIndex((line, index) => line !== after[index]);
  return [
    note(
      `nearly every line differs, of ${before.length} in the file and ${after.length} in the run; the first is line ${at + 1}`,
    ),
    ...shortenLines([
      { kind: "file", text: visible(before[at] ?? "") },
      { kind: "run", text: visible(after[at] ?? "") },
    ]),
  ];
}

/** Long lines are cut to where the line of the file and the one that replaces it begin to differ. */
function shortenLines(lines: readonly DiffLine[]): readonly DiffLine[] {
  return lines.map((line) => {
    if (line.text.length <= longestLine) return line;
    const partner = line.kind === "same" || line.kind === "note" ? undefined : partnerOf(lines, line);
    const differs = partner === undefined ? 0 : commonPrefix(line.text, partner.text);
    const start = Math.max(0, Math.min(differs - longestLine / 4, line.text.length - longestLine));
    const end = start + longestLine;
    const [before, after] = [start > 0 ? "…" : "", end < line.text.length ? "…" : ""];
    return { ...line, text: `${before}${line.text.slice(start, end)}${after}` };
  });
}

/** In a block of removed lines that a block of added ones follows: the line at the same place of the other block. */
function partnerOf(lines: readonly DiffLine[], line: DiffLine): DiffLine | undefined {
  const texts = lines.filter(({ kind }) => kind !== "note");
  const [start, end] = blockAround(texts, texts.indexOf(line));
  const block = texts.slice(start, end);
  const [removed, added] = (["file", "run"] as const).map((side) =>
    block.filter(({ kind }) => kind === side),
  );
  return line.kind === "file" ? added?.[removed?.indexOf(line) ?? -1] : removed?.[added?.indexOf(line) ?? -1];
}

/** The first and the end of the changed lines around one of them. */
function blockAround(lines: readonly DiffLine[], index: number): [number, number] {
  let [start, end] = [index, index];
  while (start > 0 && lines[start - 1]?.kind !== "same") start -= 1;
  while (end < lines.length && lines[end]?.kind !== "same") end += 1;
  return [start, end];
}

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
