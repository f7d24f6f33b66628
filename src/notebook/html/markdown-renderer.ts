import { createRequire } from "node:module";
import markdownIt, { type MarkdownIt, type Token } from "markdown-it";
import { type Heading, Headings } from "./headings.js";
import { highlightCode } from "./highlight-code.js";
import type { MathRenderer } from "./render-math.js";
import { ownId, sanitizeForeignHtml } from "./sanitize-foreign-html.js";
import { TrustedFragments } from "./trusted-fragments.js";

/** As much of @vscode/markdown-it-katex as is used here; the package has no types of its own. */
type FormulaPlugin = (
  markdown: MarkdownIt,
  options: {
    readonly katex: {
      readonly renderToString: (tex: string, options: { readonly displayMode: boolean }) => string;
    };
    readonly enableBareBlocks: boolean;
    readonly enableMathBlockInHtml: boolean;
  },
) => void;

const formulas: FormulaPlugin = createRequire(import.meta.url)("@vscode/markdown-it-katex").default;

/** Markdown that has been parsed; its headings have their ids. */
export type ParsedMarkdown = readonly Token[];

/** Resolves an image's source to a data: URI; null if it cannot be embedded. */
export type ImageResolver = (source: string) => string | null;

/**
 * Markdown as Jupyter knows it (tables, HTML, formulas) to HTML that is safe to show. All of a page is parsed before
 * anything is rendered, so that links find headings that come later.
 */
export class MarkdownRenderer {
  readonly headings: Headings = new Headings();
  readonly #markdown: MarkdownIt;
  readonly #headingOf = new Map<Token, Heading>();
  readonly #fragments = new TrustedFragments();

  constructor(math: MathRenderer) {
    this.#markdown = markdownIt({
      html: true,
      linkify: true,
      highlight: (code, language) => this.#fragments.keep(highlightCode(code, language)),
    });
    this.#markdown.use(formulas, {
      enableBareBlocks: true,
      enableMathBlockInHtml: true,
      katex: {
        renderToString: (tex, { displayMode }) => this.#fragments.keep(math.render(tex, displayMode)),
      },
    });
  }

  /** @param isOfPage - whether its headings belong into the page's table of contents */
  parse(source: string, isOfPage = true): ParsedMarkdown {
    const tokens = this.#markdown.parse(TrustedFragments.clean(source), {});
    for (const [index, token] of tokens.entries()) {
      if (!isOfPage || token.type !== "heading_open") continue;
      const inline = tokens[index + 1]?.children ?? [];
      const text = inline.map(({ type, content }) => (type === "html_inline" ? "" : content)).join("");
      const heading = this.headings.add(Number(token.tag.slice(1)), text);
      token.attrSet("id", `${ownId}${heading.id}`);
      this.#headingOf.set(token, heading);
    }
    return tokens;
  }

  /** @param image - for images that are no data: URIs themselves */
  render(tokens: ParsedMarkdown, image: ImageResolver): string {
    for (const [index, token] of tokens.entries()) {
      const heading = this.#headingOf.get(token);
      if (heading !== undefined) heading.html = this.#label(tokens[index + 1]?.children ?? []);
    }
    const html = this.#markdown.renderer.render([...tokens], this.#markdown.options, {});
    return this.#harmless(html, image);
  }

  /** HTML that did not come from Markdown, safe to show. */
  sanitize(html: string, image: ImageResolver): string {
    return this.#harmless(TrustedFragments.clean(html), image);
  }

  /** Sanitises, and puts formulas and code back. */
  #harmless(html: string, image: ImageResolver): string {
    const anchor = (name: string) => this.headings.resolve(name);
    return this.#fragments.restore(sanitizeForeignHtml(html, { image, anchor }));
  }

  /** A heading as an entry of the table of contents: a link in a link is none. */
  #label(inline: readonly Token[]): string {
    const kept = inline.filter(({ type }) => !/^(?:link_|html_inline|image|softbreak|hardbreak)/.test(type));
    return this.#harmless(this.#markdown.renderer.renderInline(kept, this.#markdown.options, {}), () => null);
  }
}
