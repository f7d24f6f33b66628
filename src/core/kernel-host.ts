import type { MimeBundle } from "./jupyter-display.js";

/** What an output may be besides its bundle. */
export interface HostDisplayOptions {
  /** The name by which the output can be replaced later. */
  readonly id?: string | undefined;
  /** Replaces the outputs of that `id` instead of adding one. */
  readonly update?: boolean | undefined;
}

/** What our kernel offers to the code that runs in it, as a property of `globalThis`. */
export interface KernelHost {
  /** Shows all formats of a bundle as one output. */
  readonly display: (bundle: MimeBundle, options?: HostDisplayOptions) => void;
  /** Clears the cell's outputs, at once or when the next one comes. */
  readonly clear: (wait: boolean) => void;
  /** Shows something beside the notebook, in the front end's pager. */
  readonly page: (bundle: MimeBundle) => void;
}

/** The property's name. */
export const kernelHost: unique symbol = Symbol.for("noisefloor.kernel") as never;
