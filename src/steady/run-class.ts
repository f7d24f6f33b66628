/**
 * How one run develops, in the words of Barrett et al. (2017): "flat", it is steady from the first value on; "warmup", it
 * becomes better and stays so; "slowdown", it becomes worse; "no steady state", its level still changes near the end.
 */
export type RunClass = "flat" | "warmup" | "slowdown" | "no steady state";

/**
 * What several runs have in common: the class of all of them, or "good inconsistent" if some are flat and the others warm up,
 * or else "bad inconsistent".
 */
export type RunsClass = RunClass | "good inconsistent" | "bad inconsistent";

/** All classes of one run, in the order of the paper. */
export const runClasses: readonly RunClass[] = ["flat", "warmup", "slowdown", "no steady state"];

/** The class of several runs; null if there are none. */
export function classOfRuns(classes: readonly RunClass[]): RunsClass | null {
  const found = new Set(classes);
  const [first = null] = classes;
  if (found.size <= 1) return first;
  return found.size === 2 && found.has("flat") && found.has("warmup")
    ? "good inconsistent"
    : "bad inconsistent";
}
