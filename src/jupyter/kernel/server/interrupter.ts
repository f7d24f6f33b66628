/** What an {@link Interrupter} acts on. */
export interface InterrupterOptions {
  /** Asks the main thread to stop its cell. */
  readonly ask: () => void;
  /** Whether it has come back to its event loop since. */
  readonly isHeard: () => boolean;
  /** Whether it does the kernel's own work, which must not be stopped. */
  readonly isOwnWork: () => boolean;
  /** Stops the main thread where it is; settles when that is done, with whether there was something to stop. */
  readonly force: () => Promise<boolean>;
  /** How long, in milliseconds, that may take before force is used; default 250. */
  readonly patience?: number;
}

/** How long until another look, where the kernel's own code was running. */
const glanceMilliseconds = 20;

/** Interrupts the main thread: asks first, and uses force when that is not heard. */
export class Interrupter {
  readonly #options: InterrupterOptions;
  readonly #patience: number;
  #timer: NodeJS.Timeout | undefined;
  #isForcing = false;

  constructor(options: InterrupterOptions) {
    this.#options = options;
    this.#patience = options.patience ?? 250;
  }

  interrupt(): void {
    this.#options.ask();
    this.#insist(this.#patience);
  }

  #insist(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#force(), milliseconds);
  }

  async #force(): Promise<void> {
    const { isHeard, isOwnWork, force } = this.#options;
    if (isHeard()) return;
    if (this.#isForcing || isOwnWork()) return this.#insist(glanceMilliseconds);
    this.#isForcing = true;
    const isStopped = await force();
    this.#isForcing = false;
    this.#insist(isStopped ? this.#patience : glanceMilliseconds);
  }
}
