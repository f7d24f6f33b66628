import { basename } from "node:path";
import { checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { plotlySource } from "../core/plotly-source.js";
import { show } from "../core/show.js";
import { writeFileAtomically } from "../core/write-file-atomically.js";
import { readNotebook } from "./document.js";

/** Options of {@link exportNotebook}. */
export interface ExportNotebookOptions {
  /** The file for the page, default: beside the notebook, ending in .html. */
  readonly output?: string | undefined;
  /** Whether to write it, default true. */
  readonly write?: boolean | undefined;
  /** The page's title, default: the notebook's first heading, or its file name. */
  readonly title?: string | undefined;
}

/** The result of {@link exportNotebook}. */
export interface NotebookExport {
  readonly path: string;
  /** Where the page was written, null if it was not. */
  readonly output: string | null;
  /** The page. */
  readonly content: string;
}

/**
 * A notebook as a web page in one file: Markdown with formulas, highlighted code, outputs with their interactive Plotly
 * figures, a table of contents, in light and dark, for screens, phones and paper. It needs no network, and nothing of
 * the notebook can run in it: what is foreign is escaped or sanitised, and the page's own rules let no other script run.
 * The notebook is shown as it is, and not run. Images in its folder are embedded. The same notebook gives the same bytes.
 *
 * @param path - an .ipynb file of nbformat 4
 * @throws {InputError} the file is no notebook, or an option is wrong
 * @throws a system's error, when the page cannot be written
 * @example
 * const { content } = await exportNotebook("notebooks/01-smt.ipynb", { write: false });
 * content.match(/<title>(.*)<\/title>/)[1] // "Does SMT make a benchmark noisy?"
 */
export async function exportNotebook(
  path: string,
  options: ExportNotebookOptions = {},
): Promise<NotebookExport> {
  const { output, write = true, title } = checkOptions("exportNotebook", options);
  for (const [name, value] of Object.entries({ output, title })) {
    if (!(value === undefined || (typeof value === "string" && value !== ""))) {
      throw new InputError("exportNotebook", name, `needs a text, got ${show(value)}`);
    }
  }
  const document = await readNotebook("exportNotebook", path);
  const { notebookPage } = await import("./html/notebook-page.js");
  const { localImages } = await import("./html/local-image.js");
  const image = localImages(path);
  const content = notebookPage(document, { name: basename(path), title, image, plotlySource });
  const target = output ?? `${path.replace(/\.ipynb$/i, "")}.html`;
  if (write) await writeFileAtomically(target, content);
  return { path, output: write ? target : null, content };
}
