/** One entry as the protocol has it: session, number of the cell, its input, or input and output. */
export type HistoryEntry = readonly [
  session: number,
  count: number,
  input: string | readonly [string, string | null],
];

/** What a history_request asks for, as it comes: nothing of it is certain. */
export type HistoryQuery = Readonly<Record<string, unknown>>;

interface PastCell {
  readonly count: number;
  readonly input: string;
  output: string | null;
}

/** The cells of this kernel's life. There is one session; nothing is kept on disk. */
export class History {
  readonly #cells: PastCell[] = [];

  add(count: number, input: string): void {
    this.#cells.push({ count, input, output: null });
  }

  /** Keeps the text of the last cell's result. */
  setOutput(output: string): void {
    const last = this.#cells.at(-1);
    if (last !== undefined) last.output = output;
  }

  /** The entries for a request: the last `n`, a range of this session, or those that match a glob pattern. */
  find(query: HistoryQuery): HistoryEntry[] {
    const { hist_access_type: type, output, n } = query;
    const most = typeof n === "number" && n > 0 ? Math.floor(n) : Number.POSITIVE_INFINITY;
    const cells =
      type === "range" ? this.#range(query) : type === "search" ? this.#search(query) : this.#cells;
    const shown = type === "range" || most >= cells.length ? cells : cells.slice(-most);
    return shown.map((cell) => [1, cell.count, output === true ? [cell.input, cell.output] : cell.input]);
  }

  #range({ session, start, stop }: HistoryQuery): readonly PastCell[] {
    // 0 is the current session in the protocol; there was none before.
    if (session !== undefined && session !== 0 && session !== 1) return [];
    const from = typeof start === "number" ? start : 0;
    const to = typeof stop === "number" ? stop : Number.POSITIVE_INFINITY;
    return this.#cells.filter(({ count }) => count >= from && count < to);
  }

  #search({ pattern, unique }: HistoryQuery): readonly PastCell[] {
    const matcher = globMatcher(typeof pattern === "string" ? pattern : "*");
    const found = this.#cells.filter(({ input }) => matcher.test(input));
    if (unique !== true) return found;
    return found.filter(({ input }, i) => found.findLastIndex((other) => other.input === input) === i);
  }
}

/** `*` stands for any text, `?` for one character. */
function globMatcher(pattern: string): RegExp {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replace(/\*+/g, "[^]*")
    .replaceAll("?", "[^]");
  return new RegExp(`^${source}$`);
}
