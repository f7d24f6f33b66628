import { type Debugger, Session } from "node:inspector";

/** What the main thread does before it is stopped, see `uncaught-errors`. */
const prepare = `globalThis[Symbol.for("noisefloor.kernel.prepareStop")]?.()`;

/** Where Node keeps account of contexts; a stop in the midst of that would leave it wrong. */
const contextHooks = /^node:(?:internal\/)?async_hooks$/;
const mostLooks = 200;

/** How often it is asked whether the stop is still wanted, and for how long the thread may run nothing that can be looked at. */
const askMilliseconds = 20;
const patienceMilliseconds = 500;

/**
 * Stops whatever the main thread is running, from the outside, as a debugger does. Code within a cell's own stretches
 * stops at SIGINT; this is for what runs elsewhere and does not come back: a timer, the inside of an async function.
 *
 * At most one stop may be under way: a second one would hit what runs after the first.
 *
 * @param isOurs - whether a file belongs to the kernel; where nothing else is on the stack, nothing is stopped
 * @param isWanted - whether there is still reason to stop, when the thread comes by
 * @param onStuck - called every half second that the thread is within code that is no JavaScript, as where it waits for another
 *   program; it is stopped when it comes back from there
 * @returns when it is done, whether there was something to stop
 */
export function stopMainThread(
  isOurs: (url: string) => boolean,
  isWanted: () => boolean,
  onStuck: () => void,
): Promise<boolean> {
  const session = new Session();
  const urls = new Map<string, string>();
  const isStoppable = (callFrames: readonly Debugger.CallFrame[]) => {
    const files = callFrames.map(({ location }) => urls.get(location.scriptId) ?? "");
    const foreign = files.findIndex((file) => !isOurs(file));
    return foreign !== -1 && !files.slice(0, foreign).some((file) => contextHooks.test(file));
  };
  session.connectToMainThread();
  session.on("Debugger.scriptParsed", ({ params: { scriptId, url } }) => urls.set(scriptId, url));
  return new Promise((resolve) => {
    let looks = 0;
    let isDone = false;
    const end = (isStopped: boolean) => {
      if (isDone) return;
      isDone = true;
      clearInterval(asking);
      session.post("Debugger.disable", () => {
        session.disconnect();
        resolve(isStopped);
      });
    };
    let latest = performance.now() + patienceMilliseconds;
    // A thread that has nothing to do is never paused, and what it does next may be another cell's.
    const asking = setInterval(() => {
      const isLate = performance.now() > latest;
      if (!isWanted() || (isLate && looks > 0)) return end(false);
      if (!isLate) return;
      onStuck();
      latest = performance.now() + patienceMilliseconds;
    }, askMilliseconds);
    session.on("Debugger.paused", ({ params: { callFrames } }) => {
      // Being disabled lets it go on.
      if (isDone) return;
      looks += 1;
      const isStopped = isWanted() && isStoppable(callFrames);
      if (isStopped) {
        const callFrameId = callFrames[0]?.callFrameId ?? "";
        session.post("Debugger.evaluateOnCallFrame", { callFrameId, expression: prepare, silent: true });
        session.post("Runtime.terminateExecution");
      } else if (isWanted() && looks < mostLooks) {
        session.post("Debugger.stepOut");
        return;
      }
      end(isStopped);
    });
    session.post("Debugger.enable");
    session.post("Debugger.pause");
  });
}
