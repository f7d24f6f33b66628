import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatQuantity } from "../../src/data/format-quantity.js";

describe("formatQuantity", () => {
  it.each([
    [737.3712, "ms", "737.4 ms"],
    [20_080_000, "ns", "20.08 ms"],
    [1537.64, "ms", "1.538 s"],
    [0.235, "%", "0.2350 %"],
    [102.7, "req/s", "102.7 req/s"],
    [123_456, "req/s", "123,456 req/s"],
    [123_456, "1/s", "123.5 k/s"],
    [5, "B", "5.000 B"],
    [1_536_000, "B", "1.536 MB"],
    [2048, "KiB", "2.000 MiB"],
    [2.5e9, "Hz", "2.500 GHz"],
    [12, "us", "12.00 µs"],
    [0.25, "ns", "250.0 ps"],
    [-0.0021, "s", "−2.100 ms"],
    [0, "ns", "0 ns"],
    [-0, "ns", "0 ns"],
    [7200, "s", "7,200 s"],
    [1_234_567, "1", "1,234,567"],
    [2.71951, "1", "2.720"],
    [2e-9, "%", "2.000e−9 %"],
    [2e20, "%", "2.000e+20 %"],
  ])("formatQuantity(%d, %j) is %j", (value, unit, text) => {
    expect(formatQuantity(value, unit)).toBe(text);
  });

  it("formatQuantity rounds before it chooses the unit", () => {
    expect(formatQuantity(999.94, "ns")).toBe("999.9 ns");
    expect(formatQuantity(999.96, "ns")).toBe("1.000 µs");
    expect(formatQuantity(999.6, "ns", { significantDigits: 3 })).toBe("1.00 µs");
  });

  it("formatQuantity writes in the unit that is asked for", () => {
    expect(formatQuantity(1537.64, "ms", { targetUnit: "ms", significantDigits: 6 })).toBe("1,537.64 ms");
    expect(formatQuantity(20_080_000, "ns", { targetUnit: "us" })).toBe("20,080 µs");
    expect(formatQuantity(3, "%", { targetUnit: "%", significantDigits: 2 })).toBe("3.0 %");
  });

  it("formatQuantity of the opposite value differs in the sign only", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 1e18, noNaN: true }), (value) => {
        expect(formatQuantity(-value, "ns")).toBe(`−${formatQuantity(value, "ns")}`);
      }),
    );
  });

  it("formatQuantity keeps the value to the digits that it prints", () => {
    const sizes: Readonly<Record<string, number>> = { ps: 1e-3, ns: 1, µs: 1e3, ms: 1e6, s: 1e9 };
    fc.assert(
      fc.property(
        fc.double({ min: 1e-3, max: 1e15, noNaN: true }),
        fc.integer({ min: 1, max: 12 }),
        (value, significantDigits) => {
          const [number = "", unit = ""] = formatQuantity(value, "ns", { significantDigits }).split(" ");
          const read = Number(number.replaceAll(",", "")) * (sizes[unit] ?? Number.NaN);
          expect(Math.abs(read / value - 1)).toBeLessThanOrEqual(0.5001 * 10 ** (1 - significantDigits));
        },
      ),
    );
  });

  it.each([
    [() => formatQuantity(Number.NaN, "ms"), "formatQuantity: value needs a finite number, got NaN"],
    [() => formatQuantity(1 / 0, "ms"), "formatQuantity: value needs a finite number, got Infinity"],
    [() => formatQuantity(1, ""), 'formatQuantity: unit needs a name such as "ms" or "1", got ""'],
    [
      () => formatQuantity(1, "ms", { significantDigits: 0 }),
      "formatQuantity: significantDigits needs a whole number, 1 to 15, got 0",
    ],
    [
      () => formatQuantity(1, "ms", { significantDigits: 2.5 }),
      "formatQuantity: significantDigits needs a whole number, 1 to 15, got 2.5",
    ],
    [
      () => formatQuantity(1, "ms", { targetUnit: "B" }),
      'formatQuantity: targetUnit needs one of ps, ns, µs, ms, s, got "B"',
    ],
  ])("formatQuantity refuses bad input, %#", (call, message) => {
    expect(call).toThrow(new RegExp(`^${message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`));
  });
});
