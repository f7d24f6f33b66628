/**
 * A value as error messages show it: short, on one line, and never an error itself. Strings stand in quotes; arrays and
 * objects are named by their kind and size.
 */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(shorten(value));
  if (typeof value === "bigint") return `${shorten(String(value))}n`;
  if (typeof value === "function") return "a function";
  if (typeof value !== "object" || value === null) return shorten(String(value));
  const kind = kindOf(value);
  const size = Array.isArray(value) || ArrayBuffer.isView(value) ? sizeOf(value) : "";
  return `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}${size}`;
}

const longest = 55;

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}

/** The class, where there is one: "Float32Array", "Map", "Promise". */
function kindOf(value: object): string {
  if (Array.isArray(value)) return "array";
  const maker: unknown = Object.getPrototypeOf(value)?.constructor;
  const name = typeof maker === "function" && maker !== Object ? maker.name : "";
  return name === "" ? "object" : shorten(name);
}

function sizeOf(value: readonly unknown[] | ArrayBufferView): string {
  return ` of ${"length" in value ? value.length : value.byteLength}`;
}
