const space = /[\t\n\r ]*/y;
const scalar =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none of them in a string
  /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/**
 * Where a text stops being JSON: the offset of the first token that does not fit, or its length if it ends too
 * early. `JSON.parse` says so for some mistakes only. Time O(n).
 */
export function jsonErrorOffset(text: string): number {
  let offset = 0;
  // What each open bracket is closed with; the innermost is last.
  const open: string[] = [];
  let expected: "value" | "value or end" | "key" | "key or end" | "separator" = "value";

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = offset;
    const found = pattern.exec(text)?.[0] ?? "";
    offset += found.length;
    return found;
  };

  for (;;) {
    skip(space);
    const next = text[offset] ?? "";
    if (expected === "separator") {
      if (open.length === 0) return offset;
      if (next !== "," && next !== open.at(-1)) return offset;
      offset += 1;
      if (next === ",") expected = open.at(-1) === "}" ? "key" : "value";
      else open.pop();
    } else if (expected.endsWith("end") && next === open.at(-1)) {
      offset += 1;
      open.pop();
      expected = "separator";
    } else if (expected.startsWith("key")) {
      if (next !== '"' || skip(scalar) === "") return offset;
      skip(space);
      if (text[offset] !== ":") return offset;
      offset += 1;
      expected = "value";
    } else if (next === "{" || next === "[") {
      offset += 1;
      open.push(next === "{" ? "}" : "]");
      expected = next === "{" ? "key or end" : "value or end";
    } else {
      if (skip(scalar) === "") return offset;
      expected = "separator";
    }
  }
}
