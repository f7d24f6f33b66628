import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { exitCodes } from "./exit-codes.js";
import type { Io } from "./io.js";
import { addKernelCommands } from "./kernel-commands.js";
import type { NotebookCheckOptions } from "./notebook-check.js";
import type { NotebookHtmlOptions } from "./notebook-html.js";
import type { NotebookRunOptions } from "./notebook-run.js";
import { addPlotCommands } from "./plot-commands.js";
import { reportError } from "./report-error.js";

/**
 * Runs one command line and returns its exit code: 0 ok, 1 a cell failed or something differs, 2 wrong usage or
 * unreadable input, 130 stopped by Ctrl-C. The code of a command is loaded when it is called.
 *
 * @param args - without node and the script
 */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.ok;
  const program = new Command("noisefloor")
    .description("Is that difference real, or noise? Benchmark statistics for TypeScript.")
    .version(packageVersion(), "-V, --version", "print the version")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })
    .showHelpAfterError();

  const notebook = program
    .command("notebook")
    .description("run Jupyter notebooks, check that their outputs are up to date, and make pages of them");
  withNotebookOptions(notebook.command("run"))
    .description("run notebooks from top to bottom in a fresh kernel and write them back with their outputs")
    .option(
      "-o, --output <path>",
      "write the executed notebooks into that folder, or one to that .ipynb file",
    )
    .option(
      "-p, --parameter <name=value>",
      "set a parameter (JSON, else text); may be repeated",
      collectTexts,
    )
    .option("--parameters <file>", "set the parameters that a JSON file has")
    .option("--allow-errors", "go on after cells that fail, and keep what they print")
    .addHelpText("after", runExamples)
    .action(async (files: string[], options: NotebookRunOptions) => {
      const { notebookRun } = await import("./notebook-run.js");
      code = await notebookRun(files, options, io);
    });
  withNotebookOptions(notebook.command("check"))
    .description("run notebooks without writing them, and show how their outputs in the file differ")
    .option("--allow-errors", "compare errors like other outputs, and go on after them")
    .addHelpText("after", checkExamples)
    .action(async (files: string[], options: NotebookCheckOptions) => {
      const { notebookCheck } = await import("./notebook-check.js");
      code = await notebookCheck(files, options, io);
    });
  notebook
    .command("html")
    .description("export notebooks, as they are, as web pages in one file that need no network")
    .argument("<file...>", "notebooks (.ipynb)")
    .option(
      "-o, --output <path>",
      "write the pages into that folder, or one to that .html file (default: beside the notebooks)",
    )
    .option("--title <text>", "the page's title (default: the notebook's first heading)")
    .addHelpText("after", htmlExamples)
    .action(async (files: string[], options: NotebookHtmlOptions) => {
      const { notebookHtml } = await import("./notebook-html.js");
      code = await notebookHtml(files, options, io);
    });
  addPlotCommands(program, async (kind, files, options) => {
    const { plot } = await import("./plot.js");
    code = await plot(kind, files, options, io);
  });
  addKernelCommands(program, io, (result) => {
    code = result;
  });
  program
    .command("reproduce")
    .description("recompute the figures of the talk from its data, and compare them with the published ones")
    .option("--reports <dir>", "write index.html there", "reports")
    .action(async (options: { readonly reports: string }) => {
      const { reproduce } = await import("./reproduce.js");
      code = await reproduce(options, io);
    });

  try {
    await program.parseAsync(args, { from: "user" });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) return reportError(error, io);
    // commander has printed the help, the version or what is wrong.
    return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
  }
}

function withNotebookOptions(command: Command): Command {
  return command
    .argument("<file...>", "notebooks (.ipynb)")
    .option(
      "--kernel <name>",
      "an installed Jupyter kernel (default: the TypeScript kernel that comes along)",
    )
    .option("--timeout <seconds>", "how long one cell may take", positiveNumber, 120)
    .option("--jobs <n>", "how many notebooks run at a time", positiveInteger, 2);
}

function collectTexts(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("Needs a number above 0.");
  return value;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!(value > 0 && Number.isInteger(value)))
    throw new InvalidArgumentError("Needs a whole number above 0.");
  return value;
}

function packageVersion(): string {
  return JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")).version;
}

const runExamples = `
Examples:
  noisefloor notebook run notebooks/*.ipynb
  noisefloor notebook run analysis.ipynb --output executed --timeout 600
  noisefloor notebook run analysis.ipynb -p seed=7 -p machine=m5.metal -o seed-7.ipynb
  noisefloor notebook run statistics.ipynb --kernel python3

Parameters are set in a cell of their own, tagged injected-parameters, that follows the one tagged parameters. A value
is read as JSON where it can be (7, true, [1, 2]), and is text otherwise; '"7"' is the text 7.

Exit code: 0 all cells succeeded, 1 a cell failed, 2 wrong usage or unreadable notebook, 130 stopped by Ctrl-C`;

const htmlExamples = `
Examples:
  noisefloor notebook html notebooks/*.ipynb --output pages
  noisefloor notebook run analysis.ipynb && noisefloor notebook html analysis.ipynb

Plots are interactive, formulas are set, images in the notebook's folder are embedded; scripts of the notebook do not run.

Exit code: 0 all pages are written, 2 wrong usage, unreadable notebook or a page that cannot be written, 130 stopped by Ctrl-C`;

const checkExamples = `
Examples:
  noisefloor notebook check notebooks/*.ipynb

Exit code: 0 nothing differs, 1 an output differs or a cell failed, 2 wrong usage or unreadable notebook, 130 stopped by Ctrl-C`;
