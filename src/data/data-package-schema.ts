import * as v from "valibot";

/** One column, as a Frictionless table schema describes it. */
export interface Field {
  readonly name: string;
  readonly type: "string" | "integer" | "number" | "boolean";
  /** Ours: the unit of a measured value, UCUM-like. */
  readonly unit?: string;
  readonly constraints: Constraints;
}

/** What a cell must obey beside its type. */
export interface Constraints {
  readonly required?: boolean;
  readonly unique?: boolean;
  readonly enum?: readonly (string | number | boolean)[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
}

/** Ours: how the rows of a resource become samples. All but the first four name a field. */
export interface SampleMapping {
  readonly kind: "samples";
  readonly benchmark: string;
  readonly metric?: string;
  readonly better?: "lower" | "higher";
  readonly value: string;
  readonly run?: string;
  readonly order?: string;
  readonly labels: readonly string[];
}

/** One file of a data package. */
export interface Resource {
  readonly name: string;
  readonly path: string;
  readonly title: string;
  readonly description: string;
  readonly bytes?: number;
  readonly hash?: string;
  /** Ours: number of rows without the header. */
  readonly rows?: number;
  readonly noisefloor?: SampleMapping | { readonly kind: "published" };
  readonly schema: {
    readonly fields: readonly Field[];
    readonly primaryKey: readonly string[];
    readonly missingValues: readonly string[];
  };
}

const name = v.pipe(v.string(), v.nonEmpty('needs text, got ""'));

// What would change how a cell is read, or is a promise that nobody here checks, is refused rather than ignored.
const field: v.GenericSchema<unknown, Field> = v.looseObject({
  name,
  type: v.picklist(["string", "integer", "number", "boolean"]),
  unit: v.exactOptional(name),
  format: v.exactOptional(v.literal("default")),
  decimalChar: v.exactOptional(v.literal(".")),
  groupChar: v.exactOptional(v.never()),
  bareNumber: v.exactOptional(v.literal(true)),
  trueValues: v.exactOptional(v.never()),
  falseValues: v.exactOptional(v.never()),
  constraints: v.optional(
    v.strictObject({
      required: v.exactOptional(v.boolean()),
      unique: v.exactOptional(v.boolean()),
      enum: v.exactOptional(v.array(v.union([v.string(), v.number(), v.boolean()]))),
      minimum: v.exactOptional(v.number()),
      maximum: v.exactOptional(v.number()),
      pattern: v.exactOptional(
        v.pipe(v.string(), v.check(isPattern, "needs a regular expression that JavaScript can read")),
      ),
    }),
    {},
  ),
});

const mapping = v.variant("kind", [
  v.strictObject({
    kind: v.literal("samples"),
    benchmark: name,
    metric: v.exactOptional(name),
    better: v.exactOptional(v.picklist(["lower", "higher"])),
    value: name,
    run: v.exactOptional(name),
    order: v.exactOptional(name),
    labels: v.array(name),
  }),
  v.strictObject({ kind: v.literal("published") }),
]);

const resource: v.GenericSchema<unknown, Resource> = v.looseObject({
  name,
  path: v.pipe(
    v.string(),
    v.check(staysInside, 'needs a relative path inside the package, with "/" and without ".."'),
  ),
  title: v.optional(v.string(), ""),
  description: v.optional(v.string(), ""),
  encoding: v.exactOptional(v.picklist(["utf-8", "UTF-8", "utf8"])),
  dialect: v.exactOptional(v.strictObject({ delimiter: v.exactOptional(v.literal(",")) })),
  bytes: v.exactOptional(v.number()),
  hash: v.exactOptional(
    v.pipe(v.string(), v.regex(/^sha256:[0-9a-f]{64}$/i, 'needs "sha256:" and 64 hexadecimal digits')),
  ),
  rows: v.exactOptional(v.number()),
  noisefloor: v.exactOptional(mapping),
  schema: v.looseObject({
    fields: v.pipe(v.array(field), v.nonEmpty("needs one field or more, got none")),
    primaryKey: v.optional(
      v.union([
        v.array(name),
        v.pipe(
          name,
          v.transform((only) => [only]),
        ),
      ]),
      [],
    ),
    missingValues: v.optional(v.array(v.string()), [""]),
  }),
});

/** What this library reads of a `datapackage.json`: a Frictionless tabular data package of local CSV files. */
export const dataPackageSchema: v.GenericSchema<unknown, { readonly resources: readonly Resource[] }> =
  v.looseObject({ resources: v.pipe(v.array(resource), v.nonEmpty("needs one resource or more, got none")) });

function staysInside(path: string): boolean {
  const isUrlOrDrive = /^[a-z][a-z0-9+.-]*:/i.test(path);
  const isPlain = path !== "" && !path.startsWith("/") && !/[\\\0]/.test(path);
  return isPlain && !isUrlOrDrive && !path.split("/").includes("..");
}

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}
