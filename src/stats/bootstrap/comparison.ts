import { InputError } from "../../core/input-error.js";
import type { Replicates } from "./bounds.js";

/** How the candidate's statistic is set against the baseline's: candidate − baseline, or candidate / baseline. */
export type BootstrapComparison = "difference" | "ratio";

/** The comparison of two numbers. */
export function compareStatistics(
  comparison: BootstrapComparison,
  baseline: number,
  candidate: number,
): number {
  return comparison === "ratio" ? candidate / baseline : candidate - baseline;
}

/**
 * The comparison of two independent sets of replicates, one by one. Standard errors by the delta method, for a ratio of its
 * logarithm: exchanging the samples then gives the reciprocal interval, and no bound is below zero.
 */
export function compareReplicates(
  comparison: BootstrapComparison,
  baseline: Replicates,
  candidate: Replicates,
  estimates: readonly [baseline: number, candidate: number],
): Replicates {
  const values = baseline.values.map((value, r) =>
    compareStatistics(comparison, value, candidate.values[r]!),
  );
  if (baseline.errors === null || candidate.errors === null) return { values, errors: null };
  const [first, second] = [baseline.errors, candidate.errors];
  const errorOf = comparison === "ratio" ? errorOfRatio : errorOfDifference;
  return {
    values,
    errors: {
      scale: comparison === "ratio" ? "log" : "linear",
      ofEstimate: errorOf(...estimates, first.ofEstimate, second.ofEstimate),
      ofValues: first.ofValues.map((error, r) =>
        errorOf(baseline.values[r]!, candidate.values[r]!, error, second.ofValues[r]!),
      ),
    },
  };
}

/** @throws {InputError} a ratio is asked for to a statistic of zero, or next to it */
export function checkRatio(
  functionName: string,
  comparison: BootstrapComparison,
  ofBaseline: number,
  ofCandidate: number,
): void {
  if (comparison === "ratio" && !Number.isFinite(ofCandidate / ofBaseline)) {
    throw new InputError(
      functionName,
      "baseline",
      `needs a statistic other than zero for a ratio, got ${ofBaseline}; ask for the comparison "difference"`,
    );
  }
}

function errorOfDifference(_baseline: number, _candidate: number, error: number, other: number): number {
  return Math.hypot(error, other);
}

function errorOfRatio(baseline: number, candidate: number, error: number, other: number): number {
  return Math.hypot(error / baseline, other / candidate);
}
