/**
 * A text with its doc comments replaced by blanks of the same length, so that every place in it stays where it is.
 * The compiler spends a third of its start on comments of the standard library that nobody asked for;
 * `documentation-at` reads them from the original file when somebody does.
 */
export function blankComments(text: string): string {
  let blanked = "";
  let at = 0;
  for (;;) {
    const start = text.indexOf("/**", at);
    const end = start === -1 ? -1 : text.indexOf("*/", start + 3);
    if (end === -1) return blanked + text.slice(at);
    blanked += text.slice(at, start) + text.slice(start, end + 2).replace(/[^\n]+/g, blank);
    at = end + 2;
  }
}

function blank(line: string): string {
  return " ".repeat(line.length);
}
