// Opens notebooks/01-smt.ipynb in a Jupyter Notebook server and does what a user does: run all cells, look at the plots, save,
// interrupt a busy cell, answer a question, ask for completions and help, restart the kernel from the menu.
// Usage: node notebook-in-browser.mjs WORK_FOLDER SCREENSHOTS; Jupyter finds its kernelspecs by the environment
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";

const [work, screenshots] = process.argv.slice(2);
const committed = "notebooks/01-smt.ipynb";
const folder = join(work, "notebooks");
const copy = join(folder, "01-smt.ipynb");
const runtime = process.env.JUPYTER_RUNTIME_DIR;
for (const made of [screenshots, folder, runtime]) mkdirSync(made, { recursive: true });
const cleared = JSON.parse(readFileSync(committed, "utf8"));
for (const cell of cleared.cells) {
  if (cell.cell_type === "code") Object.assign(cell, { outputs: [], execution_count: null });
}
writeFileSync(copy, JSON.stringify(cleared));

const server = await startServer();
try {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    await useNotebook(await browser.newPage({ viewport: { width: 1200, height: 1000 } }), server.info);
  } finally {
    await browser.close();
  }
} finally {
  server.child.kill("SIGTERM");
  await server.exited;
}

async function useNotebook(page, { url, token }) {
  page.setDefaultTimeout(90_000);
  const problems = [];
  page.on("pageerror", (error) => problems.push(`page: ${error.stack}`));
  page.on("request", (request) => {
    const asked = request.url();
    if (!/^(data|blob):/.test(asked) && new URL(asked).hostname !== "127.0.0.1")
      problems.push(`asked for ${asked}`);
  });

  await step("the notebook opens, and its kernel is ready", async () => {
    await page.goto(`${url}notebooks/01-smt.ipynb?token=${token}`);
    await isReady(page);
    assert.match(await page.textContent("#kernel_indicator"), /TypeScript \(noisefloor\)/);
  });

  await step("Cell > Run All runs every cell, without an error", async () => {
    await choose(page, "Cell", "#run_all_cells");
    await page.waitForFunction(() =>
      Jupyter.notebook
        .get_cells()
        .every(({ cell_type, input_prompt_number: count }) => cell_type !== "code" || count > 0),
    );
    await isIdle(page);
    assert.deepEqual(await page.locator(".output_error, .output_stderr").allTextContents(), []);
  });

  await step("the plots are there", async () => {
    const pictures = page.locator(".output_png img, .output_svg svg");
    assert.ok(committedPictures() > 0);
    assert.equal(await pictures.count(), committedPictures());
    for (const width of await pictures.evaluateAll((all) =>
      all.map((picture) => picture.getBoundingClientRect().width),
    )) {
      assert.ok(width >= 400, `a picture is ${width} px wide`);
    }
    await shoot(page, "notebook-plots", pictures.first());
    await shoot(page, "notebook-table", page.locator(".output_html table").first());
  });

  await step("saved, it has the outputs that are committed", async () => {
    await choose(page, "File", "#save_checkpoint");
    await page.waitForFunction(() => Jupyter.notebook.last_modified > 0 && !Jupyter.notebook.dirty);
    execFileSync(process.execPath, [".ci/same-outputs.mjs", committed, copy], { stdio: "inherit" });
  });

  await step("the interrupt button stops a busy loop", async () => {
    await (await run(page, 'const kept = "still here"; kept')).locator(".output_result").waitFor();
    const output = await run(page, 'console.log("started"); while (true);');
    await output.getByText("started").waitFor();
    await page.click('button[data-jupyter-action="jupyter-notebook:interrupt-kernel"]');
    await output.locator(".output_error").getByText("InterruptError").first().waitFor();
    await isIdle(page);
    await shoot(page, "notebook-interrupt", output);
  });

  await step("Kernel > Interrupt stops an await, and variables are kept", async () => {
    const output = await run(page, 'console.log("started"); await new Promise(() => {});');
    await output.getByText("started").waitFor();
    await choose(page, "Kernel", "#int_kernel");
    await output.locator(".output_error").getByText("InterruptError").first().waitFor();
    await (await run(page, "kept")).locator(".output_result").getByText("'still here'").waitFor();
  });

  await step("prompt() asks below the cell", async () => {
    const output = await run(page, '"Hello, " + prompt("Who are you? ")');
    await output.getByText("Who are you?").waitFor();
    await output.locator("input.raw_input").fill("Ada");
    await output.locator("input.raw_input").press("Enter");
    await output.locator(".output_result").getByText("'Hello, Ada'").waitFor();
  });

  await step("an error shows its line", async () => {
    const output = await run(page, "const one = 1;\nconst two: string = one;");
    await output.locator(".output_error").getByText("const two: string = one").first().waitFor();
    await shoot(page, "notebook-error", output);
  });

  await step("Tab completes, Shift-Tab shows help", async () => {
    const editor = await write(page, "Math.hypo");
    await page.keyboard.press("Tab");
    await page.waitForFunction(() => Jupyter.notebook.get_selected_cell().get_text() === "Math.hypot");
    await page.keyboard.press("Shift+Tab");
    await page.locator("#tooltip").getByText("square root of the sum of squares").waitFor();
    await shoot(page, "notebook-help", editor);
    await page.keyboard.press("Escape");
  });

  await step("Kernel > Restart forgets variables and counts from 1", async () => {
    const before = await kernelProcess(page);
    await page.evaluate(() => {
      globalThis.restarted = new Promise((resolve) =>
        Jupyter.notebook.events.one("kernel_ready.Kernel", resolve),
      );
    });
    await choose(page, "Kernel", "#restart_kernel");
    await page.locator(".modal.in .btn-danger").click();
    await page.evaluate(() => globalThis.restarted.then(() => {}));
    assert.notEqual(await kernelProcess(page), before);
    assert.equal(await page.evaluate(() => Jupyter.notebook.get_cells().at(-1).input_prompt_number), 1);
    await (await run(page, "kept")).locator(".output_error").getByText("kept").first().waitFor();
  });

  assert.deepEqual(problems, []);
}

function committedPictures() {
  const { cells } = JSON.parse(readFileSync(committed, "utf8"));
  return cells.flatMap(({ outputs = [] }) => outputs).filter(({ data }) => data?.["image/png"]).length;
}

async function step(name, work) {
  const start = performance.now();
  try {
    await work();
  } catch (error) {
    console.log(`FAILED ${name}`);
    throw error;
  }
  console.log(`ok ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}

/** Clicks an entry of a menu. */
async function choose(page, menu, entry) {
  await page.click(`#${menu.toLowerCase()}link`);
  await page.locator(`${entry} > a`).click();
}

/** Appends a cell with this text and the cursor at its end. */
async function write(page, code) {
  await page.evaluate((text) => {
    const { notebook } = Jupyter;
    notebook.insert_cell_at_bottom("code");
    const last = notebook.ncells() - 1;
    notebook.select(last);
    notebook.get_cell(last).set_text(text);
    notebook.edit_mode();
    notebook.get_cell(last).code_mirror.execCommand("goDocEnd");
  }, code);
  return page.locator(".code_cell").last();
}

/** Appends a cell and runs it with Ctrl-Enter. */
async function run(page, code) {
  const cell = await write(page, code);
  await page.keyboard.press("Control+Enter");
  return cell.locator(".output_wrapper");
}

async function kernelProcess(page) {
  const result = (await run(page, "process.pid")).locator(".output_result");
  return (await result.textContent()).trim();
}

async function isReady(page) {
  await page.waitForFunction(
    () => globalThis.Jupyter?.notebook?.kernel?.is_connected() && Jupyter.notebook.kernel.info_reply.banner,
  );
  await isIdle(page);
}

async function isIdle(page) {
  await page.locator("#kernel_indicator_icon.kernel_idle_icon").waitFor();
}

async function shoot(page, name, locator) {
  await locator.scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(screenshots, `${name}.png`) });
}

/** Starts the server on a free port of the loopback; its description as it writes it for others. */
async function startServer() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  const options = [
    "--no-browser",
    "--allow-root",
    "--ip=127.0.0.1",
    `--port=${port}`,
    `--notebook-dir=${folder}`,
  ];
  const child = spawn("/usr/bin/python3", ["-m", "jupyter", "notebook", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (log += part));
  const exited = once(child, "exit");
  const file = join(runtime, `nbserver-${child.pid}.json`);
  for (const end = Date.now() + 60_000; !existsSync(file); await sleep(100)) {
    if (child.exitCode !== null || Date.now() > end) {
      child.kill("SIGKILL");
      throw new Error(`the Notebook server does not start:\n${log}`);
    }
  }
  return { child, exited, info: JSON.parse(readFileSync(file, "utf8")) };
}
