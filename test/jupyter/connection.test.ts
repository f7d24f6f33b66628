import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { createConnectionFile } from "../../src/jupyter/connection.js";
import { leaveNoTraces } from "../support/kernel-traces.js";

describe("createConnectionFile", () => {
  leaveNoTraces();

  it("createConnectionFile writes what it returns, for the owner only, and removes it", async () => {
    const { connection, path, remove } = await createConnectionFile("mine");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(connection);
    expect(connection).toMatchObject({ ip: "127.0.0.1", transport: "tcp", kernel_name: "mine" });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    remove();
    remove();
    expect(existsSync(dirname(path))).toBe(false);
  });

  it("createConnectionFile finds five different free ports and a key of its own", async () => {
    const [one, two] = await Promise.all([createConnectionFile("a"), createConnectionFile("a")]);
    const { shell_port, iopub_port, stdin_port, control_port, hb_port, key } = one.connection;
    const ports = [shell_port, iopub_port, stdin_port, control_port, hb_port];
    expect(new Set(ports).size).toBe(5);
    for (const port of ports) {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
      await new Promise((resolve) => server.close(resolve));
    }
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(two.connection.key).not.toBe(key);
    one.remove();
    two.remove();
  });
});
