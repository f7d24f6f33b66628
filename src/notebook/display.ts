import { inspect } from "node:util";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../core/jupyter-display.js";

/** The type of {@link display}. */
export interface Display {
  (value: unknown): Promise<void>;
  /** Shows HTML. */
  readonly html: (source: string) => Promise<void>;
  /** Shows Markdown. */
  readonly markdown: (source: string) => Promise<void>;
}

/** What our own kernel offers to code that runs in it: all formats of a bundle in one output. */
export const kernelDisplay: unique symbol = Symbol.for("noisefloor.display") as never;

/** What stock tslab offers: one format an output. */
interface TslabDisplay {
  readonly raw: (mimeType: string, content: unknown) => void;
}

/** Stock tslab can show one format only; of those a bundle has, the first of these. */
const bestFirst = [
  "image/png",
  "text/html",
  "image/svg+xml",
  "text/markdown",
  "application/json",
  "text/plain",
] as const;

/**
 * Shows something in a notebook: figures, tables, and anything else with `[Symbol.for("Jupyter.display")]()`,
 * arquero tables (or whatever has a `toHTML` method), MIME bundles like `{"text/html": …}`, texts. Any other
 * value is shown as `console.log` would. Outside a notebook the text representation goes to stdout.
 *
 * In a kernel of our own all representations are sent as one output, so each viewer takes the one it likes best;
 * stock tslab sends one: PNG, else HTML, SVG, Markdown, JSON, text.
 *
 * @param value - what to show
 * @returns when it has been sent; await it, so that outputs keep their order
 * @example
 * await display.markdown("**12 %** slower")
 */
export const display: Display = Object.assign(
  async (value: unknown): Promise<void> => show(await toBundle(value)),
  {
    html: async (source: string): Promise<void> => show({ "text/html": source }),
    markdown: async (source: string): Promise<void> =>
      show({ "text/markdown": source, "text/plain": source }),
  },
);

async function toBundle(value: unknown): Promise<MimeBundle> {
  if (typeof value === "string") return { "text/plain": value };
  if (typeof value === "object" && value !== null) {
    if (jupyterDisplay in value) return (value as Displayable)[jupyterDisplay]();
    if ("toHTML" in value && typeof value.toHTML === "function") {
      return { "text/html": value.toHTML(), "text/plain": tableText(value) };
    }
    const keys = Object.keys(value);
    if (keys.length > 0 && keys.every((key) => /^[\w.+-]+\/[\w.+-]+$/.test(key))) return value as MimeBundle;
  }
  return { "text/plain": inspect(value) };
}

function tableText(table: object): string {
  return "toMarkdown" in table && typeof table.toMarkdown === "function"
    ? table.toMarkdown()
    : inspect(table);
}

function show(bundle: MimeBundle): void {
  const host = globalThis as {
    readonly [kernelDisplay]?: (bundle: MimeBundle) => void;
    readonly __tslab__?: { readonly require: (name: "tslab") => { readonly display: TslabDisplay } };
  };
  if (host[kernelDisplay] !== undefined) {
    host[kernelDisplay](bundle);
  } else if (host.__tslab__ !== undefined) {
    const type = bestFirst.find((format) => format in bundle) ?? Object.keys(bundle)[0] ?? "text/plain";
    // tslab's own require gives the instance that runs this kernel; any other would be a stranger to it.
    host.__tslab__.require("tslab").display.raw(type, bundle[type]);
  } else {
    const text = bundle["text/plain"] ?? `[${Object.keys(bundle).join(", ")}]`;
    process.stdout.write(`${String(text)}\n`);
  }
}
