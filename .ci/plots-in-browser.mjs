// Opens exported figures in Debian's Chromium: nothing on the console, hovering tells run, iteration and value, the legend
// switches on and off, and no label is executed. Screenshots go into reports/plots.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";

const pages = mkdtempSync(join(tmpdir(), "noisefloor-pages-"));
const pictures = resolve("reports/plots");
mkdirSync(pictures, { recursive: true });

const hostile = `<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>%{x} & "quoted" ${"long ".repeat(30)}`;
const rows = [hostile, "other"].flatMap((label) =>
  Array.from({ length: 40 }, (_, i) => [label, i, 10 + (i % 7)]),
);
const quoted = (cell) => `"${String(cell).replaceAll('"', '""')}"`;
writeFileSync(
  join(pages, "hostile.csv"),
  ["label,iteration,latency_ms", ...rows.map((row) => row.map(quoted).join(","))].join("\n"),
);

/** What is drawn, and what hovering over the first measurement has to say. */
const figures = {
  "strip-smt": {
    args: ["strip", "--dataset", "smt"],
    hover: /smt on, task [12]\s*run 1, iteration \d+[\d,]+\.\d+ ms/,
  },
  "strip-broken": {
    args: ["strip", "--dataset", "smt", "--axes", "broken", "--theme", "dark"],
    hover:
      /smt off, task 2\s*run 1, iteration \d+744\.\d+ ms|smt on, task \d\s*run 1, iteration \d+[\d.]+ ms/,
  },
  "strip-lying": {
    args: ["strip", "--dataset", "smt", "--horizontal"],
    hover: /smt o.*run 1, iteration \d+[\d,]+\.\d+ ms/,
  },
  "strip-runs": {
    args: ["strip", "--dataset", "dfs-single-task"],
    hover: /dfs on\s*run [12], iteration \d+5\d\d\.\d+ ms/,
  },
  "series-jvm": {
    args: ["series", "--dataset", "jvm-warmup", "--where", "experiment=4", "--where", "phase=warmup"],
    hover: /run \d, iteration \d+\.\d+ ms/,
  },
  "histogram-rug": {
    args: ["histogram", "--dataset", "jvm-warmup", "--where", "experiment=4", "--scale", "log", "--rug"],
    hover: /to \d.*ms\s*\d+ values/,
  },
  "strip-hostile": {
    args: ["strip", join(pages, "hostile.csv"), "--title", hostile],
    hover: /run 1, iteration \d+\.\d+ ms/,
  },
  "histogram-hostile": {
    args: ["histogram", join(pages, "hostile.csv"), "--caption", hostile],
    hover: /values/,
  },
};

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
assert.ok(existsSync(executablePath), `needs Chromium at ${executablePath}`);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let failed = 0;
for (const [name, { args, hover }] of Object.entries(figures)) {
  const file = join(pages, `${name}.html`);
  try {
    execFileSync(process.execPath, ["dist/cli/main.js", "plot", ...args, "-o", file], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    await check(name, file, hover);
    console.log(`ok ${name}`);
  } catch (error) {
    failed++;
    console.error(`FAILED ${name}: ${error.message}`);
  }
}
await browser.close();
rmSync(pages, { recursive: true, force: true });
process.exitCode = failed === 0 ? 0 : 1;

async function check(name, file, expected) {
  const page = await browser.newPage({ viewport: { width: 1100, height: 900 } });
  const problems = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) problems.push(`asked for ${request.url()}`);
  });
  await page.goto(`file://${file}`);
  await page.waitForSelector(".figure.js-plotly-plot .plot-container");
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });

  const point = await page.evaluate(lonelyPoint);
  await page.mouse.move(point.x - 3, point.y - 3);
  await page.mouse.move(point.x, point.y);
  await page.waitForSelector(".hoverlayer .hovertext", { timeout: 5000 });
  const said = await page.evaluate(() => document.querySelector(".hoverlayer")?.textContent ?? "");
  assert.match(said.replaceAll("\u00a0", " "), expected);

  for (const wanted of ["legendonly", true]) {
    await page.mouse.move(2, 2);
    const entry = page.locator(".legend .traces").first();
    if ((await entry.count()) === 0) break;
    const text = await entry.locator(".legendtext").textContent();
    await entry.locator(".legendtoggle").click();
    await page.waitForFunction(isSwitched, [text, wanted], { timeout: 10_000 });
    // A second click within the time of a double click would mean something else.
    await page.waitForTimeout(500);
  }
  assert.equal(await page.evaluate(() => window.hacked), undefined, "markup was executed");
  assert.deepEqual(problems, []);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(pictures, `${name}-phone.png`), fullPage: true });
  await page.close();
}

/** Where a measurement is on the screen that no other one is near: of dots the loneliest one, of bars the highest. */
function lonelyPoint() {
  const box = document.querySelector(".figure");
  const frame = box.getBoundingClientRect();
  const isMeasured = ({ hovertemplate, marker }) =>
    /iteration|values/.test(hovertemplate ?? "") && marker?.symbol !== "line-ns-open";
  const places = box.calcdata.flatMap((points) => {
    const { trace } = points[0];
    if (!isMeasured(trace)) return [];
    const xaxis = box._fullLayout[trace.xaxis.replace("x", "xaxis")];
    const yaxis = box._fullLayout[trace.yaxis.replace("y", "yaxis")];
    return points.map(({ x, y, p, s }) => ({
      x: frame.left + xaxis._offset + xaxis.c2p(trace.type === "bar" ? p : x, true),
      y: frame.top + yaxis._offset + yaxis.c2p(trace.type === "bar" ? s / 2 : y, true),
      alone: trace.type === "bar" ? s : 0,
    }));
  });
  for (const place of places.slice(0, 1500)) {
    if (place.alone > 0) continue;
    place.alone = Math.min(
      ...places.map((other) => (other === place ? 1e9 : Math.hypot(place.x - other.x, place.y - other.y))),
    );
  }
  const { x, y } = places.slice(0, 1500).sort((a, b) => b.alone - a.alone)[0];
  return { x, y };
}

/** Whether all traces of an entry of the legend are shown, or hidden. */
function isSwitched([text, wanted]) {
  const { _fullData: traces } = document.querySelector(".figure");
  const shown = (name) => new DOMParser().parseFromString(name, "text/html").documentElement.textContent;
  const [{ legendgroup, name }] = traces.filter((trace) => shown(trace.name) === text);
  return traces
    .filter((trace) => (legendgroup ? trace.legendgroup === legendgroup : trace.name === name))
    .every(({ visible }) => visible === wanted);
}
