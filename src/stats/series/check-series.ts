import { type CheckedMeasurements, checkMeasurements, type Measurements } from "../../core/measurements.js";

/** Checks values whose order in time matters, and says where several runs are joined end to end. */
export function checkSeries(
  functionName: string,
  values: Measurements,
  minimum: number,
): CheckedMeasurements {
  const checked = checkMeasurements(functionName, "values", values, minimum);
  return {
    ...checked,
    warnings: checked.warnings.map((warning) =>
      warning.code === "pooled-runs" ? { code: "joined-runs", message: joinedRuns } : warning,
    ),
  };
}

const joinedRuns =
  "Several runs are joined end to end as one series, so that differences between runs count as autocorrelation; " +
  "look at one run at a time, or use hierarchicalBootstrap().";
