import type { Command } from "commander";
import type { PlotCommandOptions } from "./plot.js";
import { type PlotKind, plotKinds } from "./plot-kinds.js";
import { addPlotOptions } from "./plot-options.js";

/** Adds `plot` with a subcommand for each kind of plot. */
export function addPlotCommands(
  program: Command,
  draw: (kind: PlotKind, files: readonly string[], options: PlotCommandOptions) => Promise<void>,
): void {
  const plot = program
    .command("plot")
    .description("draw measurements: on the terminal, or as SVG, PNG or an interactive page")
    .addHelpText("after", examples);
  for (const kind of plotKinds) {
    addPlotOptions(plot.command(kind.name), kind.options)
      .argument("[file...]", 'measurements: numbers, CSV or JSON; "-" is the standard input')
      .description(kind.description)
      .addHelpText("after", examples)
      .action((files: string[], options: PlotCommandOptions) => draw(kind, files, options));
  }
}

const examples = `
Examples:
  noisefloor plot strip timings.csv
  noisefloor plot strip --dataset smt --where smt=off -o smt.png
  noisefloor plot histogram before.csv after.csv --unit ms -o histogram.svg
  noisefloor plot series results.csv --value latency_ms --labels commit -o series.html
  seq 1 100 | noisefloor plot series -

A file holds numbers alone, CSV with a line of names (one row a value), or JSON. Columns benchmark, metric, unit, better,
run and iteration mean what they say; the others are labels. A name that ends in a unit tells it: latency_ms.

Exit code: 0 drawn, 2 wrong usage or unreadable input, 130 stopped by Ctrl-C`;
