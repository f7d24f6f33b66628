import { isSample } from "../core/sample.js";

const seconds: Readonly<Record<string, number>> = {
  ps: 1e-12,
  ns: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  ms: 1e-3,
  s: 1,
  min: 60,
  h: 3600,
};

/** How many seconds a unit of time holds; null if it is none. */
export function secondsPerUnit(unit: string | null): number | null {
  return unit !== null && Object.hasOwn(seconds, unit) ? seconds[unit]! : null;
}

/** Whether values add up to the time that has passed: samples of the metric "time" in a unit of time. */
export function areDurations(input: unknown): boolean {
  const samples = isSample(input) ? [input] : Array.isArray(input) ? input : [];
  return (
    samples.length > 0 &&
    samples.every((item) => isSample(item) && item.metric === "time" && secondsPerUnit(item.unit) !== null)
  );
}
