/**
 * A caller's mistake: names the function, the argument, what was needed and what was given.
 * Weak but valid data is no mistake; it gives a {@link Warning} in the result instead.
 */
export class InputError extends Error {
  override readonly name = "InputError";
  /** The public function that was called. */
  readonly functionName: string;
  /** The argument or option that is wrong. */
  readonly argument: string;
  /** What was needed and what was given. */
  readonly problem: string;

  constructor(functionName: string, argument: string, problem: string) {
    super(`${functionName}: ${argument} ${problem}`);
    this.functionName = functionName;
    this.argument = argument;
    this.problem = problem;
  }
}
