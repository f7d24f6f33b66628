import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import katex from "katex";

/** Sets formulas; macros that one defines (`\newcommand`) hold for those after it, as in Jupyter. */
export class MathRenderer {
  readonly #macros: Record<string, string> = {};
  #isUsed = false;

  /** Whether the page needs {@link mathStyle}. */
  get isUsed(): boolean {
    return this.#isUsed;
  }

  /** A formula as HTML, with MathML for those who cannot see it; one that is wrong is shown as it is written, in red. */
  render(tex: string, displayMode: boolean): string {
    this.#isUsed = true;
    return katex.renderToString(tex, {
      displayMode,
      throwOnError: false,
      strict: "ignore",
      // Neither links nor styles nor images from TeX.
      trust: false,
      globalGroup: true,
      macros: this.#macros,
      maxSize: 100,
      errorColor: "var(--bad)",
    });
  }
}

/** KaTeX's style sheet with its fonts inside. */
export function mathStyle(): string {
  const require = createRequire(import.meta.url);
  const style = readFileSync(require.resolve("katex/dist/katex.min.css"), "utf8");
  return style.replace(/src:url\((fonts\/[\w-]+\.woff2)\)[^}]*/g, (_, font) => {
    const bytes = readFileSync(require.resolve(`katex/dist/${font}`));
    return `src:url(data:font/woff2;base64,${bytes.toString("base64")}) format("woff2")`;
  });
}
