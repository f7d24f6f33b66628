import { randomUUID } from "node:crypto";
import type { Kernel } from "../jupyter/kernel.js";

/** A place in a cell's source, both 1-based. */
export interface SourcePosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Where in a failed cell's source tslab's error comes from, or null where that cannot be told.
 *
 * Type and syntax errors carry their place. The stack of a run-time error has places in the JavaScript that tslab
 * generated; that is fetched from the kernel, and the place found by aligning both texts.
 */
export async function locateTslabError(
  kernel: Kernel,
  source: string,
  stderr: string,
): Promise<SourcePosition | null> {
  const diagnostic = /^(\d+):(\d+) - /.exec(stderr);
  if (diagnostic !== null) {
    const [line = 0, column = 0] = diagnostic.slice(1).map(Number);
    return isWithin(source, line, column) ? { line, column } : null;
  }
  if (!stderr.includes("evalmachine.<anonymous>:")) return null;
  const generated = await fetchGeneratedCode(kernel).catch(() => null);
  const place = generated === null ? null : topLevelFrame(stderr, generated);
  return generated === null || place === null ? null : alignPosition(source, generated, place);
}

/** An error's text without the stack frames of tslab itself, which say nothing about the notebook. */
export function withoutTslabFrames(text: string): string {
  return text
    .split("\n")
    .filter((line) => !/^\s+at .*(?:node_modules\/tslab\/|\(node:vm:)/.test(line))
    .join("\n");
}

/**
 * The place of the cell's own statement in a stack: the frame next to tslab's. Frames further in may belong to
 * functions of earlier cells, which carry the same file name.
 */
export function topLevelFrame(stack: string, generated: string): SourcePosition | null {
  const frames = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const outside = frames.findIndex((frame) => /sigintHandlersWrap|node_modules\/tslab\//.test(frame));
  if (outside === -1) return null;
  const lines = generated.split("\n");
  for (const frame of frames.slice(0, outside).reverse()) {
    const place = /^\s+at (?:async )?evalmachine\.<anonymous>:(\d+):(\d+)$/.exec(frame);
    if (place === null) return null;
    const [line = 0, column = 0] = place.slice(1).map(Number);
    // The outermost frame is the call of the function around the cell.
    if (!lines[line - 1]?.startsWith("})(__tslab__")) return { line, column };
  }
  return null;
}

interface Token {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** At most this many pairs of tokens are compared; a longer cell gets no mark. */
const alignmentLimit = 20_000_000;

/**
 * The place in `source` that a place in the JavaScript generated from it stands for: both are split into tokens
 * and aligned by their longest common subsequence, since compiling drops types and adds module code, but keeps
 * the order. Null where fewer than half of the words of the generated line are found. Time and memory O(n · m).
 */
export function alignPosition(
  source: string,
  generated: string,
  place: SourcePosition,
): SourcePosition | null {
  const from = tokenize(generated);
  const to = tokenize(source);
  if (from.length * to.length > alignmentLimit) return null;
  const partners = align(from, to);
  const words = [...from.keys()].filter(
    (i) => from[i]?.line === place.line && /^[\w$"'`]/.test(from[i].text),
  );
  const found = words.filter((i) => partners.has(i));
  if (found.length * 2 < words.length) return null;
  const nearest = found.find((i) => (from[i]?.column ?? 0) >= place.column);
  const partner = nearest === undefined ? undefined : partners.get(nearest);
  return partner === undefined ? null : { line: partner.line, column: partner.column };
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

/** The JavaScript of the cell that the kernel ran last: V8's inspector still has it. */
async function fetchGeneratedCode(kernel: Kernel): Promise<string | null> {
  const marker = randomUUID();
  let printed = "";
  await kernel.execute(
    `{
  const inspector: any = (globalThis as any).__tslab__.require("node:inspector");
  const session = new inspector.Session();
  session.connect();
  const sources: string[] = [];
  session.on("Debugger.scriptParsed", ({ params: { url, scriptId } }: any) => {
    if (url !== "evalmachine.<anonymous>") return;
    session.post("Debugger.getScriptSource", { scriptId }, (_: any, reply: any) => sources.push(reply.scriptSource));
  });
  session.post("Debugger.enable");
  session.disconnect();
  console.log("${marker}" + JSON.stringify(sources.at(-2)));
}`,
    {
      timeoutSeconds: 5,
      onOutput: ({ content }) => {
        printed += content["text"] ?? "";
      },
    },
  );
  const start = printed.indexOf(marker);
  return start === -1 ? null : JSON.parse(printed.slice(start + marker.length));
}

function isWithin(source: string, line: number, column: number): boolean {
  const text = source.split("\n")[line - 1];
  return text !== undefined && column >= 1 && column <= text.length + 1;
}
