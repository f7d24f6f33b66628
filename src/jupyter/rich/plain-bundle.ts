import { inspect, stripVTControlCharacters } from "node:util";
import type { MimeBundle } from "../../core/jupyter-display.js";
import { ansiToHtml } from "./ansi-to-html.js";

const longestText = 20_000;
/** Of one text within a value; the note that it is cut must have room as well. */
const longestString = 10_000;

/**
 * A value as Node's own prompt shows it: a text of it, and, where it has structure, the same with colours as HTML.
 * What is too long for a notebook is cut, with a note how much is missing.
 */
export function plainBundle(value: unknown): MimeBundle {
  const colored = shorten(inspectSafely(value));
  const text = stripVTControlCharacters(colored);
  const isStructured = (typeof value === "object" && value !== null) || typeof value === "function";
  if (!isStructured || value instanceof Error) return { "text/plain": text };
  return { "text/html": `<pre>${ansiToHtml(colored)}</pre>`, "text/plain": text };
}

/** The text alone. */
export function plainText(value: unknown): string {
  return stripVTControlCharacters(shorten(inspectSafely(value)));
}

function inspectSafely(value: unknown): string {
  try {
    return inspect(value, { colors: true, depth: 4, maxStringLength: longestString });
  } catch (error) {
    return `[cannot be shown: ${error instanceof Error ? error.message : "its own description fails"}]`;
  }
}

function shorten(text: string): string {
  if (text.length <= longestText) return text;
  // Not within a colour code, and with the colours ended.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one
  const kept = text.slice(0, longestText).replace(/\u001b[^m]*$/, "");
  return `${kept}\u001b[0m\n… ${text.length - kept.length} more characters`;
}
