import { InterruptError } from "./engine/interrupt-error.js";

const asked = 0;
const stretch = 1;
const unheard = 2;

/** What a stretch of a cell's code may be. */
const none = 0;
const running = 1;
/** SIGINT is on its way to it. */
const signalled = 2;

/**
 * What the thread that takes interrupts and the thread that runs cells agree on, so that an interrupt stops the cell for
 * which it came, whenever it comes, and no other one.
 *
 * A signal hits whatever runs when it arrives. So it is sent only to a stretch of code that can be stopped by it, and
 * that stretch does not end before it has arrived.
 */
export class InterruptFlags {
  /** How many integers the two threads share. */
  static readonly size: number = 3;

  readonly #flags: Int32Array;

  constructor(flags: Int32Array = new Int32Array(new SharedArrayBuffer(4 * InterruptFlags.size))) {
    this.#flags = flags;
  }

  /** Whether the thread has not come back to its event loop since the last interrupt. */
  get isUnheard(): boolean {
    return Atomics.load(this.#flags, unheard) === 1;
  }

  /** Asks the cell to stop. */
  ask(): void {
    Atomics.store(this.#flags, asked, 1);
    Atomics.store(this.#flags, unheard, 1);
  }

  /** The thread is at its event loop. @returns whether its cell has still to stop; that is done with */
  hear(): boolean {
    Atomics.store(this.#flags, unheard, 0);
    return this.#take();
  }

  /** The cell has ended. */
  withdraw(): void {
    Atomics.store(this.#flags, asked, 0);
  }

  /** Whether a stretch runs; then it waits for the signal that is sent now. */
  willSignal(): boolean {
    return Atomics.compareExchange(this.#flags, stretch, running, signalled) === running;
  }

  /**
   * Begins a stretch that SIGINT can stop.
   *
   * @throws {InterruptError} the cell was asked to stop before
   */
  enter(): void {
    Atomics.store(this.#flags, stretch, running);
    if (this.#take()) throw new InterruptError();
  }

  /** Ends it, unless a signal is on its way: then that ends it. */
  leave(): void {
    if (Atomics.compareExchange(this.#flags, stretch, running, none) === signalled) for (;;);
  }

  /** A stretch was stopped, and did not come to its end. */
  stopped(): void {
    Atomics.store(this.#flags, stretch, none);
    this.withdraw();
  }

  #take(): boolean {
    return Atomics.compareExchange(this.#flags, asked, 1, 0) === 1;
  }
}
