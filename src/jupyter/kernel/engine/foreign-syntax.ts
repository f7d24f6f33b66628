// Conditions broken over lines begin with a question mark or an exclamation mark as well, but indented.
const magic = /^%{1,2}[a-zA-Z]/;
const command = /^!\s*(\S.*)$/;
const question = /^(?:\?{1,2}\s*[\w$.]+|[\w$.]+\s*\?{1,2})\s*$/;

/**
 * What to write instead of what Jupyter's Python has; null if there is none of that.
 *
 * @param line - the first one of which the compiler complains
 */
export function hintOnForeignSyntax(line: string): string | null {
  if (magic.test(line)) return "Cells are TypeScript: lines with % are IPython's and mean nothing here.";
  const [, words] = command.exec(line) ?? [];
  if (words !== undefined)
    return `Cells are TypeScript; for a command: import { execSync } from "node:child_process"; execSync(${JSON.stringify(words.trim())}, { encoding: "utf8" })`;
  if (question.test(line))
    return "Cells are TypeScript; for help put the cursor on the name and press Shift-Tab.";
  return null;
}
