import { escapeHtml } from "../../core/escape-html.js";

/** Colours of terminals as notebooks name them, with a fallback that is legible on light and dark ground. */
const colors: Readonly<Record<number, string>> = {
  30: "#7f7f7f",
  31: "#d13438",
  32: "var(--jp-mirror-editor-string-color, #22863a)",
  33: "var(--jp-mirror-editor-number-color, #b76e00)",
  34: "#2f7bd9",
  35: "#a64dc2",
  36: "var(--jp-mirror-editor-def-color, #0f8a8a)",
  37: "inherit",
  90: "var(--jp-mirror-editor-comment-color, #7f7f7f)",
};

/** A text with a terminal's colours as HTML: everything foreign escaped, colours as spans, other codes dropped. */
export function ansiToHtml(text: string): string {
  let color: string | null = null;
  let bold = false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the codes begin with one
  const parts = text.split(/\u001b\[([\d;]*)([A-Za-z])/);
  let html = "";
  for (let i = 0; i < parts.length; i += 3) {
    const part = escapeHtml(parts[i] ?? "");
    const style = [...(color === null ? [] : [`color: ${color}`]), ...(bold ? ["font-weight: bold"] : [])];
    if (part !== "") html += style.length === 0 ? part : `<span style="${style.join("; ")}">${part}</span>`;
    if (parts[i + 2] !== "m") continue;
    for (const code of (parts[i + 1] || "0").split(";").map(Number)) {
      if (code === 1 || code === 22) bold = code === 1;
      if (code === 0) [color, bold] = [null, false];
      else if (code === 39) color = null;
      else color = colors[code] ?? colors[code - 60] ?? color;
    }
  }
  return html;
}
