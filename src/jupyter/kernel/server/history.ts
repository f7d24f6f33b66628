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
    const { output } = query;
    const shown = this.#select(query);
    return shown.map((cell) => [1, cell.count, output === true ? [cell.input, cell.output] : cell.input]);
  }

  #select(query: HistoryQuery): readonly PastCell[] {
    switch (query.hist_access_type) {
      case "range":
        return this.#range(query);
      case "tail":
        return lastOf(this.#cells, query.n);
      case "search":
        return lastOf(this.#search(query), query.n);
      default:
        return [];
    }
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

/** The last n, all where n is no count. */
function lastOf(cells: readonly PastCell[], n: unknown): readonly PastCell[] {
  return typeof n === "number" && n >= 0 ? cells.slice(Math.max(0, cells.length - Math.floor(n))) : cells;
}

/** `*` stands for any text, `?` for one character, `[a-z]` for one of these and `[^a-z]` for none of them. */
function globMatcher(pattern: string): RegExp {
  const source = pattern.replace(/\*+|\?|\[\^?\]?[^\]]*\]|[\\^$.+(){}|[\]]/g, (part) => {
    if (part.startsWith("*")) return "[^]*";
    if (part === "?") return "[^]";
    return part.length > 1 ? `[${part.slice(1, -1).replace(/[\\[\]]/g, "\\$&")}]` : `\\${part}`;
  });
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A range that runs backwards holds nothing.
    return /(?!)/;
  }
}
