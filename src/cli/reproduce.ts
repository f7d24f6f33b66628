import { readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { ComparedFigure } from "../compare/compare-with-published.js";
import { plotlySource } from "../core/plotly-source.js";
import { writeFileAtomically } from "../core/write-file-atomically.js";
import { loadPublished, type PublishedFigure } from "../data/load-published.js";
import { readNotebook } from "../notebook/document.js";
import { runNotebook } from "../notebook/run-notebook.js";
import { matchSummary, publishedTable } from "../report/published-table.js";
import { type ReproductionSection, reproductionPage } from "../report/reproduction-page.js";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { makeOutputFolder } from "./make-output-folder.js";
import { runNotebookJobs } from "./notebook-jobs.js";

export interface ReproduceOptions {
  /** The folder for the page. */
  readonly reports: string;
  /** The folder of the notebooks, default: those of the package. */
  readonly notebooks?: string;
  /** The figures that they have to reproduce, default: {@link loadPublished}. */
  readonly published?: readonly PublishedFigure[];
}

/**
 * `noisefloor reproduce`: runs the package's notebooks in fresh kernels, without writing them, prints published beside
 * reproduced figures and writes the page. The figures are those that the notebooks computed: their metadata names the
 * variables to hand over (`noisefloor.collect`). A published figure that none of them hands over counts like one that
 * differs.
 */
export async function reproduce(options: ReproduceOptions, io: Io): Promise<number> {
  const { reports, notebooks = packageNotebooks(), published = loadPublished() } = options;
  await makeOutputFolder("reproduce", "--reports", reports);
  const files = readdirSync(notebooks)
    .filter((name) => name.endsWith(".ipynb"))
    .sort()
    .map((name) => join(notebooks, name));
  const sections = new Map<string, ReproductionSection>();
  const code = await runNotebookJobs(
    files,
    Math.min(2, availableParallelism()),
    async (file, onProgress) => {
      const { title, collect } = await readPurpose(file);
      const run = await runNotebook(file, { write: false, collect, signal: io.signal, onProgress });
      const { comparison = [], figures = [] } = run.collected as Partial<Handover>;
      const failure = run.failure?.report ?? null;
      sections.set(file, { title, notebook: basename(file), comparison, figures, failure });
      return {
        ok: run.ok,
        summary: `${run.ok ? "ran" : "FAILED"} notebooks/${basename(file)}`,
        details: failure ?? "",
      };
    },
    io,
  );
  if (code === exitCodes.interrupted) return code;

  const reproduced = files.flatMap((file) => sections.get(file) ?? []);
  const rows = reproduced.flatMap((section) => section.comparison);
  const missing = published.map(({ id }) => id).filter((id) => !rows.some((row) => row.published.id === id));
  io.stdout.write(`\n${publishedTable(rows).toText()}\n\n${matchSummary(rows)}\n`);
  if (missing.length > 0) {
    io.stdout.write(`Published, but not reproduced: ${missing.join(", ")}\n`);
  }
  // After the table, which is not lost when the page cannot be written.
  const page = join(reports, "index.html");
  await writeFileAtomically(page, await reproductionPage(reproduced, plotlySource(), missing));
  io.stdout.write(`Plots in ${page}\n`);
  const complete = missing.length === 0 && rows.every((row) => row.match);
  return complete ? code : Math.max(code, exitCodes.found);
}

/** As seen from here, so that messages name no more of the machine than they need. */
function packageNotebooks(): string {
  return relative(process.cwd(), fileURLToPath(new URL("../../notebooks", import.meta.url)));
}

/** What a notebook's `noisefloor.collect` may hand over. */
interface Handover {
  readonly comparison: readonly ComparedFigure[];
  readonly figures: readonly unknown[];
}

async function readPurpose(file: string): Promise<{ title: string; collect: Record<string, string> }> {
  const { cells, metadata } = await readNotebook("reproduce", file);
  const heading = cells
    .map((cell) => cell.source.match(/^# (.+)$/m)?.[1])
    .find((title) => title !== undefined);
  const { collect = {} } = (metadata.noisefloor ?? {}) as { collect?: Record<string, string> };
  return { title: heading ?? basename(file), collect };
}
