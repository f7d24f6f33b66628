/** What {@link waitFor} gives when time ran out first. */
export const late: unique symbol = Symbol("late");

export interface WaitOptions {
  /** Default: no limit. */
  readonly milliseconds?: number;
  readonly signal?: AbortSignal | undefined;
}

const longestTimer = 2 ** 31 - 1;

/**
 * The promise's result, or {@link late} when time runs out first; rejects with the signal's reason when that aborts.
 * Leaves no timer and no listener behind, so a process can end as soon as its work has.
 */
export function waitFor<T>(promise: Promise<T>, options: WaitOptions = {}): Promise<T | typeof late> {
  const { milliseconds = Infinity, signal } = options;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal?.reason);
    const timer = milliseconds <= longestTimer ? setTimeout(resolve, milliseconds, late) : undefined;
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    promise.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    });
  });
}
