import { readFileSync } from "node:fs";
import type ts from "typescript";
import type { MimeBundle } from "../../../core/jupyter-display.js";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** What is known of a name, for people: its type, and what its author says about it. */
export function documentationBundle(info: ts.QuickInfo, comment: string): MimeBundle {
  const type = (info.displayParts ?? []).map(({ text }) => text).join("");
  const said = [
    ...(info.documentation ?? []).map(({ text }) => text),
    ...(info.tags ?? []).map(({ name, text = [] }) => `@${name} ${text.map((part) => part.text).join("")}`),
  ].join("\n");
  const words = said === "" ? comment : said;
  return {
    "text/markdown": `\`\`\`typescript\n${type}\n\`\`\`\n${words}`.trimEnd(),
    "text/plain": `${type}${words === "" ? "" : `\n\n${words}`}`,
  };
}

/**
 * The doc comment before a declaration, read from its file: the compiler has seen blanks in its place.
 *
 * @param start - where the declaration begins, with what stands before it
 */
export function commentBefore(file: string, start: number): string {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return "";
  }
  const range = compiler
    .getLeadingCommentRanges(text, start)
    ?.findLast(({ pos }) => text.startsWith("/**", pos));
  if (range === undefined) return "";
  return text
    .slice(range.pos + 3, range.end - 2)
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, "").trimEnd())
    .join("\n")
    .trim();
}
