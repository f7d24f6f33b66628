import { cellText, type TableView } from "./table-view.js";

/** A result of a statistic: a plain object that names its `method`. */
interface Result {
  readonly method: string;
  readonly warnings?: unknown;
}

/** Whether a value is a result of a statistic. */
export function isResult(value: object): value is Result {
  const prototype: unknown = Object.getPrototypeOf(value);
  return (
    (prototype === Object.prototype || prototype === null) &&
    "method" in value &&
    typeof value.method === "string" &&
    Object.keys(value).length > 1
  );
}

/** A result as a table of its fields, its warnings below. */
export function resultView(result: Result): TableView {
  const fields = Object.entries(result).filter(([name]) => name !== "method" && name !== "warnings");
  return {
    caption: result.method,
    columns: ["", ""],
    rows: fields.map(([name, value]) => [name, fieldText(value)]),
    notes: warningTexts(result.warnings),
  };
}

function fieldText(value: unknown): string {
  if (value === null) return "—";
  const isList = Array.isArray(value) && value.some((one) => typeof one === "object" && one !== null);
  return isList ? value.map(cellText).join("\n") : cellText(value);
}

function warningTexts(warnings: unknown): string[] {
  if (!Array.isArray(warnings)) return [];
  return warnings.map((warning: unknown) => {
    const message = (warning as { message?: unknown } | null)?.message;
    return `Warning: ${typeof message === "string" ? message : cellText(warning)}`;
  });
}
