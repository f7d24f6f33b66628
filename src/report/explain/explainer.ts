/** What the two sides of a comparison are called in a sentence: "the new parser". */
export interface Sides {
  readonly baseline: string;
  readonly candidate: string;
}

/** One explainer for each method of these results. */
export type ExplainersOf<Result extends { readonly method: string }> = {
  readonly [Method in Result["method"]]: (result: ResultOf<Result, Method>, sides: Sides) => string;
};

/** The results that may carry this method: one type may stand for several methods, and one method for several types. */
type ResultOf<Result extends { readonly method: string }, Method> = Result extends unknown
  ? Method extends Result["method"]
    ? Result
    : never
  : never;
