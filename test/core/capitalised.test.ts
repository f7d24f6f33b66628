import { expect, it } from "vitest";
import { capitalised } from "../../src/core/capitalised.js";

it.each([
  ["latency p50", "Latency p50"],
  ["Latency", "Latency"],
  ["élan", "Élan"],
  ["", ""],
])("capitalised(%j) is %j", (text, expected) => {
  expect(capitalised(text)).toBe(expected);
});
