import { InterruptError } from "./interrupt-error.js";

/** How a cell that waits learns that it is to stop. */
export class Interruption {
  /** Rejects when the user interrupts: what waits ends. */
  readonly requested: Promise<never>;
  /** Rejects when the cell was stopped by force and cannot come to its end. */
  readonly abandoned: Promise<never>;
  #request: (error: InterruptError) => void = () => {};
  #abandon: (error: InterruptError) => void = () => {};
  #isRequested = false;
  #isAbandoned = false;

  constructor() {
    this.requested = new Promise((_, reject) => {
      this.#request = reject;
    });
    this.abandoned = new Promise((_, reject) => {
      this.#abandon = reject;
    });
    for (const promise of [this.requested, this.abandoned]) promise.catch(() => {});
  }

  get isAbandoned(): boolean {
    return this.#isAbandoned;
  }

  request(): void {
    this.#isRequested = true;
    this.#request(new InterruptError());
  }

  abandon(): void {
    this.#isAbandoned = true;
    this.#abandon(new InterruptError());
  }

  /** @throws {InterruptError} the user has interrupted */
  check(): void {
    if (this.#isRequested) throw new InterruptError();
  }
}
