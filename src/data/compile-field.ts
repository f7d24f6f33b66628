import type { Field } from "./data-package-schema.js";

/** What a cell holds; null where the value is missing. */
export type Cell = string | number | boolean | null;

/** One rule that a cell must obey. */
interface Rule {
  readonly holds: (cell: string | number | boolean) => boolean;
  /** Reads on after "needs". */
  readonly needs: string;
}

/** A cell, or what was needed instead. */
export type CheckedCell = { readonly cell: Cell } | { readonly needs: string };

/** A checker of the cells of one field, by the type and the constraints of its Frictionless schema. */
export function compileField(field: Field, missingValues: readonly string[]): (text: string) => CheckedCell {
  const type = types[field.type];
  const rules = compileRules(field, type);
  const missing: CheckedCell = field.constraints.required ? { needs: "a value" } : { cell: null };
  return (text) => {
    if (missingValues.includes(text)) return missing;
    const cell = type.parse(text);
    if (cell === undefined) return { needs: type.needs };
    const broken = rules.find((rule) => !rule.holds(cell));
    return broken === undefined ? { cell } : { needs: broken.needs };
  };
}

interface FieldType {
  readonly parse: (text: string) => string | number | boolean | undefined;
  readonly needs: string;
}

const numberPattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;

/** Narrower than Frictionless in one point: NaN and INF are no measurements. */
const types: Readonly<Record<Field["type"], FieldType>> = {
  string: { parse: (text) => text, needs: "text" },
  integer: { parse: (text) => finite(/^[+-]?\d+$/, text), needs: "a whole number" },
  number: { parse: (text) => finite(numberPattern, text), needs: "a finite number" },
  boolean: {
    parse: (text) =>
      /^(?:true|True|TRUE|1)$/.test(text) ? true : /^(?:false|False|FALSE|0)$/.test(text) ? false : undefined,
    needs: "true or false",
  },
};

function finite(pattern: RegExp, text: string): number | undefined {
  const value = Number(text);
  return pattern.test(text) && Number.isFinite(value) ? value : undefined;
}

function compileRules(field: Field, type: FieldType): readonly Rule[] {
  const { enum: allowed, minimum, maximum, pattern } = field.constraints;
  const rules: Rule[] = [];
  if (allowed !== undefined) {
    // A schema may spell a number as text, and a file as 1.0.
    const cells = allowed.map((one) => type.parse(String(one)));
    rules.push({ holds: (cell) => cells.includes(cell), needs: `one of ${allowed.join(", ")}` });
  }
  if (minimum !== undefined)
    rules.push({ holds: (cell) => Number(cell) >= minimum, needs: `at least ${minimum}` });
  if (maximum !== undefined)
    rules.push({ holds: (cell) => Number(cell) <= maximum, needs: `at most ${maximum}` });
  if (pattern !== undefined) {
    const whole = new RegExp(`^(?:${pattern})$`, "u");
    rules.push({ holds: (cell) => whole.test(String(cell)), needs: `text that matches ${pattern}` });
  }
  return rules;
}
