import { type Debugger, Session } from "node:inspector";

/** What the main thread's handler of uncaught errors takes for no error, see `uncaught-errors`. */
const noError = `globalThis[Symbol.for("noisefloor.kernel.stopped")]`;

/**
 * Node keeps account of nested callbacks when contexts are followed through them, and ends the process where a stop
 * leaves that account open. The handler of uncaught errors closes it.
 */
const closeCallbacks = `process._fatalException?.(${noError})`;

/**
 * Stops whatever the main thread is running, from the outside, as a debugger does. Code within a cell's own stretches
 * stops at SIGINT; this is for what runs elsewhere and does not come back: a timer, the inside of an async function.
 *
 * At most one stop may be under way: a second one would hit what runs after the first.
 *
 * @param isOurs - whether a file belongs to the kernel; where nothing else is on the stack, nothing is stopped
 * @returns when it is done, or found to be needless
 */
export function stopMainThread(isOurs: (url: string) => boolean): Promise<void> {
  const session = new Session();
  let finish = () => {};
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const urls = new Map<string, string>();
  session.connectToMainThread();
  session.on("Debugger.scriptParsed", ({ params: { scriptId, url } }) => urls.set(scriptId, url));
  session.once("Debugger.paused", ({ params: { callFrames } }) => {
    const [innermost] = callFrames;
    const isForeign = ({ location }: Debugger.CallFrame) => !isOurs(urls.get(location.scriptId) ?? "");
    if (innermost !== undefined && callFrames.some(isForeign)) {
      const { callFrameId } = innermost;
      session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression: closeCallbacks, silent: true });
      session.post("Runtime.terminateExecution");
    }
    session.post("Debugger.disable", () => {
      session.disconnect();
      finish();
    });
  });
  session.post("Debugger.enable");
  session.post("Debugger.pause");
  return finished;
}
