import { mostRows, type TableView } from "./table-view.js";

/** What we use of an arquero table. */
interface ArqueroTable {
  readonly columnNames: () => readonly string[];
  readonly numRows: () => number;
  readonly get: (name: string, row: number) => unknown;
}

/** What we use of a Danfo frame or series. */
interface DanfoFrame {
  readonly columns: readonly string[];
  readonly index: readonly (string | number)[];
  readonly values: readonly unknown[];
}

/** Whether a value can be read as an arquero table. */
export function isArqueroTable(value: object): value is ArqueroTable {
  return ["columnNames", "numRows", "get", "toHTML"].every((name) => isMethod(value, name));
}

/** Whether a value can be read as a Danfo frame or series. */
export function isDanfoFrame(value: object): value is DanfoFrame {
  const { columns, index, values } = value as Partial<DanfoFrame>;
  return isMethod(value, "print") && [columns, index, values].every(Array.isArray);
}

/** The first rows of an arquero table, in its own order. */
export function arqueroView(table: ArqueroTable): TableView {
  const columns = [...table.columnNames()];
  const total = table.numRows();
  const rows = Array.from({ length: Math.min(total, mostRows) }, (_, row) =>
    columns.map((name) => table.get(name, row)),
  );
  return { columns, rows, total };
}

/** The first rows of a Danfo frame or series, with its index. */
export function danfoView(frame: DanfoFrame): TableView {
  const rows = frame.values.slice(0, mostRows).map((values, i) => {
    return [frame.index[i], ...(Array.isArray(values) ? values : [values])];
  });
  return { columns: ["", ...frame.columns.map(String)], rows, total: frame.values.length };
}

function isMethod(value: object, name: string): boolean {
  return name in value && typeof (value as Readonly<Record<string, unknown>>)[name] === "function";
}
