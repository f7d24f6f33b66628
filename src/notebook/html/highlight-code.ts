import { createRequire } from "node:module";
import { escapeHtml } from "../../core/escape-html.js";

/** As much of highlight.js as is used here: its own types would bring the browser's globals into all of our code. */
interface Highlighter {
  readonly getLanguage: (name: string) => object | undefined;
  readonly highlight: (
    code: string,
    options: { readonly language: string; readonly ignoreIllegals: boolean },
  ) => { readonly value: string };
}

const highlighter: Highlighter = createRequire(import.meta.url)("highlight.js");

/** Code as HTML with its words marked by class; code in a language that is not known is only escaped. */
export function highlightCode(code: string, language: string): string {
  const known = languageOf(language);
  return known === null
    ? escapeHtml(code)
    : highlighter.highlight(code, { language: known, ignoreIllegals: true }).value;
}

/** Names that kernels and fences use and highlight.js does not. */
const aliases = new Map([
  ["ipython", "python"],
  ["ipython3", "python"],
]);

function languageOf(name: string): string | null {
  const lower = name.toLowerCase();
  const wanted = aliases.get(lower) ?? lower;
  // highlight.js looks names up in an object.
  const isKnown =
    /^[\w+#.-]+$/.test(wanted) && !(wanted in {}) && highlighter.getLanguage(wanted) !== undefined;
  return isKnown ? wanted : null;
}
