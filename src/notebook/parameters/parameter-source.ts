import type { NotebookParameters } from "./check-parameters.js";
import type { DefaultParameters } from "./default-parameters.js";
import type { ParameterLanguage } from "./parameter-language.js";

/**
 * The source of a cell that sets parameters. In TypeScript each is declared once more, with the type of its default, so
 * that a value of another type is refused in this cell and not somewhere below; with `let`, so that the compiler does not
 * take the value for the only one possible ("this comparison appears to be unintentional").
 */
export function parameterSource(
  parameters: NotebookParameters,
  defaults: DefaultParameters,
  language: ParameterLanguage,
): string {
  const lines = Object.entries(parameters).map(([name, value]) => {
    if (language === "python") return `${name} = ${literal(value, python)}`;
    const type = language === "typescript" ? (defaults.get(name) ?? null) : null;
    // Where the kind of the value says it already, the type would be noise.
    const annotation = type === null || type === typeof value ? "" : `: ${type}`;
    return `let ${name}${annotation} = ${literal(value, ecmascript)};`;
  });
  return [`${language === "python" ? "#" : "//"} Parameters of this run`, ...lines].join("\n");
}

/** How a language writes what JSON has. */
interface Syntax {
  readonly words: Readonly<Record<"true" | "false" | "null", string>>;
  readonly key: (key: string) => string;
}

const python: Syntax = {
  words: { true: "True", false: "False", null: "None" },
  key: (key) => JSON.stringify(key),
};

const ecmascript: Syntax = {
  words: { true: "true", false: "false", null: "null" },
  // "__proto__": … would set the prototype.
  key: (key) => (key === "__proto__" ? '["__proto__"]' : JSON.stringify(key)),
};

function literal(value: unknown, syntax: Syntax): string {
  if (value === null || typeof value === "boolean")
    return syntax.words[`${value}` as "true" | "false" | "null"];
  if (Array.isArray(value)) return `[${value.map((item) => literal(item, syntax)).join(", ")}]`;
  if (typeof value !== "object") return JSON.stringify(value);
  const items = Object.entries(value).map(([key, item]) => `${syntax.key(key)}: ${literal(item, syntax)}`);
  return items.length === 0 ? "{}" : `{ ${items.join(", ")} }`;
}
