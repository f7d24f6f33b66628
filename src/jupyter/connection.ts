import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { mkdtemp, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

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

/** All five are held open at once, so that they differ. */
async function freePorts(): Promise<FivePorts> {
  const servers = await Promise.all(Array.from({ length: 5 }, listen));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports as FivePorts;
}

function listen(): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0, exclusive: true }, () => resolve(server));
  });
}
