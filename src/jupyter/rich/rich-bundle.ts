import { type Displayable, jupyterDisplay, type MimeBundle } from "../../core/jupyter-display.js";
import { arqueroView, danfoView, isArqueroTable, isDanfoFrame } from "./frame-view.js";
import { isResult, resultView } from "./result-view.js";
import { isSample, samplesView } from "./sample-view.js";
import { tableBundle } from "./table-view.js";

/**
 * How a value shows itself in a notebook, null if it is nothing special: what its method `[jupyterDisplay]` says; tables
 * of arquero and Danfo, results of statistics and samples, all recognised by their shape.
 */
export async function richBundle(value: unknown): Promise<MimeBundle | null> {
  if ((typeof value !== "object" && typeof value !== "function") || value === null) return null;
  const own = (value as Partial<Displayable>)[jupyterDisplay];
  if (typeof own === "function") return toMimeBundle(await own.call(value));
  if (isArqueroTable(value)) return tableBundle(arqueroView(value));
  if (isDanfoFrame(value)) return tableBundle(danfoView(value));
  if (isSample(value)) return tableBundle(samplesView([value]));
  if (Array.isArray(value) && value.length > 0 && value.every(isSample))
    return tableBundle(samplesView(value));
  if (isResult(value)) return tableBundle(resultView(value));
  return null;
}

const mimeType = /^[\w.+-]+\/[\w.+-]+$/;

/** Whether a value is a bundle itself: all of its names are MIME types. */
export function isMimeBundle(value: unknown): value is MimeBundle {
  if (typeof value !== "object" || value === null) return false;
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => mimeType.test(name));
}

/** A bundle as it can be sent: bytes as base64. */
export function toMimeBundle(bundle: unknown): MimeBundle {
  if (typeof bundle !== "object" || bundle === null) {
    throw new TypeError(`[Symbol.for("Jupyter.display")] needs to return an object of MIME types`);
  }
  const entries = Object.entries(bundle).map(([type, content]) => [
    type,
    content instanceof Uint8Array ? Buffer.from(content).toString("base64") : content,
  ]);
  return Object.fromEntries(entries);
}
