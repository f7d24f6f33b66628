import { describe, expect, it } from "vitest";
import {
  checkChoice,
  checkConfidence,
  checkFinite,
  checkInteger,
  checkOptionNames,
  checkOptions,
  checkProbability,
} from "../../src/core/check-options.js";
import { expectInputError } from "../support/expect-input-error.js";

describe("check options", () => {
  it("checkOptions(f, options) wants an object", () => {
    const options = { confidence: 0.99 };
    expect(checkOptions("f", options)).toBe(options);
    for (const bad of [null, undefined, 0.99, "holm", [], () => 1]) {
      expectInputError(() => checkOptions("f", bad as never), "f", "options", /an object.*, got/);
    }
    expectInputError(() => checkOptions("f", null as never, "labels"), "f", "labels", /got null/);
  });

  it("checkOptionNames(f, options, known) refuses an unknown name, and says which was meant", () => {
    const known = { confidence: true, seed: true } as const;
    checkOptionNames("f", { confidence: 0.9, seed: 1 }, known);
    checkOptionNames<object>("f", {}, known);
    const check = (options: object) => () => checkOptionNames<object>("f", options, known);
    expectInputError(check({ confidenec: 0.9 }), "f", "options", /"confidenec"; did you mean "confidence"\?/);
    expectInputError(check({ window: 3 }), "f", "options", /"window"; the options are confidence, seed/);
    expectInputError(check({ toString: 1 }), "f", "options", /"toString"/);
  });

  it("checkConfidence(f, confidence) wants a number between 0 and 1", () => {
    for (const good of [1e-9, 0.95, 1 - 1e-9]) checkConfidence("f", good);
    for (const bad of [0, 1, 95, -0.5, Number.NaN, "0.95", null, undefined]) {
      expectInputError(() => checkConfidence("f", bad as never), "f", "confidence", /between 0 and 1.*got/);
    }
  });

  it("checkProbability(f, argument, p) wants a number from 0 to 1", () => {
    for (const good of [0, 0.5, 1]) checkProbability("f", "p", good);
    for (const bad of [-1e-9, 1.01, Number.NaN, "0.5", null]) {
      expectInputError(() => checkProbability("f", "p", bad as never), "f", "p", /from 0 to 1.*got/);
    }
  });

  it("checkFinite(f, argument, value) wants a finite number", () => {
    checkFinite("f", "shift", -3);
    for (const bad of [Number.NaN, Number.NEGATIVE_INFINITY, "1", null]) {
      expectInputError(() => checkFinite("f", "shift", bad as never), "f", "shift", /finite number, got/);
    }
  });

  it("checkInteger(f, argument, value, minimum, maximum) wants a whole number in the range", () => {
    checkInteger("f", "count", 3, 3, 3);
    checkInteger("f", "count", Number.MAX_SAFE_INTEGER, 0);
    for (const bad of [2, 5, 3.5, Number.NaN, "3"]) {
      expectInputError(() => checkInteger("f", "count", bad as never, 3, 4), "f", "count", /3 to 4, got/);
    }
    expectInputError(() => checkInteger("f", "count", 0, 1), "f", "count", /whole number, 1 or more, got 0/);
  });

  it("checkChoice(f, argument, value, choices) lists the choices", () => {
    checkChoice("f", "side", "left", ["left", "right"]);
    const bad = "up" as "left";
    expectInputError(
      () => checkChoice("f", "side", bad, ["left"]),
      "f",
      "side",
      /needs one of "left", got "up"/,
    );
  });
});
