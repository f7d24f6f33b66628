import { expect } from "vitest";
import { InputError } from "../../src/core/input-error.js";

/** Asserts that the call throws an {@link InputError} of this function, argument and problem. */
export function expectInputError(
  call: () => unknown,
  functionName: string,
  argument: string,
  problem: RegExp,
): void {
  let thrown: unknown;
  try {
    call();
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(InputError);
  expect(thrown).toMatchObject({ functionName, argument, problem: expect.stringMatching(problem) });
}
