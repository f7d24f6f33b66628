/**
 * Plain data with the control characters of all its texts replaced by spaces: XML forbids them, and terminals obey them.
 * Time O(size); lists of numbers are kept as they are.
 */
export function printable<Data>(data: Data): Data {
  return clean(data) as Data;
}

function clean(data: unknown): unknown {
  if (typeof data === "string") return data.replace(controls, " ");
  if (Array.isArray(data)) return typeof data[0] === "number" ? data : data.map(clean);
  if (typeof data !== "object" || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, clean(value)]));
}

// Lone halves of surrogate pairs cannot be encoded either.
const controls = /[\p{Cc}\p{Cs}\ufffe\uffff]+/gu;
