import { randomBytes } from "node:crypto";
import type { MimeBundle } from "../../core/jupyter-display.js";
import { type HostDisplayOptions, type KernelHost, kernelHost } from "../../core/kernel-host.js";
import { currentCell } from "./engine/cell-context.js";
import type { OutputListener, Parent } from "./engine.js";

export interface KernelGlobalsOptions {
  readonly onOutput: OutputListener;
  /** Asks the user and waits for the answer. */
  readonly ask: (parent: Parent, prompt: string, password: boolean) => string;
}

/** What cells find in `globalThis` beyond Node's own: `prompt`, `__dirname`, and what `display` uses. */
export function installKernelGlobals({ onOutput, ask }: KernelGlobalsOptions): KernelHost {
  const host: KernelHost = {
    display: (data: MimeBundle, { id, update = false }: HostDisplayOptions = {}) => {
      const { parent, silent } = currentCell();
      const type = update ? "update_display_data" : "display_data";
      const transient = id === undefined ? {} : { display_id: String(id) };
      if (!silent) onOutput(parent, { type, content: { data, metadata: {}, transient } });
    },
    clear: (wait) => {
      const { parent, silent } = currentCell();
      if (!silent) onOutput(parent, { type: "clear_output", content: { wait } });
    },
    page: (bundle) => {
      currentCell().pages.push(bundle);
    },
  };
  const question = (password: boolean) => (message?: unknown) => {
    const { parent, allowStdin } = currentCell();
    if (!allowStdin) throw new Error("prompt: this front end does not take input");
    return ask(parent, message === undefined ? "" : String(message), password);
  };
  const prompt = Object.assign(
    (message?: unknown, initial?: unknown) => {
      const answer = question(false)(message);
      return answer === "" && initial !== undefined ? String(initial) : answer;
    },
    { password: question(true) },
  );
  // What CommonJS calls the folder of a file; a notebook does not know the name of its own.
  Object.assign(globalThis, { prompt, __dirname: process.cwd() });
  Object.defineProperty(globalThis, kernelHost, { value: host });
  return host;
}

/** What tslab's own module offers, so that notebooks that import it run here as well. */
export function tslabModule(host: KernelHost, versions: Readonly<Record<string, string>>): object {
  const formats = {
    javascript: "text/javascript",
    html: "text/html",
    markdown: "text/markdown",
    latex: "text/latex",
    svg: "image/svg+xml",
    png: "image/png",
    jpeg: "image/jpeg",
    gif: "image/gif",
    pdf: "application/pdf",
    text: "text/plain",
  };
  const newDisplay = (id?: string) => {
    let isShown = false;
    const raw = (type: string, content: unknown) => {
      const data = content instanceof Uint8Array ? Buffer.from(content).toString("base64") : content;
      host.display({ [type]: data }, { id, update: isShown });
      isShown = id !== undefined;
    };
    const methods = Object.entries(formats).map(([name, type]) => [
      name,
      (content: unknown) => raw(type, content),
    ]);
    return { raw, ...Object.fromEntries(methods) };
  };
  return { display: newDisplay(), newDisplay: () => newDisplay(randomBytes(8).toString("hex")), versions };
}
