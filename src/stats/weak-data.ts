import type { Warning } from "../core/warning.js";

/** No two values differ, neither within nor between the samples. */
export const noVariation: Warning = {
  code: "no-variation",
  message:
    "All values are equal, so nothing can be said about chance; measure with a finer clock or over more work a value.",
};

/** Says so where not even the clearest outcome could reach the customary 0.05. */
export function unreachable(smallestP: number): Warning[] {
  if (smallestP <= 0.05) return [];
  return [
    {
      code: "too-few-values",
      message:
        `The smallest p that so few values can give is ${Number(smallestP.toPrecision(3))}, so this test can never ` +
        "fall below 0.05; measure more often.",
    },
  ];
}
