import { randomBytes, randomInt } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { KernelError } from "./kernel-error.js";

/** Where a kernel listens and the key that signs its messages: the content of a connection file. */
export interface Connection {
  readonly transport: "tcp";
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
  readonly kernel_name: string;
}

/** A connection file on disk, readable by nobody else. */
export interface ConnectionFile {
  readonly connection: Connection;
  readonly path: string;
  /** Synchronous, so that it also works while the process exits. */
  readonly remove: () => void;
}

/**
 * Five free loopback ports and a fresh key, written to a file of mode 0600 in a private temporary folder.
 * Another program may take a port before the kernel binds it; {@link startKernel} then tries again.
 */
export async function createConnectionFile(kernelName: string): Promise<ConnectionFile> {
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = await freePorts();
  const connection: Connection = {
    transport: "tcp",
    ip: "127.0.0.1",
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: randomBytes(32).toString("hex"),
    signature_scheme: "hmac-sha256",
    kernel_name: kernelName,
  };
  const folder = await mkdtemp(join(tmpdir(), "noisefloor-kernel-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, "connection.json");
  try {
    await writeFile(path, JSON.stringify(connection, null, 1), { mode: 0o600, flag: "wx" });
  } catch (error) {
    remove();
    throw error;
  }
  return { connection, path, remove };
}

type FivePorts = [number, number, number, number, number];

/**
 * Ports are drawn from below those that systems give to outgoing connections and to listeners without a wish: a
 * client that keeps knocking at a port of that range, before its kernel listens, may end up connected to itself.
 */
const portRange = { from: 16_384, to: 32_768 };
const attempts = 100;

/** All five are held open at once, so that they differ. */
async function freePorts(): Promise<FivePorts> {
  const servers: Server[] = [];
  for (let attempt = 0; servers.length < 5 && attempt < attempts; attempt++) {
    const server = await listen(randomInt(portRange.from, portRange.to));
    if (server !== null) servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  if (ports.length < 5) throw new KernelError("start", "there are no free ports on 127.0.0.1 for a kernel");
  return ports as FivePorts;
}

/** Null if the port is taken. */
function listen(port: number): Promise<Server | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen({ host: "127.0.0.1", port, exclusive: true }, () => resolve(server));
  });
}
