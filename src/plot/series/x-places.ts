import { checkNumbers } from "../../core/check-numbers.js";
import { checkFinite, checkOptions } from "../../core/check-options.js";
import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import type { Values } from "../../core/values.js";
import { countText, quantityText } from "../quantity-text.js";

/** The x axis of a series. */
export interface SeriesX {
  /** What it counts; default "iteration", or "commit" with `labels`. */
  readonly label?: string;
  /** Default none. */
  readonly unit?: string;
  /** The x of the first value; default 0. */
  readonly start?: number;
  /** The distance between values; default 1. */
  readonly step?: number;
  /** The x of each value, ascending, such as times; instead of `start` and `step`. */
  readonly values?: Values;
  /** What each value belongs to, such as a commit or a date. */
  readonly labels?: readonly string[];
}

/** Where the values of a series stand. */
export interface XPlaces {
  readonly label: string;
  readonly unit: string;
  /** Between one place and the next, where nothing lies between them. */
  readonly step: number | undefined;
  /** The x of a value. */
  readonly at: (index: number) => number;
  /** Half-way between a value and the one before it; at the ends, the x of the first and the last. */
  readonly before: (index: number) => number;
  /** A place in words: "iteration 1,790", "commit 3fa2b1c". */
  readonly text: (index: number) => string;
  /** Null if there are none. */
  readonly labels: readonly string[] | null;
}

/**
 * @param count - how many places there are to be
 * @throws {InputError} an option is out of range, or there are fewer places than values
 */
export function xPlaces(functionName: string, options: SeriesX, count: number): XPlaces {
  const { unit = "", start = 0, step = 1, values, labels } = checkOptions(functionName, options, "x");
  const { label = labels === undefined ? "iteration" : "commit" } = options;
  checkFinite(functionName, "x.start", start);
  if (!(step > 0 && step < Number.POSITIVE_INFINITY)) {
    throw new InputError(functionName, "x.step", `needs a number above 0, got ${show(step)}`);
  }
  const given = values === undefined ? null : checkValues(functionName, values, count);
  if (labels !== undefined) checkLabels(functionName, labels, count);
  const at = (index: number): number => (given === null ? start + index * step : given[index]!);
  return {
    label,
    unit,
    step: given === null && unit === "" ? step : undefined,
    at,
    before: (index) =>
      index <= 0 ? at(0) : index >= count ? at(count - 1) : (at(index - 1) + at(index)) / 2,
    text: (index) => {
      if (labels !== undefined) return `${label} ${labels[index]}`;
      const place = at(index);
      const number = Number.isSafeInteger(place) ? integerText(place) : quantityText(place, "", 0);
      return `${label} ${number}${unit === "" ? "" : ` ${unit}`}`;
    },
    labels: labels ?? null,
  };
}

function integerText(value: number): string {
  return value < 0 ? `−${countText(-value)}` : countText(value);
}

function checkValues(functionName: string, values: Values, count: number): Readonly<Float64Array> {
  const checked = checkNumbers(functionName, "x.values", values);
  if (checked.length < count) {
    throw new InputError(functionName, "x.values", `needs one x a value, ${count}, got ${checked.length}`);
  }
  const late = checked.findIndex((value, i) => i > 0 && !(value > checked[i - 1]!));
  if (late === -1) return checked;
  throw new InputError(
    functionName,
    `x.values[${late}]`,
    `needs more than ${checked[late - 1]}, the one before, got ${checked[late]}; sort the series first`,
  );
}

function checkLabels(functionName: string, labels: readonly string[], count: number): void {
  if (!Array.isArray(labels) || labels.length < count) {
    const given = Array.isArray(labels) ? labels.length : show(labels);
    throw new InputError(functionName, "x.labels", `needs one text a value, ${count}, got ${given}`);
  }
  const wrong = labels.findIndex((label) => typeof label !== "string");
  if (wrong !== -1) {
    throw new InputError(functionName, `x.labels[${wrong}]`, `needs a text, got ${show(labels[wrong])}`);
  }
}
