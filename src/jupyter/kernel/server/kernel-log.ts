import { writeSync } from "node:fs";

const stderr = 2;
/** So many messages that were dropped are told one by one. */
const mostSingly = 20;

/** Writes to the log of a process; what a full pipe does not take is lost, as nothing may end for a line of a log. */
export class KernelLog {
  readonly #write: (text: string) => void;
  #dropped = 0;

  constructor(write: (text: string) => void = (text) => writeSync(stderr, text)) {
    this.#write = write;
  }

  line(text: string): void {
    try {
      this.#write(`noisefloor kernel: ${text}\n`);
    } catch {}
  }

  /** A message was dropped. After the first ones only each doubling is told: whoever sends them must not fill the log. */
  dropped(channel: string, reason: string): void {
    this.#dropped += 1;
    const count = this.#dropped;
    const isPowerOfTwo = (count & (count - 1)) === 0;
    if (count <= mostSingly) this.line(`${channel}: dropped a ${reason}`);
    else if (isPowerOfTwo) this.line(`${channel}: dropped a ${reason}; ${count} dropped so far`);
  }
}
