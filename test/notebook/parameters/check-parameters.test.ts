import { describe, it } from "vitest";
import { checkParameters } from "../../../src/notebook/parameters/check-parameters.js";
import { expectInputError } from "../../support/expect-input-error.js";

describe("checkParameters", () => {
  it("checkParameters accepts identifiers of the language and JSON values", () => {
    const values = {
      text: "",
      number: -1.5,
      no: false,
      nothing: null,
      list: [1, ["a"]],
      object: { "any key": {} },
    };
    checkParameters("f", values, "typescript");
    checkParameters("f", { größe: 1, $_: 2, None: 3, lambda: 4 }, "javascript");
    checkParameters("f", { größe: 1, _: 2, let: 3, typeof: 4 }, "python");
  });

  it.each([
    ["typescript", ["", "a b", "a-b", "1a", "a;alert(1)", "class", "await", "null", "a\nb"]],
    ["python", ["", "a b", "$a", "1a", "lambda", "None", "print(1)#", "a\nb"]],
  ] as const)("checkParameters refuses names that are no variables in %s", (language, names) => {
    for (const name of names) {
      expectInputError(
        () => checkParameters("f", { [name]: 1 }, language),
        "f",
        "parameters",
        /^needs names that are variables in (TypeScript|Python), got "/,
      );
    }
  });

  it("checkParameters refuses what JSON cannot say, wherever it stands", () => {
    const circular: unknown[] = [];
    circular.push(circular);
    const wrong = [
      undefined,
      Number.NaN,
      Infinity,
      1n,
      () => 1,
      new Date(0),
      new Map(),
      circular,
      [undefined],
      { a: NaN },
    ];
    for (const value of wrong) {
      expectInputError(
        () => checkParameters("f", { x: value }, "typescript"),
        "f",
        "parameters.x",
        /^needs a JSON value: .*, got /,
      );
    }
  });
});
