import Anser from "anser";
import { escapeHtml } from "../../core/escape-html.js";

/**
 * What a terminal shows of a text, as HTML: colours and weights by class (the page has them for light and dark), lines
 * that were written over by a carriage return as they ended, and no other control sequence.
 */
export function terminalHtml(text: string): string {
  const chunks = Anser.ansiToJson(asWritten(text), { json: true, use_classes: true, remove_empty: true });
  return chunks.map(chunkHtml).join("");
}

// biome-ignore-start lint/suspicious/noControlCharactersInRegex: control sequences are what this is about
const hyperlinks = /\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)/g;
const otherSequences = /\u001b\[[0-?]*[ -/]*[@-ln-~]|\u001b[^[]/g;
const controls = /[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f]/g;
// biome-ignore-end lint/suspicious/noControlCharactersInRegex: see above

function asWritten(text: string): string {
  return text
    .replace(/\r+\n/g, "\n")
    .split("\n")
    .map((line) => line.replace(/\r+$/, "").split("\r").at(-1) ?? "")
    .join("\n")
    .replace(hyperlinks, "")
    .replace(otherSequences, "")
    .replace(controls, "");
}

function chunkHtml(chunk: Anser.AnserJsonEntry): string {
  // What is left of a sequence that was cut off.
  const content = escapeHtml(chunk.content.replaceAll("\u001b", ""));
  const classes = [...chunk.decorations.map((decoration) => `ansi-${decoration}`)];
  const styles: string[] = [];
  for (const [side, color, exact] of [
    ["color", chunk.fg, chunk.fg_truecolor],
    ["background-color", chunk.bg, chunk.bg_truecolor],
  ] as const) {
    const rgb = color === "ansi-truecolor" ? exact : paletteColor(color);
    if (rgb !== null) styles.push(`${side}:rgb(${rgb})`);
    else if (color) classes.push(side === "color" ? color : `${color}-bg`);
  }
  if (classes.length + styles.length === 0) return content;
  const attributes = [
    classes.length === 0 ? "" : ` class="${escapeHtml(classes.join(" "))}"`,
    styles.length === 0 ? "" : ` style="${escapeHtml(styles.join(";"))}"`,
  ];
  return `<span${attributes.join("")}>${content}</span>`;
}

/** Red, green and blue of one of the 240 colours above the first 16, which are the page's: xterm's cube and greys. */
function paletteColor(color: string | null): string | null {
  const [, digits] = /^ansi-palette-(\d+)$/.exec(color ?? "") ?? [];
  if (digits === undefined) return null;
  const index = Number(digits) - 16;
  if (index >= 216)
    return Array(3)
      .fill(8 + 10 * (index - 216))
      .join(", ");
  return [36, 6, 1]
    .map((step) => Math.floor(index / step) % 6)
    .map((level) => (level === 0 ? 0 : 55 + 40 * level))
    .join(", ");
}
