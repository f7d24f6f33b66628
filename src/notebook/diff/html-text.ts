import { parseHTML } from "linkedom";

/** HTML as text that can be compared by eye: a table's columns below each other, other blocks on lines of their own. */
export function htmlText(html: string): string {
  const document: Element = parseHTML(`<!doctype html><html><body>${html}</body></html>`).document as never;
  const all = (selector: string) => Array.from(document.querySelectorAll(selector));
  for (const element of all("script, style")) element.remove();
  for (const table of all("table")) table.replaceWith(`\n${tableText(table)}\n`);
  for (const element of all("p, div, li, pre, br, h1, h2, h3, h4, h5, h6")) {
    element.before("\n");
    element.append("\n");
  }
  return textOf(all("body")[0])
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** As much of the DOM as is needed here. */
interface Element {
  readonly textContent: string | null;
  readonly querySelectorAll: (selector: string) => ArrayLike<Element>;
  readonly remove: () => void;
  readonly replaceWith: (text: string) => void;
  readonly before: (text: string) => void;
  readonly append: (text: string) => void;
}

function textOf(element: Element | undefined): string {
  return element?.textContent ?? "";
}

function tableText(table: Element): string {
  const rows = Array.from(table.querySelectorAll("tr")).map((row) =>
    Array.from(row.querySelectorAll("th, td"), (cell) => textOf(cell).replace(/\s+/g, " ").trim()),
  );
  const widths = rows.reduce<number[]>((widest, row) => {
    const length = Math.max(widest.length, row.length);
    return Array.from({ length }, (_, i) => Math.max(widest[i] ?? 0, row[i]?.length ?? 0));
  }, []);
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
