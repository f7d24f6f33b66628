/** Stand around the number of a fragment. Private-use characters: a notebook's own are taken out before. */
const [start, end] = ["\uE000", "\uE001"];
const placeholder = new RegExp(`${start}(\\d+)${end}`, "g");

/**
 * HTML of our own making (maths, highlighted code) that has to pass through the sanitiser untouched: a placeholder goes
 * in its stead, which foreign text cannot forge.
 */
export class TrustedFragments {
  readonly #fragments: string[] = [];

  /** Foreign text without the characters that mark placeholders. */
  static clean(text: string): string {
    return text.replace(/[\uE000\uE001]/g, "\uFFFD");
  }

  /** Keeps a fragment, and returns what stands for it. */
  keep(html: string): string {
    this.#fragments.push(html);
    return `${start}${this.#fragments.length - 1}${end}`;
  }

  /** The HTML with its fragments put back. */
  restore(html: string): string {
    return html.replace(placeholder, (_, index) => this.#fragments[Number(index)] ?? "");
  }
}
