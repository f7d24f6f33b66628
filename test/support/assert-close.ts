import { AssertionError } from "node:assert";

/** How far numbers may be apart: by `rel` of the larger of the two, or by `abs`, whichever allows more. */
export interface Tolerance {
  readonly rel?: number;
  readonly abs?: number;
}

/**
 * Asserts that two results are equal but for rounding: the same fields, array lengths, strings and nulls throughout, and
 * every number within the tolerance. Typed arrays compare with plain ones. A field that is undefined counts as missing.
 */
export function assertClose(actual: unknown, expected: unknown, tolerance: Tolerance = {}): void {
  const { rel = 1e-12, abs = 0 } = tolerance;
  const problems = [...differences(actual, expected, "result", { rel, abs })];
  if (problems.length > 0) {
    throw new AssertionError({ message: problems.join("\n"), actual, expected, stackStartFn: assertClose });
  }
}

function* differences(
  actual: unknown,
  expected: unknown,
  path: string,
  tolerance: Required<Tolerance>,
): Generator<string> {
  if (typeof expected === "number" && typeof actual === "number") {
    if (!areClose(actual, expected, tolerance)) {
      const distance = Math.abs(actual - expected) / Math.max(Math.abs(actual), Math.abs(expected));
      yield `${path}: ${actual} instead of ${expected} (relative distance ${distance.toPrecision(3)})`;
    }
  } else if (isList(expected) && isList(actual)) {
    if (actual.length !== expected.length) {
      yield `${path}: ${actual.length} elements instead of ${expected.length}`;
      return;
    }
    for (let i = 0; i < expected.length; i++) {
      yield* differences(actual[i], expected[i], `${path}[${i}]`, tolerance);
    }
  } else if (isRecord(expected) && isRecord(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      yield* differences(actual[key], expected[key], `${path}.${key}`, tolerance);
    }
  } else if (!Object.is(actual, expected)) {
    yield `${path}: ${String(actual)} instead of ${String(expected)}`;
  }
}

function areClose(actual: number, expected: number, { rel, abs }: Required<Tolerance>): boolean {
  // NaN and infinities are close to themselves only; 0 and −0 are the same.
  if (actual === expected || Object.is(actual, expected)) return true;
  if (!Number.isFinite(actual) || !Number.isFinite(expected)) return false;
  const allowed = Math.max(abs, rel * Math.max(Math.abs(actual), Math.abs(expected)));
  return Math.abs(actual - expected) <= allowed;
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !isList(value);
}
