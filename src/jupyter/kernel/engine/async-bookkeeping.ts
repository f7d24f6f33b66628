import { inspect } from "node:util";

/** What Node notes on promises and timers while somebody follows which cell they belong to. */
const bookkeeping = /^(?:async_id_symbol|trigger_async_id_symbol|kResourceStore)$/;

/** Has promises and timers shown as they are where nobody follows cells. */
export function hideAsyncBookkeeping(): void {
  const timer = setImmediate(() => {});
  clearImmediate(timer);
  const timeout = setTimeout(() => {});
  clearTimeout(timeout);
  for (const prototype of [Promise.prototype, Object.getPrototypeOf(timer), Object.getPrototypeOf(timeout)])
    hideIn(prototype);
}

function hideIn(prototype: { [inspect.custom]?: (...options: unknown[]) => unknown }): void {
  const shown = prototype[inspect.custom];
  Object.defineProperty(prototype, inspect.custom, {
    configurable: true,
    writable: true,
    value(this: object, ...options: unknown[]): unknown {
      for (const symbol of Object.getOwnPropertySymbols(this)) {
        // Not of what is frozen, which is shown with them.
        if (bookkeeping.test(symbol.description ?? ""))
          Reflect.defineProperty(this, symbol, { enumerable: false });
      }
      // What returns itself is shown as usual.
      return shown === undefined ? this : shown.apply(this, options);
    },
  });
}
