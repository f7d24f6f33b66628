// A Chromium without a window, spoken to over its debugging pipe: no library and no port is needed.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const flags =
  `--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking
  --disable-component-update --disable-sync --hide-scrollbars --remote-debugging-pipe`.split(/\s+/);

/** Starts a browser, lets `work` use it, and ends it. */
export async function withBrowser(work) {
  const profile = mkdtempSync(join(tmpdir(), "noisefloor-browser-"));
  const child = spawn("chromium", [...flags, `--user-data-dir=${profile}`], {
    stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"],
    // A process group of its own: its helpers end with it.
    detached: true,
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  try {
    return await work(connect(child.stdio[3], child.stdio[4]));
  } finally {
    if (child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

function connect(input, output) {
  const waiting = new Map();
  const listeners = new Set();
  let [text, last] = ["", 0];
  output.setEncoding("utf8").on("data", (part) => {
    text += part;
    const messages = text.split("\0");
    text = messages.pop();
    for (const message of messages.map((json) => JSON.parse(json))) {
      if (message.id === undefined) for (const listener of listeners) listener(message);
      else if (message.error) waiting.get(message.id).reject(new Error(message.error.message));
      else waiting.get(message.id).resolve(message.result);
    }
  });
  const send = (method, params = {}, sessionId = undefined) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      input.write(`${JSON.stringify({ id: last, method, params, sessionId })}\0`);
    });
  return { send, listeners };
}

/**
 * Opens a page and returns what can be done with it, and what it said: `problems` holds errors on its console, exceptions,
 * and requests for anything but itself.
 */
export async function openPage({ send, listeners }, url, { width, height = 900, dark = false, before = "" }) {
  const { targetId } = await send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await send("Target.attachToTarget", { targetId, flatten: true });
  const problems = [];
  const listen = ({ method, params, sessionId: from }) => {
    if (from !== sessionId) return;
    if (method === "Runtime.exceptionThrown")
      problems.push(params.exceptionDetails.exception?.description ?? "an exception");
    if (method === "Runtime.consoleAPICalled" && params.type === "error") {
      problems.push(
        `console: ${params.args.map(({ value, description }) => value ?? description).join(" ")}`,
      );
    }
    if (method === "Log.entryAdded" && params.entry.level === "error")
      problems.push(`log: ${params.entry.text}`);
    const requested = method === "Network.requestWillBeSent" ? params.request.url : url;
    if (requested !== url && !/^(?:data|blob):/.test(requested))
      problems.push(`request: ${requested.slice(0, 200)}`);
  };
  listeners.add(listen);
  const call = (method, params) => send(method, params, sessionId);
  for (const domain of ["Page", "Runtime", "Log", "Network"]) await call(`${domain}.enable`);
  const mobile = width < 600;
  await call("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: mobile ? 2 : 1,
    mobile,
  });
  const features = [{ name: "prefers-color-scheme", value: dark ? "dark" : "light" }];
  await call("Emulation.setEmulatedMedia", { features });
  // Runs before any script of the page, whatever the page's rules are.
  await call("Page.addScriptToEvaluateOnNewDocument", { source: before });
  await call("Page.navigate", { url });
  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await call("Runtime.evaluate", {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  return {
    problems,
    call,
    evaluate,
    /** Waits until an expression is true. */
    until: async (expression, seconds = 60) => {
      for (const end = Date.now() + 1000 * seconds; Date.now() < end; await sleep(100)) {
        if (await evaluate(expression)) return true;
      }
      return false;
    },
    /** The whole page as a PNG. */
    screenshot: async () => {
      const { cssContentSize } = await call("Page.getLayoutMetrics");
      const clip = {
        x: 0,
        y: 0,
        width,
        height: Math.min(cssContentSize.height, 16_000 / (mobile ? 2 : 1)),
        scale: 1,
      };
      const { data } = await call("Page.captureScreenshot", { captureBeyondViewport: true, clip });
      return Buffer.from(data, "base64");
    },
    close: async () => {
      listeners.delete(listen);
      await send("Target.closeTarget", { targetId });
    },
  };
}
