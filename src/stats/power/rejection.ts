/** The chance that a test finds an effect of this size, which is 0 or above, on the scale of the noise. */
export type Rejection = (effect: number) => RejectionChance;

/** See {@link Rejection}. */
export interface RejectionChance {
  readonly power: number;
  /** Standard error of `power` from simulation; null where it is computed. */
  readonly monteCarloError: number | null;
}

/** "two-sided": any difference is looked for; "one-sided": only one in the direction of the effect. */
export type PowerAlternative = "two-sided" | "one-sided";
