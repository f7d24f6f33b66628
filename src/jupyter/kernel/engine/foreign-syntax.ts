const magic = /^\s*%{1,2}[a-zA-Z]/m;
const command = /^\s*!\s*(\S.*)$/m;
const question = /^\s*(?:\?{1,2}\s*([\w$.]+)|([\w$.]+)\s*\?{1,2})\s*$/m;

/** What to write in a cell that the compiler refuses instead of what Jupyter's Python has; null if there is none of that. */
export function hintOnForeignSyntax(code: string): string | null {
  if (magic.test(code)) return "Cells are TypeScript: lines with % are IPython's and mean nothing here.";
  const [, words] = command.exec(code) ?? [];
  if (words !== undefined)
    return `Cells are TypeScript; for a command: import { execSync } from "node:child_process"; execSync(${JSON.stringify(words.trim())}, { encoding: "utf8" })`;
  if (question.test(code))
    return "Cells are TypeScript; for help put the cursor on the name and press Shift-Tab.";
  return null;
}
