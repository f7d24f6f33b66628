import { expect } from "vitest";
import type { Values } from "../../src/core/values.js";

/**
 * Calls `work` with a frozen array and with a typed one, and asserts that neither is modified and both give the same.
 */
export function expectUnchanged(values: readonly number[], work: (values: Values) => unknown): void {
  const frozen = Object.freeze([...values]);
  const typed = Float64Array.from(values);
  expect(work(typed)).toEqual(work(frozen));
  expect([...typed]).toEqual([...values]);
}
