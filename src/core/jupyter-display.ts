/** Representations of one thing, keyed by MIME type; binary ones are base64 text, JSON ones plain objects. */
export type MimeBundle = Readonly<Record<string, unknown>>;

/**
 * The method by which anything says how it wants to be shown in a notebook (the convention of the Deno kernel).
 * Kernels look only for this symbol, so statistics and plots need not know Jupyter.
 */
export const jupyterDisplay: unique symbol = Symbol.for("Jupyter.display") as never;

/** Something a notebook can show. */
export interface Displayable {
  readonly [jupyterDisplay]: () => MimeBundle | Promise<MimeBundle>;
}
