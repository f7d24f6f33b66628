import { describe, expect, it } from "vitest";
import { late, waitFor } from "../../src/jupyter/wait-for.js";

const never = new Promise<never>(() => {});

describe("waitFor", () => {
  it("waitFor gives the result or the error of what comes in time", async () => {
    expect(await waitFor(Promise.resolve(1), { milliseconds: 1000 })).toBe(1);
    expect(await waitFor(Promise.resolve(1), { milliseconds: Infinity })).toBe(1);
    await expect(waitFor(Promise.reject(new Error("no")))).rejects.toThrow("no");
  });

  it("waitFor gives late when time is up", async () => {
    expect(await waitFor(never, { milliseconds: 1 })).toBe(late);
  });

  it("waitFor rejects with the signal's reason, before or while it waits", async () => {
    const reason = new Error("stop");
    await expect(waitFor(never, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const waiting = waitFor(never, { signal: controller.signal });
    controller.abort(reason);
    await expect(waiting).rejects.toBe(reason);
  });
});
