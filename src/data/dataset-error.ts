import { InputError } from "../core/input-error.js";

/** Where in a file something is wrong; only what is known. */
export interface DatasetPlace {
  /** 1-based line of the file. */
  readonly line?: number | undefined;
  /** Name of the column. */
  readonly field?: string | undefined;
}

/** A dataset that is not what its description promises: names the file, the line, the field and the problem. */
export class DatasetError extends InputError {
  readonly file: string;
  readonly line: number | null;
  readonly field: string | null;

  constructor(functionName: string, file: string, place: DatasetPlace, problem: string) {
    const { line, field } = place;
    const where = [
      file,
      ...(line === undefined ? [] : [`line ${line}`]),
      ...(field === undefined ? [] : [`field "${field}"`]),
    ];
    super(functionName, where.join(", "), problem);
    this.file = file;
    this.line = line ?? null;
    this.field = field ?? null;
  }
}
