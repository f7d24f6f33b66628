/** What went wrong with a kernel: it did not start, died, did not finish in time, or lost outputs on their way. */
export type KernelProblem = "start" | "died" | "timeout" | "output-lost";

/** A kernel that cannot go on; the message says why and shows what it last wrote on stderr. */
export class KernelError extends Error {
  override readonly name = "KernelError";
  readonly problem: KernelProblem;

  constructor(problem: KernelProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}
