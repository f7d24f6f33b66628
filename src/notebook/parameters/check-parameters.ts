import { InputError } from "../../core/input-error.js";
import { show } from "../../core/show.js";
import type { ParameterLanguage } from "./parameter-language.js";

/** Names and JSON values that a run gives to a notebook. */
export type NotebookParameters = Readonly<Record<string, unknown>>;

const reserved: Readonly<Record<"ecmascript" | "python", ReadonlySet<string>>> = {
  ecmascript: new Set(
    `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
    finally for function if implements import in instanceof interface let new null package private protected public return
    static super switch this throw true try typeof undefined var void while with yield`.split(/\s+/),
  ),
  python: new Set(
    `False None True and as assert async await break class continue def del elif else except finally for from global if
    import in is lambda nonlocal not or pass raise return try while with yield`.split(/\s+/),
  ),
};

/** @throws {InputError} a name is no identifier of the language, or a value is not JSON */
export function checkParameters(
  functionName: string,
  parameters: NotebookParameters,
  language: ParameterLanguage,
): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (!isIdentifier(name, language)) {
      const problem = `needs names that are variables in ${languageNames[language]}, got ${show(name)}`;
      throw new InputError(functionName, "parameters", problem);
    }
    if (!isJson(value, [])) {
      const problem = `needs a JSON value: text, finite number, true, false, null, list or object, got ${show(value)}`;
      throw new InputError(functionName, `parameters.${name}`, problem);
    }
  }
}

const languageNames: Readonly<Record<ParameterLanguage, string>> = {
  typescript: "TypeScript",
  javascript: "JavaScript",
  python: "Python",
};

function isIdentifier(name: string, language: ParameterLanguage): boolean {
  if (language === "python")
    return /^[\p{XID_Start}_]\p{XID_Continue}*$/u.test(name) && !reserved.python.has(name);
  return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) && !reserved.ecmascript.has(name);
}

/** `around`: the lists and objects that `value` stands in, so that one that holds itself is found. */
function isJson(value: unknown, around: readonly unknown[]): boolean {
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || around.includes(value)) return false;
  const isPlain = Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
  return isPlain && Object.values(value).every((item) => isJson(item, [...around, value]));
}
