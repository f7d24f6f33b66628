import type ts from "typescript";
import { tslabTypeScript as compiler } from "./tslab-typescript.js";

/** What writes types out as declarations; not in the official types. Its functions take their flags third. */
type EmitResolver = Readonly<Record<string, (...args: unknown[]) => unknown>>;
type CheckerWithResolver = ts.TypeChecker & { getEmitResolver: (...args: unknown[]) => EmitResolver };

const { AllowNodeModulesRelativePaths } = compiler.NodeBuilderFlags as unknown as Record<string, number>;
const functionsWithFlags = [
  "createTypeOfDeclaration",
  "createReturnTypeOfSignatureDeclaration",
  "createTypeOfExpression",
];

/**
 * Lets the declarations that a cell leaves name a type by the path of its package. The compiler refuses that (TS2742)
 * since the path may not exist on another machine; ours live as long as the kernel, and a package that only the kernel's
 * installation has can be named in no other way.
 */
export function allowPackagePaths(checker: ts.TypeChecker): void {
  const patched = checker as CheckerWithResolver;
  const { getEmitResolver } = patched;
  patched.getEmitResolver = (...args) => {
    const resolver = getEmitResolver(...args);
    const allowing = functionsWithFlags.map((name) => [
      name,
      (node: unknown, enclosing: unknown, flags: number, ...rest: unknown[]) =>
        resolver[name]?.(node, enclosing, flags | (AllowNodeModulesRelativePaths ?? 0), ...rest),
    ]);
    return Object.assign(Object.create(resolver), Object.fromEntries(allowing));
  };
}
