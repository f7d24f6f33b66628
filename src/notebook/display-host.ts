import type { MimeBundle } from "../core/jupyter-display.js";
import { type HostDisplayOptions, type KernelHost, kernelHost } from "../core/kernel-host.js";

/** What stock tslab offers: one format an output. */
interface TslabDisplay {
  readonly raw: (mimeType: string, content: unknown) => void;
}

/** tslab's own module. */
interface Tslab {
  readonly display: TslabDisplay;
  /** A display whose second output replaces its first. */
  readonly newDisplay: () => TslabDisplay;
}

interface Host {
  readonly [kernelHost]?: KernelHost;
  readonly __tslab__?: { readonly require: (name: "tslab") => Tslab };
}

/** Stock tslab can show one format only; of those a bundle has, the first of these. */
const bestFirst = [
  "image/png",
  "image/jpeg",
  "text/html",
  "image/svg+xml",
  "text/markdown",
  "text/latex",
  "application/json",
  "text/plain",
] as const;

/** tslab's displays by our ids; it makes up its own. */
const tslabDisplays = new Map<string, TslabDisplay>();

/** Shows a bundle in the kernel that runs this code; where there is none, its text goes to stdout. */
export function showBundle(bundle: MimeBundle, options: HostDisplayOptions = {}): void {
  const { [kernelHost]: kernel, __tslab__: tslab } = globalThis as Host;
  if (kernel !== undefined) {
    kernel.display(bundle, options);
  } else if (tslab !== undefined) {
    const type = bestFirst.find((format) => format in bundle) ?? Object.keys(bundle)[0] ?? "text/plain";
    // tslab's own require gives the instance that runs this kernel; any other would be a stranger to it.
    tslabDisplay(tslab.require("tslab"), options).raw(type, bundle[type]);
  } else {
    const text = bundle["text/plain"] ?? `[${Object.keys(bundle).join(", ")}]`;
    process.stdout.write(`${String(text)}\n`);
  }
}

/** Clears the cell's outputs, where the kernel can. */
export function clearOutput(wait: boolean): void {
  (globalThis as Host)[kernelHost]?.clear(wait);
}

/** Shows a bundle in the pager, where the kernel has one. */
export function showPage(bundle: MimeBundle): void {
  const kernel = (globalThis as Host)[kernelHost];
  if (kernel === undefined) showBundle(bundle);
  else kernel.page(bundle);
}

function tslabDisplay(tslab: Tslab, { id, update = false }: HostDisplayOptions): TslabDisplay {
  if (id === undefined) return tslab.display;
  const known = tslabDisplays.get(id);
  if (update && known !== undefined) return known;
  const display = tslab.newDisplay();
  tslabDisplays.set(id, display);
  return display;
}
