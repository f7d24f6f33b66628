/** The name under which the compiler finds {@link globalTypes}; there is no such file. */
export const globalTypesFile = "/noisefloor-kernel/node_modules/globals.d.ts";

const typedArrays = [
  "Int8Array",
  "Uint8Array",
  "Uint8ClampedArray",
  "Int16Array",
  "Uint16Array",
  "Int32Array",
  "Uint32Array",
  "Float32Array",
  "Float64Array",
];

const copyingMethods = (type: string, value: string) => `
  /** A copy in reverse order. */
  toReversed(): ${type};
  /** A sorted copy. */
  toSorted(compare?: (a: ${value}, b: ${value}) => number): ${type};
  /** A copy with one element replaced; negative indices count from the end. */
  with(index: number, value: ${value}): ${type};`;

const copyingSplice = `
  /** A copy from which elements are removed, and to which others are added. */
  toSpliced(start: number, deleteCount?: number, ...items: T[]): T[];`;

/** What cells may use and tslab's compiler does not know: what the kernel provides, and what Node 20 has since. */
export const globalTypes: string = `
/** Asks the user and waits for the answer; \`initial\` stands for an empty one. */
declare function prompt(message?: string, initial?: string): string;
declare namespace prompt {
  /** The same for what must not be seen. */
  function password(message?: string): string;
}
interface Array<T> {${copyingMethods("T[]", "T")}${copyingSplice}
}
interface ReadonlyArray<T> {${copyingMethods("T[]", "T")}${copyingSplice}
}
${typedArrays.map((name) => `interface ${name} {${copyingMethods(name, "number")}\n}`).join("\n")}
`;
