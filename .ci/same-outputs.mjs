// Compares the code cells of two executed notebooks: sources, and outputs whatever way their texts are cut.
// Usage: node same-outputs.mjs COMMITTED EXECUTED [--one-format]
// With --one-format the executed outputs may have one format only of those that are committed: stock tslab sends no more.
import { readFileSync } from "node:fs";

const [committed, executed] = process.argv.slice(2, 4).map((path) => JSON.parse(readFileSync(path, "utf8")));
const isOneFormat = process.argv[4] === "--one-format";
const differences = [];
const count = Math.max(committed.cells.length, executed.cells.length);
for (let i = 0; i < count; i++) {
  const [known, fresh] = [committed, executed].map(({ cells }) => comparable(cells[i]));
  if (isOneFormat) keepFormatsOf(fresh, known);
  const [before, after] = [known, fresh].map((cell) => JSON.stringify(cell));
  if (before !== after) differences.push({ i, before, after });
}
for (const { i, before, after } of differences) {
  const at = [...before].findIndex((character, k) => character !== after[k]);
  const shown = (text) => text.slice(Math.max(0, at - 60), at + 100);
  console.log(`cell ${i + 1} differs\n  committed: ${shown(before)}\n  Jupyter:   ${shown(after)}`);
}
if (count === 0) console.log("the notebook has no cells");
process.exitCode = differences.length === 0 && count > 0 ? 0 : 1;

function comparable(cell) {
  if (cell === undefined) return "no such cell";
  const { cell_type, source, outputs = [] } = cell;
  return [cell_type, joined(source), mergeStreams(outputs.map(comparableOutput))];
}

function comparableOutput({ output_type, name, text, data, ename, evalue }) {
  const bundle = Object.entries(data ?? {}).map(([mime, value]) => [mime, joined(value)]);
  return { output_type, name, text: joined(text), data: bundle.sort(), ename, evalue };
}

/** Drops from the outputs of one cell the formats that the other's do not have. */
function keepFormatsOf([, , shown = []], [, , outputs = []]) {
  for (const [i, output] of outputs.entries()) {
    const formats = new Set((shown[i]?.data ?? []).map(([mime]) => mime));
    output.data = output.data.filter(([mime]) => formats.has(mime));
  }
}

/** nbconvert keeps one output a message; neighbours of one stream are one text to the reader. */
function mergeStreams(outputs) {
  const merged = [];
  for (const output of outputs) {
    const last = merged.at(-1);
    const continues = output.output_type === "stream" && last?.name === output.name;
    if (continues) last.text += output.text;
    else merged.push(output);
  }
  return merged;
}

function joined(value) {
  return Array.isArray(value) && value.every((line) => typeof line === "string") ? value.join("") : value;
}
