import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { startKernel } from "../../dist/jupyter/client.js";
import { findKernelspec } from "../../dist/jupyter/find-kernelspec.js";
import { noisefloorKernelspec } from "../../dist/jupyter/noisefloor-kernelspec.js";
import { tslabKernelspec } from "../../dist/jupyter/tslab-kernelspec.js";

// Stock tslab finds our package from here only.
const folder = fileURLToPath(new URL("../../notebooks", import.meta.url));
/** Of each kind of first cell. */
const starts = 4;
const roundTrips = 50;
const cells = 1000;

/** A language's code for the same steps. `next(i)` is the i-th of many cells. */
const typescript = {
  plain: "1 + 2",
  first: 'import { describe } from "noisefloor";\nconsole.log(describe([1, 2, 3]).mean);',
  memory: "console.log(process.memoryUsage().rss);",
  next: (i) => `const value = ${i};\nconsole.log(value);`,
};
const python = {
  plain: "1 + 2",
  first: "import statistics\nprint(statistics.mean([1, 2, 3]))",
  memory: 'print(1024 * int(next(l for l in open("/proc/self/status") if l.startswith("VmRSS")).split()[1]))',
  next: (i) => `value = ${i}\nprint(value)`,
};

const kernels = [
  { name: "noisefloor", kernelspec: noisefloorKernelspec(), code: typescript },
  { name: "stock tslab", kernelspec: tslabKernelspec(), code: typescript },
  ...(await ipykernel()),
];

/**
 * Start, first cell, empty cell and memory of our kernel, of the stock tslab kernel and of ipykernel, in turns. The
 * limits are promises for a machine that has nothing else to do.
 */
export async function benchKernels() {
  const times = new Map(
    kernels.map(({ name }) => [name, { ready: [], plain: [], first: [], all: [], empty: [] }]),
  );
  for (let i = 0; i < starts; i++) {
    for (const kernel of kernels) {
      for (const cell of ["plain", "first"]) await measureStart(kernel, cell, times.get(kernel.name));
    }
  }
  const grown = new Map();
  for (const kernel of kernels) grown.set(kernel.name, await measureGrowth(kernel));
  const row = (work, unit, limit, value) => ({
    work,
    values: kernels.map(
      ({ name }) => `${name} ${value(name).toFixed(unit === "ms" && limit < 100 ? 1 : 0)} ${unit}`,
    ),
    limit: `${limit} ${unit}`,
    verdict: value("noisefloor") <= limit ? "met" : "missed",
  });
  return [
    row("kernel ready", "ms", 1500, (name) => median(times.get(name).ready)),
    row("first cell, sent as soon as it is", "ms", 2000, (name) => median(times.get(name).plain)),
    row("the same for one that imports", "ms", 2000, (name) => median(times.get(name).first)),
    row("start to the result of that", "ms", 3500, (name) => median(times.get(name).all)),
    row("empty cell, round trip", "ms", 10, (name) => median(times.get(name).empty)),
    row(`memory after ${cells} cells, grown by`, "MB", 50, (name) => grown.get(name)),
  ];
}

async function measureStart({ kernelspec, code }, cell, times) {
  const start = performance.now();
  const kernel = await startKernel(kernelspec, { cwd: folder });
  times.ready.push(performance.now() - start);
  times[cell].push(await cellMilliseconds(kernel, code[cell]));
  if (cell === "first") times.all.push(performance.now() - start);
  for (let i = 0; i < roundTrips; i++) times.empty.push(await cellMilliseconds(kernel, ""));
  await kernel.shutdown();
}

async function measureGrowth({ kernelspec, code }) {
  const kernel = await startKernel(kernelspec, { cwd: folder });
  // What the first cells load stays, whatever comes later.
  await run(kernel, code.first);
  for (let i = 0; i < 50; i++) await run(kernel, code.next(i));
  const before = Number(await run(kernel, code.memory));
  for (let i = 0; i < cells; i++) await run(kernel, code.next(i));
  const after = Number(await run(kernel, code.memory));
  await kernel.shutdown();
  return (after - before) / 1e6;
}

async function cellMilliseconds(kernel, code) {
  const start = performance.now();
  await run(kernel, code);
  return performance.now() - start;
}

async function run(kernel, code) {
  let printed = "";
  const { status } = await kernel.execute(code, {
    onOutput: ({ content }) => {
      printed += content.text ?? "";
    },
  });
  if (status !== "ok") throw new Error(`${kernel.kernelspec.name}: the cell failed\n${code}\n${printed}`);
  return printed;
}

function median(times) {
  return times.toSorted((x, y) => x - y)[Math.floor(times.length / 2)];
}

async function ipykernel() {
  try {
    execFileSync("/usr/bin/python3", ["-c", "import ipykernel"], { stdio: "ignore" });
    return [{ name: "ipykernel", kernelspec: await findKernelspec("bench", "python3"), code: python }];
  } catch {
    return [];
  }
}
