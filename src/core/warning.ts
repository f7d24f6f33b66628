/** A doubt about a result: the data are valid, but do not carry everything that was asked of them. */
export interface Warning {
  /** Stable, machine-readable: "too-few-values", "no-variation", … */
  readonly code: string;
  /** One sentence for people that says what to do about it. */
  readonly message: string;
}
