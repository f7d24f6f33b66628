/** A cell stopped by the user. */
export class InterruptError extends Error {
  override readonly name = "InterruptError";

  constructor() {
    super("the cell was interrupted");
  }
}
