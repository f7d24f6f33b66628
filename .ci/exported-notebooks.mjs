// Exports notebooks as pages and opens each in Chromium at desktop width in light and at phone width in dark: every plot has to be
// drawn, nothing may be an error on the console, reach for the network, stick out or run a script of the notebook.
// Usage: node exported-notebooks.mjs FOLDER, for the screenshots
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { exportNotebook } from "../dist/index.js";
import { openPage, withBrowser } from "./browser.mjs";

const screenshots = process.argv[2] ?? "reports";
const work = mkdtempSync(join(tmpdir(), "noisefloor-pages-"));
mkdirSync(screenshots, { recursive: true });
const notebooks = [
  ...readdirSync("notebooks")
    .filter((name) => name.endsWith(".ipynb"))
    .map((name) => join("notebooks", name)),
  "test/golden/notebook/every-kind.ipynb",
  hostileNotebook(),
];
let failed = 0;
try {
  await withBrowser(async (browser) => {
    for (const notebook of notebooks) {
      const { output } = await exportNotebook(notebook, {
        output: join(work, basename(notebook, ".ipynb").concat(".html")),
      });
      for (const [width, dark] of [
        [1280, false],
        [390, true],
      ]) {
        const problems = await look(browser, output, width, dark);
        failed += problems.length;
        console.log(
          `${basename(output)} at ${width} px, ${dark ? "dark" : "light"}: ${problems.join("; ") || "ok"}`,
        );
      }
    }
  });
} finally {
  rmSync(work, { recursive: true });
}
process.exitCode = failed === 0 ? 0 : 1;

async function look(browser, file, width, dark) {
  const page = await openPage(browser, pathToFileURL(file).href, {
    width,
    dark,
    before: "window.pwned = () => { window.isPwned = true; }",
  });
  const figures = 'document.querySelectorAll("figure.plot")';
  const drawn = `document.readyState === "complete" && [...${figures}].every((figure) => figure.matches(".drawn"))`;
  const problems = [];
  if (!(await page.until(drawn))) problems.push("not all plots are drawn");
  // Clicks on everything, as a reader might.
  await page.evaluate(
    'for (const element of document.querySelectorAll("main *")) element.dispatchEvent(new MouseEvent("mouseover"))',
  );
  if (await page.evaluate("window.isPwned === true")) problems.push("a script of the notebook has run");
  const [content, window] = await page.evaluate("[document.documentElement.scrollWidth, innerWidth]");
  if (content > window) problems.push(`it is ${content} px wide`);
  const isDark = await page.evaluate('getComputedStyle(document.body).backgroundColor === "rgb(13, 17, 23)"');
  if (isDark !== dark) problems.push("it has the wrong theme");
  writeFileSync(
    join(screenshots, `${basename(file, ".html")}-${width}-${dark ? "dark" : "light"}.png`),
    await page.screenshot(),
  );
  problems.push(...page.problems);
  await page.close();
  return problems;
}

/** All of the hostile HTML that the unit tests have, in each kind of cell and output. */
function hostileNotebook() {
  const source = readFileSync("test/notebook/html/hostile.ts", "utf8");
  const list = /hostileHtml: readonly string\[\] = (\[[\s\S]*?\n\]);/.exec(source)[1];
  const hostile = new Function(`return ${list}`)();
  const output = (data) => ({ output_type: "display_data", metadata: {}, data });
  const plot = (html) => {
    const data = [{ y: [1, 2], name: html, text: html }];
    const layout = { title: { text: html }, height: 120 };
    return output({ "application/vnd.plotly.v1+json": { data, layout } });
  };
  const cells = hostile.flatMap((html, index) => [
    { id: `m${index}`, cell_type: "markdown", metadata: {}, source: `## ${html}\n\ntext ${html}\n\n${html}` },
    { id: `r${index}`, cell_type: "raw", metadata: { raw_mimetype: "text/html" }, source: html },
    {
      id: `c${index}`,
      cell_type: "code",
      metadata: {},
      source: html,
      execution_count: null,
      outputs: [
        { output_type: "stream", name: "stdout", text: html },
        { output_type: "error", ename: html, evalue: html, traceback: [html] },
        ...[
          "text/html",
          "text/markdown",
          "text/plain",
          "text/latex",
          "image/svg+xml",
          "application/javascript",
        ].map((type) => output({ [type]: html })),
        ...(index % 8 === 0 ? [plot(html)] : []),
      ],
    },
  ]);
  const path = join(work, "hostile.ipynb");
  const metadata = { kernelspec: { name: hostile[0], display_name: hostile[3], language: hostile[6] } };
  writeFileSync(path, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return path;
}
