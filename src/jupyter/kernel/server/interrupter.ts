/** What an {@link Interrupter} acts on. */
export interface InterrupterOptions {
  /** Asks the main thread, which hears it when it next has time. */
  readonly ask: () => void;
  /** Stops the main thread where it is; settles when that is done. */
  readonly force: () => Promise<void>;
  /** Whether the main thread does the kernel's own work, which must not be stopped. */
  readonly isOwnWork: () => boolean;
  /** How long, in milliseconds, an answer may take before force is used; default 250. */
  readonly patience?: number;
}

/** Interrupts the main thread: asks first, and uses force when there is no answer. */
export class Interrupter {
  readonly #options: InterrupterOptions;
  readonly #patience: number;
  #timer: NodeJS.Timeout | undefined;
  #isPending = false;
  #isForcing = false;

  constructor(options: InterrupterOptions) {
    this.#options = options;
    this.#patience = options.patience ?? 250;
  }

  interrupt(): void {
    this.#isPending = true;
    this.#options.ask();
    this.#insist(this.#patience);
  }

  /** The main thread has heard us, or has finished. */
  answered(): void {
    this.#isPending = false;
    clearTimeout(this.#timer);
  }

  #insist(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#force(), milliseconds);
  }

  async #force(): Promise<void> {
    if (this.#isForcing || this.#options.isOwnWork()) return this.#insist(this.#patience);
    this.#isForcing = true;
    await this.#options.force();
    this.#isForcing = false;
    // What was stopped may take its time to say so.
    if (this.#isPending) this.#insist(8 * this.#patience);
  }
}
