import type { ThemeColors } from "../theme-colors.js";
import { leading } from "./place-panels.js";
import type { TextBlock } from "./svg-layout.js";

/** The part of the DOM that drawing needs; the compiler is not told about browsers. */
export interface SvgElement {
  readonly tagName: string;
  readonly children: Iterable<SvgElement>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly outerHTML: string;
  textContent: string | null;
  setAttribute(name: string, value: string): void;
  append(...children: readonly SvgElement[]): void;
}

/** Makes elements. */
export interface SvgDocument {
  createElementNS(namespace: string, name: string): SvgElement;
}

export type Attributes = Readonly<Record<string, string | number>>;

/** Draws elements and texts of one document in the colours of one theme. */
export interface Pen {
  readonly document: SvgDocument;
  readonly colors: ThemeColors;
  readonly element: (name: string, attributes: Attributes, text?: string) => SvgElement;
  /** One line of text at its baseline. */
  readonly text: (text: string, x: number, y: number, size: number, attributes?: Attributes) => SvgElement;
  /** A line of text for each line of a block. */
  readonly block: (block: TextBlock, x: number, attributes?: Attributes) => SvgElement[];
}

/** A pen for a document. Text goes in as text nodes and attributes, so the DOM escapes it. */
export function createPen(document: SvgDocument, colors: ThemeColors): Pen {
  const element: Pen["element"] = (name, attributes, text) => {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (text !== undefined) made.textContent = text;
    return made;
  };
  const text: Pen["text"] = (content, x, y, size, attributes = {}) =>
    element("text", { x, y, "font-size": size, fill: colors.ink, ...attributes }, content);
  const block: Pen["block"] = ({ lines, size, y }, x, attributes = {}) =>
    lines.map((line, index) => text(line, x, y + index * size * leading, size, attributes));
  return { document, colors, element, text, block };
}
