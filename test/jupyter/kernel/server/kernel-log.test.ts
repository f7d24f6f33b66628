import { describe, expect, it } from "vitest";
import { KernelLog } from "../../../../src/jupyter/kernel/server/kernel-log.js";

describe("KernelLog", () => {
  it("tells of dropped messages one by one, and then of each doubling", () => {
    const lines: string[] = [];
    const log = new KernelLog((text) => lines.push(text));
    for (let i = 0; i < 1000; i++) log.dropped("shell", "message without a key");
    expect(lines.length).toBe(25);
    expect(lines[19]).toBe("noisefloor kernel: shell: dropped a message without a key\n");
    expect(lines[20]).toBe("noisefloor kernel: shell: dropped a message without a key; 32 dropped so far\n");
    expect(lines[24]).toMatch(/; 512 dropped so far\n$/);
  });

  it("loses what cannot be written", () => {
    const log = new KernelLog(() => {
      throw new Error("EAGAIN: resource temporarily unavailable, write");
    });
    log.line("text");
  });
});
