import { randomUUID } from "node:crypto";
import type { Kernel } from "../jupyter/kernel.js";
import { alignPosition, type SourcePosition } from "./align-position.js";

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

const framesShown = 10;

/** How V8 shows the line that threw, before the error itself. */
const generatedLine = /^evalmachine\.<anonymous>:\d+\n.*\n[ \t]*\^+\n+/m;
const kernelFrame = /node_modules\/tslab\/|\(node:vm:/;

/**
 * An error's text with the first ten frames of its stack. Left out are tslab's own frames, which say nothing about the
 * notebook, and, where the place in the cell is known, what tells the place in the JavaScript generated from it.
 */
export function shortenStack(text: string, isPlaced: boolean): string {
  const kept: string[] = [];
  let frames = 0;
  for (const line of (isPlaced ? text.replace(generatedLine, "") : text).split("\n")) {
    const isOurs = kernelFrame.test(line) || (isPlaced && line.includes("evalmachine.<anonymous>"));
    if (!/^\s+at /.test(line) || (!isOurs && ++frames <= framesShown)) kept.push(line);
    // After the last frame come the error's properties, in braces.
    else if (line.endsWith(" {")) kept.push(`${kept.pop() ?? ""} {`.replace(/^ \{/, "{"));
  }
  return kept.join("\n");
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

/** The JavaScript of the cell that the kernel ran last: V8's inspector still has it. */
async function fetchGeneratedCode(kernel: Kernel): Promise<string | null> {
  const marker = randomUUID();
  let printed = "";
  await kernel.execute(
    `{
  const inspector: any = (globalThis as any).__tslab__.require("node:inspector");
  const session = new inspector.Session();
  session.connect();
  const cells: number[] = [];
  session.on("Debugger.scriptParsed", ({ params: { url, scriptId } }: any) => {
    if (url === "evalmachine.<anonymous>") cells.push(Number(scriptId));
  });
  session.post("Debugger.enable");
  const scriptId = String(cells.sort((one, other) => one - other).at(-2));
  session.post("Debugger.getScriptSource", { scriptId }, (_: any, reply: any) => {
    console.log("${marker}" + JSON.stringify(reply?.scriptSource ?? null));
  });
  session.disconnect();
}`,
    {
      timeoutSeconds: 5,
      onOutput: ({ content }) => {
        printed += content.text ?? "";
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
