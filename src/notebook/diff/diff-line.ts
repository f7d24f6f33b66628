/** A line of a difference: in the file only, in the fresh run only, in both, or about them. */
export interface DiffLine {
  readonly kind: "file" | "run" | "same" | "note";
  readonly text: string;
}

/** A remark among the lines of a difference. */
export function note(text: string): DiffLine {
  return { kind: "note", text };
}

/** The first lines, and how many more there are. */
export function firstLines(lines: readonly DiffLine[], most: number): readonly DiffLine[] {
  const more = lines.length - most;
  // One line more is shorter than the remark about it.
  if (more <= 1) return lines;
  return [...lines.slice(0, most), note(`… ${more.toLocaleString("en")} more lines`)];
}
