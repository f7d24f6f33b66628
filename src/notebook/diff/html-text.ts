import { parseHTML } from "linkedom";

/** HTML as text that can be compared by eye: a table's columns below each other, other blocks on lines of their own. */
export function htmlText(html: string): string {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  for (const element of document.querySelectorAll("script, style")) element.remove();
  for (const table of document.querySelectorAll("table")) table.replaceWith(`\n${tableText(table)}\n`);
  for (const element of document.querySelectorAll("p, div, li, pre, br, h1, h2, h3, h4, h5, h6")) {
    element.before("\n");
    element.append("\n");
  }
  const text = document.body.textContent ?? "";
  return text
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/** As much of the DOM as a table needs. */
interface Node {
  readonly textContent: string | null;
  readonly querySelectorAll: (selector: string) => Iterable<Node>;
}

function tableText(table: Node): string {
  const rows = [...table.querySelectorAll("tr")].map((row) =>
    [...row.querySelectorAll("th, td")].map((cell) => (cell.textContent ?? "").replace(/\s+/g, " ").trim()),
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
