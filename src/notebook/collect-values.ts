import { randomUUID } from "node:crypto";
import { InputError } from "../core/input-error.js";
import type { Kernel } from "../jupyter/kernel.js";
import { type ExecuteCellOptions, executeCell } from "./execute-cell.js";
import { OutputCollector } from "./output-collector.js";

/** Which expression failed and how. */
export interface CollectProblem {
  readonly name: string;
  readonly expression: string;
  readonly message: string;
}

/** What {@link collectValues} found, up to the first problem. */
export interface CollectedValues {
  readonly collected: Readonly<Record<string, unknown>>;
  readonly problem: CollectProblem | null;
}

/**
 * Evaluates TypeScript expressions in the scope that a notebook's cells have left and returns their JSON values.
 *
 * @throws {InputError} the kernel speaks neither TypeScript nor JavaScript
 */
export async function collectValues(
  kernel: Kernel,
  expressions: Readonly<Record<string, string>>,
  options: ExecuteCellOptions,
): Promise<CollectedValues> {
  const collected: Record<string, unknown> = {};
  for (const [name, expression] of Object.entries(expressions)) {
    const language = kernel.languageInfo.name;
    if (language !== "typescript" && language !== "javascript") {
      throw new InputError(
        "runNotebook",
        "collect",
        `needs a TypeScript kernel, got ${kernel.kernelspec.name} (${language})`,
      );
    }
    // Whatever else the expression prints must not pass for its value.
    const marker = randomUUID();
    const outputs = new OutputCollector();
    outputs.startCell();
    // tslab takes "await (" at the top level for a call of a function named await.
    const code = `console.log("${marker}" + JSON.stringify(await Promise.resolve(${expression}\n)));`;
    const failed = await executeCell(kernel, code, outputs, options);
    if (failed !== null) return { collected, problem: { name, expression, message: failed.message } };
    const printed = outputs.streamText("stdout");
    const start = printed.indexOf(marker) + marker.length;
    const json = printed.slice(start, printed.indexOf("\n", start));
    if (json === "undefined") {
      const message = "its value is undefined, which JSON does not have";
      return { collected, problem: { name, expression, message } };
    }
    collected[name] = JSON.parse(json);
  }
  return { collected, problem: null };
}
