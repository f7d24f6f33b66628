/** A source of random numbers that inner functions draw from. The same state gives the same bits on every machine. */
export interface Rng {
  /** A whole number from 0 to 2³² − 1, each equally likely. */
  readonly uint32: () => number;
  /** A multiple of 2⁻⁵³ in [0, 1), each equally likely. */
  readonly uniform: () => number;
  /** A whole number from 0 to `bound` − 1, each equally likely; `bound` from 1 to 2³² − 1. */
  readonly below: (bound: number) => number;
  /** Fills `target` with independent draws of {@link Rng.below}, much faster than one at a time. */
  readonly fillBelow: (target: Uint32Array, bound: number) => void;
  /**
   * Moves a random choice of `count` of the numbers in `order` to its front, in random order: the first steps of the shuffle
   * of Fisher and Yates, much faster than one {@link Rng.below} a step.
   */
  readonly shuffleFirst: (order: Uint32Array, count: number) => void;
}
