import { isDeepStrictEqual } from "node:util";
import type { JsonObject, NotebookOutput } from "../notebook-document.js";
import { type DiffLine, firstLines, note } from "./diff-line.js";
import { htmlText } from "./html-text.js";
import { imageDifference } from "./image-difference.js";
import { jsonDifference } from "./json-difference.js";
import { textDifference } from "./text-difference.js";

const mostLines = 40;
/** Of an output that only one side has, enough to recognise it. */
const linesOfOne = 6;

/** What an output is: "stdout", "error", or its formats. */
export function outputName(output: NotebookOutput): string {
  if (output.output_type === "stream") return output.name;
  return output.output_type === "error" ? "error" : Object.keys(output.data).sort().join(", ");
}

/** How two outputs that stand at the same place differ; empty if they are the same. */
export function outputDifference(file: NotebookOutput, run: NotebookOutput): readonly DiffLine[] {
  if (isDeepStrictEqual(file, run)) return [];
  const [before, after] = [formats(file), formats(run)];
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const differing = all.filter((format) => !isDeepStrictEqual(before[format], after[format]));
  const both = differing.filter((format) => format in before && format in after);
  const told = both.filter((format) => !both.some((better) => tellsTheSame.get(better)?.includes(format)));
  const untold = both.filter((format) => !told.includes(format));
  const lines = [
    ...differing
      .filter((format) => !(format in after))
      .map((format) => note(`${format} is only in the file`)),
    ...differing
      .filter((format) => !(format in before))
      .map((format) => note(`${format} is only in the fresh run`)),
    ...told.flatMap((format) => [
      ...(told.length > 1 && !isImage(format) ? [note(format)] : []),
      ...firstLines(formatDifference(format, before[format], after[format]), mostLines),
    ]),
    ...(untold.length === 0
      ? []
      : [note(`${untold.join(", ")} ${untold.length === 1 ? "differs" : "differ"} as well`)]),
  ];
  return lines.length > 0 ? lines : jsonDifference(file, run);
}

/** The beginning of an output that the other side does not have. */
export function outputExcerpt(output: NotebookOutput, kind: "file" | "run"): readonly DiffLine[] {
  const [text] = Object.entries(formats(output)).flatMap(([format, value]) => {
    if (typeof value !== "string" || isImage(format)) return [];
    return [format === "text/html" ? htmlText(value) : value];
  });
  const lines = textDifference("", text ?? "").filter((line) => line.kind === "run");
  return firstLines(lines, linesOfOne).map((line) => (line.kind === "run" ? { ...line, kind } : line));
}

/** A format → those that show the same thing and need not be compared as well. */
const tellsTheSame: ReadonlyMap<string, readonly string[]> = new Map([
  ["image/png", ["image/svg+xml", "text/plain"]],
  ["text/plain", ["text/html", "text/markdown"]],
]);

/** The contents of an output by format; metadata stand among them, since they can differ as well. */
function formats(output: NotebookOutput): JsonObject {
  if (output.output_type === "stream") return { [output.name]: output.text };
  if (output.output_type === "error") {
    const { ename, evalue, traceback } = output;
    return { error: traceback.length > 0 ? traceback.join("\n") : `${ename}: ${evalue}` };
  }
  return Object.keys(output.metadata).length === 0
    ? output.data
    : { ...output.data, metadata: output.metadata };
}

function formatDifference(format: string, file: unknown, run: unknown): readonly DiffLine[] {
  if (typeof file !== "string" || typeof run !== "string") return jsonDifference(file, run);
  if (isImage(format)) return [note(imageDifference(format, file, run))];
  if (format === "image/svg+xml") return textDifference(...elementsAsLines(file, run));
  if (format !== "text/html") return textDifference(file, run);
  const [before, after] = [htmlText(file), htmlText(run)];
  return before === after ? textDifference(...elementsAsLines(file, run)) : textDifference(before, after);
}

function isImage(format: string): boolean {
  return format.startsWith("image/") && format !== "image/svg+xml";
}

function elementsAsLines(file: string, run: string): [string, string] {
  return [file.replaceAll("><", ">\n<"), run.replaceAll("><", ">\n<")];
}
