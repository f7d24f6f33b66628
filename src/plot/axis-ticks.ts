import type { Tick } from "./figure-model.js";

/**
 * Round numbers between two ends of a linear axis, in steps of 1, 2 or 5 times a power of ten.
 *
 * @param count - about how many are wanted, 1 or more
 * @param smallestStep - how close they may be: 1 where things are counted
 */
export function linearTicks(low: number, high: number, count: number, smallestStep = 0): readonly Tick[] {
  const step = Math.max(roundStep((high - low) / count), smallestStep);
  const notation = notationFor(Math.max(Math.abs(low), Math.abs(high)), step);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    // A whole number times the step, so that 0.1 + 0.2 is 0.3.
    const value = Number(((first + i) * step).toPrecision(15));
    return { value, label: tickLabel(value, step, notation) };
  });
}

/** Powers of ten of a logarithmic axis, with their 2s and 5s, or all digits, where there is room for them. */
export function logTicks(low: number, high: number, count: number): readonly Tick[] {
  const decades = Math.log10(high / low);
  if (decades < 0.7) return linearTicks(low, high, count);
  const digits = decades > count / 2 ? [1] : decades > count / 3 ? [1, 3] : [1, 2, 5];
  const every = Math.max(1, Math.ceil(decades / count));
  const notation = low < 1e-4 ? "exponent" : notationFor(high, low);
  const ticks: Tick[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    if (power % every !== 0) continue;
    for (const digit of digits) {
      const value = Number(`${digit}e${power}`);
      if (value >= low && value <= high)
        ticks.push({ value, label: tickLabel(value, 10 ** power, notation) });
    }
  }
  return ticks;
}

/** The 1, 2 or 5 times a power of ten that is nearest to `rough` by ratio. */
export function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough) + 1e-12);
  const distance = (factor: number): number => Math.abs(Math.log((factor * power) / rough));
  return [1, 2, 5, 10].reduce((best, factor) => (distance(factor) < distance(best) ? factor : best)) * power;
}

type Notation = "plain" | "exponent";

/** The numbers of an axis are written in the same way. */
function notationFor(largest: number, step: number): Notation {
  return largest >= 1e9 || (largest < 1e-3 && step < 1e-4) ? "exponent" : "plain";
}

/** A number with as many decimals as its step needs, commas between thousands and a true minus sign. */
function tickLabel(value: number, step: number, notation: Notation): string {
  const magnitude = Math.abs(value);
  const sign = value < 0 ? "−" : "";
  if (notation === "exponent") {
    if (magnitude === 0) return "0";
    const digits = Math.max(0, Math.floor(Math.log10(magnitude)) - Math.floor(Math.log10(step) + 1e-9));
    const [mantissa = "", exponent = ""] = magnitude.toExponential(Math.min(15, digits)).split("e");
    return `${sign}${mantissa}e${exponent.replace("+", "").replace("-", "−")}`;
  }
  const decimals = Math.min(12, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  const [whole = "", fraction] = magnitude.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`);
}
