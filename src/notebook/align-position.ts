/** A place in a cell's source, both 1-based. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/** Lines that compiling added to those of the cell. */
const addedLines =
  /^(?:exports\.[\w$]+ = [\w$.]+;|(?:exports\.[\w$]+ = )+void 0;|Object\.defineProperty\(exports, .*|\}\)\(__tslab__.*)$/gm;
/** Words that compiling added to a statement. */
const addedWords = /^(?:exports|tsLastExpr|default|0|[\w$]+_\d+)$/;
/** At most this many pairs of tokens are compared; a longer cell gets no mark. */
const alignmentLimit = 20_000_000;

/**
 * The place in `source` that a place in the JavaScript generated from it stands for: both are split into tokens
 * and aligned by their longest common subsequence, since compiling drops types and adds module code, but keeps
 * the order. Null where the texts have less than half in common, or the generated line has. Time and memory O(n · m).
 */
export function alignPosition(
  source: string,
  generated: string,
  place: SourcePosition,
): SourcePosition | null {
  // From the end, since the module code that must not be taken for the cell's stands at the beginning.
  const from = tokenize(generated.replace(addedLines, "")).reverse();
  const to = tokenize(source).reverse();
  if (from.length * to.length > alignmentLimit) return null;
  const partners = align(from, to);
  if (partners.size * 2 < to.length) return null;
  const words = [...from.entries()].filter(
    ([, { line, text }]) => line === place.line && /^[\w$"'`]/.test(text) && !addedWords.test(text),
  );
  const found = words.filter(([i]) => partners.has(i));
  if (found.length * 2 < words.length) return null;
  const nearest = found.findLast(([, { column }]) => column >= place.column);
  const partner = nearest === undefined ? undefined : partners.get(nearest[0]);
  return partner === undefined ? null : { line: partner.line, column: partner.column };
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

function tokenize(text: string): Token[] {
  const token =
    /\/\/.*|\/\*[\s\S]*?\*\/|[\w$]+|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|\S/g;
  const lineStarts = [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)];
  let line = 1;
  return [...text.matchAll(token)]
    .filter(([word]) => !/^\/[/*]/.test(word))
    .map((match) => {
      while ((lineStarts[line] ?? Infinity) <= match.index) line += 1;
      return { text: match[0], line, column: match.index - (lineStarts[line - 1] ?? 0) + 1 };
    });
}

/** Index in `from` → its token in `to`, for the longest common subsequence. */
function align(from: readonly Token[], to: readonly Token[]): Map<number, Token> {
  const width = to.length + 1;
  const longest = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i--) {
    for (let j = to.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        from[i]?.text === to[j]?.text ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const partners = new Map<number, Token>();
  let i = 0;
  for (const [j, token] of to.entries()) {
    while (i < from.length && from[i]?.text !== token.text && at(i + 1, j) === at(i, j)) i += 1;
    if (from[i]?.text === token.text && at(i, j) === at(i + 1, j + 1) + 1) {
      partners.set(i, token);
      i += 1;
    }
  }
  return partners;
}
