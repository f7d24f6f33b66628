import { isPromise } from "node:util/types";
import type { MimeBundle } from "../core/jupyter-display.js";
import type { HostDisplayOptions } from "../core/kernel-host.js";
import { plainText } from "../jupyter/rich/plain-bundle.js";
import { isMimeBundle, richBundle, toMimeBundle } from "../jupyter/rich/rich-bundle.js";
import { clearOutput, showBundle, showPage } from "./display-host.js";

/** Options of {@link display}. */
export interface DisplayOptions {
  /** A name by which {@link Display.update} finds the output again. */
  readonly id?: string;
}

/** The type of {@link display}. */
export interface Display {
  (value: unknown, options?: DisplayOptions): Promise<void>;
  /** Replaces every output that was shown with that `id`. */
  readonly update: (id: string, value: unknown) => Promise<void>;
  /** Shows HTML. */
  readonly html: (source: string) => Promise<void>;
  /** Shows Markdown. */
  readonly markdown: (source: string) => Promise<void>;
  /** Shows a formula or a piece of LaTeX. */
  readonly latex: (source: string) => Promise<void>;
  /** Shows an SVG drawing. */
  readonly svg: (source: string) => Promise<void>;
  /** Shows a PNG picture: its bytes, or base64. */
  readonly png: (picture: Uint8Array | string) => Promise<void>;
  /** Shows a JPEG picture: its bytes, or base64. */
  readonly jpeg: (picture: Uint8Array | string) => Promise<void>;
  /** Shows a value that JSON has as a tree to unfold. */
  readonly json: (value: unknown) => Promise<void>;
  /** Clears the cell's outputs; with `wait` only when the next one comes, which does not flicker. */
  readonly clear: (options?: { readonly wait?: boolean }) => Promise<void>;
  /** Shows something beside the notebook, in the front end's pager. */
  readonly page: (value: unknown) => Promise<void>;
}

/**
 * Shows something in a notebook: figures, tables, and anything else with `[Symbol.for("Jupyter.display")]()`; results
 * of statistics, samples, tables of arquero and frames of Danfo as tables; MIME bundles like `{"text/html": …}`; texts.
 * Promises are awaited; any other value is shown as `console.log` would. Outside a notebook the text representation goes to stdout.
 *
 * In a kernel of our own all representations are sent as one output, so each viewer takes the one it likes best;
 * stock tslab sends one: PNG, else HTML, SVG, Markdown, LaTeX, JSON, text, and knows neither `clear` nor `page`.
 *
 * @param value - what to show
 * @param options - `id`, to replace it later by `display.update(id, value)`
 * @returns when it has been sent; await it, so that outputs keep their order
 * @example
 * await display.markdown("**12 %** slower")
 */
export const display: Display = Object.assign(
  async (value: unknown, { id }: DisplayOptions = {}): Promise<void> => show(value, { id, update: false }),
  {
    update: async (id: string, value: unknown): Promise<void> => show(value, { id, update: true }),
    html: async (source: string): Promise<void> => showBundle({ "text/html": source }),
    markdown: async (source: string): Promise<void> =>
      showBundle({ "text/markdown": source, "text/plain": source }),
    latex: async (source: string): Promise<void> =>
      showBundle({ "text/latex": source, "text/plain": source }),
    svg: async (source: string): Promise<void> => showBundle({ "image/svg+xml": source }),
    png: async (picture: Uint8Array | string): Promise<void> =>
      showBundle(toMimeBundle({ "image/png": picture })),
    jpeg: async (picture: Uint8Array | string): Promise<void> =>
      showBundle(toMimeBundle({ "image/jpeg": picture })),
    json: async (value: unknown): Promise<void> =>
      showBundle(toMimeBundle({ "application/json": value, "text/plain": JSON.stringify(value, null, 2) })),
    clear: async ({ wait = false }: { readonly wait?: boolean } = {}): Promise<void> => clearOutput(wait),
    page: async (value: unknown): Promise<void> => showPage(await toBundle(value)),
  },
);

/** At once where nothing has to be waited for: then also whoever does not wait keeps the order of outputs. */
async function show(value: unknown, options: HostDisplayOptions): Promise<void> {
  const bundle = toBundle(value);
  showBundle(isPromise(bundle) ? await bundle : bundle, options);
}

function toBundle(value: unknown): MimeBundle | Promise<MimeBundle> {
  if (isPromise(value)) return value.then(toBundle);
  if (typeof value === "string") return { "text/plain": value };
  const rich = richBundle(value);
  if (rich !== null) return rich;
  return isMimeBundle(value) ? toMimeBundle(value) : { "text/plain": plainText(value) };
}
