import { expect, it } from "vitest";
import { InputError } from "../../src/core/input-error.js";

it("new InputError(function, argument, problem) reads as a sentence and keeps its parts for programs", () => {
  const error = new InputError("welchTTest", "baseline", "needs at least 2 values, got 1");
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBe("welchTTest: baseline needs at least 2 values, got 1");
  expect(error).toMatchObject({
    name: "InputError",
    functionName: "welchTTest",
    argument: "baseline",
    problem: "needs at least 2 values, got 1",
  });
});
