import { decodeUri } from "./decode-uri.js";
import { foreignId } from "./sanitize-foreign-html.js";

/** A heading of the notebook's Markdown. */
export interface Heading {
  readonly level: number;
  /** Its id on the page. */
  readonly id: string;
  /** Its text as harmless HTML, once it has been rendered. */
  html: string;
}

/** The headings in their order, and the ids by which links find them. */
export class Headings {
  readonly #found: Heading[] = [];
  readonly #ids = new Set<string>();

  get all(): readonly Heading[] {
    return this.#found;
  }

  /** Takes a heading, and gives it a free id: its text with dashes for spaces, as Jupyter has it. */
  add(level: number, text: string): Heading {
    const base = text.trim().replace(/\s+/g, "-") || "section";
    let id = base;
    for (let number = 2; this.#ids.has(id); number++) id = `${base}-${number}`;
    this.#ids.add(id);
    const heading = { level, id, html: "" };
    this.#found.push(heading);
    return heading;
  }

  /** Where "#name" leads: to that heading, however its letters are written, or to an id of the notebook's own HTML. */
  resolve(name: string): string {
    const wanted = comparable(decodeUri(name));
    const found = this.#found.find(({ id }) => comparable(id) === wanted);
    return encodeURIComponent(found?.id ?? foreignId(decodeUri(name)));
  }
}

/** GitHub drops punctuation and capitals, Jupyter keeps both. */
function comparable(id: string): string {
  return id.toLowerCase().replace(/[^\p{L}\p{N}-]/gu, "");
}
