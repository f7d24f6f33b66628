import { isPromise, isProxy } from "node:util/types";
import { type Displayable, jupyterDisplay, type MimeBundle } from "../../core/jupyter-display.js";
import { arqueroView, danfoView, isArqueroTable, isDanfoFrame } from "./frame-view.js";
import { isResult, resultView } from "./result-view.js";
import { isSample, samplesView } from "./sample-view.js";
import { tableBundle } from "./table-view.js";

/**
 * How a value shows itself in a notebook, null if it is nothing special: what its method `[jupyterDisplay]` says; tables
 * of arquero and Danfo, results of statistics and samples, all recognised by their shape. A proxy is not asked, as any question may
 * run code of its owner's.
 */
export function richBundle(value: unknown): MimeBundle | null | Promise<MimeBundle> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return null;
  if (isProxy(value)) return null;
  const own = (value as Partial<Displayable>)[jupyterDisplay];
  if (typeof own === "function") {
    const shown: unknown = own.call(value);
    // What needs no waiting is shown in its order among other outputs.
    return isPromise(shown) ? shown.then(toMimeBundle) : toMimeBundle(shown);
  }
  try {
    return tableOf(value);
  } catch {
    // A getter of what only looks like one of these.
    return null;
  }
}

/** Of what is known by its shape, null of anything else. */
function tableOf(value: object): MimeBundle | null {
  if (isArqueroTable(value)) return tableBundle(arqueroView(value));
  if (isDanfoFrame(value)) return tableBundle(danfoView(value));
  if (isSample(value)) return tableBundle(samplesView([value]));
  if (Array.isArray(value) && isSample(value[0]) && Array.from(value).every(isSample))
    return tableBundle(samplesView(value));
  if (isResult(value)) return tableBundle(resultView(value));
  return null;
}

const mimeType = /^[\w.+-]+\/[\w.+-]+$/;

/** Whether a value is a bundle itself: all of its names are MIME types. */
export function isMimeBundle(value: unknown): value is MimeBundle {
  if (typeof value !== "object" || value === null || isProxy(value)) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => mimeType.test(name));
}

/**
 * A bundle as it can be sent: texts as they are, bytes as base64, anything else as JSON has it.
 *
 * @throws {TypeError} it is no bundle, or JSON cannot have its contents
 */
export function toMimeBundle(bundle: unknown): MimeBundle {
  if (typeof bundle !== "object" || bundle === null) {
    throw new TypeError(`[Symbol.for("Jupyter.display")] needs to return an object of MIME types`);
  }
  const entries = Object.entries(bundle).map(([type, content]) => [type, toContent(type, content)]);
  return Object.fromEntries(entries);
}

function toContent(type: string, content: unknown): unknown {
  if (typeof content === "string") return content;
  if (content instanceof Uint8Array) return Buffer.from(content).toString("base64");
  try {
    const json = JSON.stringify(content);
    if (json !== undefined) return JSON.parse(json);
  } catch (error) {
    throw new TypeError(`${type} needs contents that JSON has: ${(error as Error).message}`);
  }
  throw new TypeError(`${type} needs contents that JSON has, got ${typeof content}`);
}
