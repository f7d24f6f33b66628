import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { watchParent } from "../../../../src/jupyter/kernel/server/parent-watch.js";

describe("watchParent", () => {
  it("watchParent calls back when the process is gone, not before", async () => {
    const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60_000)"]);
    let isGone = false;
    const gone = new Promise<void>((resolve) => {
      watchParent(
        child.pid ?? 0,
        () => {
          isGone = true;
          resolve();
        },
        20,
      );
    });
    await new Promise((done) => setTimeout(done, 100));
    expect(isGone).toBe(false);
    child.kill();
    await once(child, "exit");
    await gone;
    expect(isGone).toBe(true);
  });
});
