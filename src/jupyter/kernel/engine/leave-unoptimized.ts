import { setFlagsFromString } from "node:v8";
import { runInThisContext } from "node:vm";

/**
 * Keeps V8 from optimizing functions. Of one that does little itself but holds thousands of others, as a compiler may be written, the
 * optimizer takes about a second and 70 MB, which the process does not always get back, and nothing becomes faster.
 */
export function leaveUnoptimized(functions: readonly ((...args: never) => unknown)[]): void {
  setFlagsFromString("--allow-natives-syntax");
  try {
    functions.forEach(runInThisContext("(each) => { %NeverOptimizeFunction(each); }"));
  } finally {
    setFlagsFromString("--no-allow-natives-syntax");
  }
}
