import { readFile } from "node:fs/promises";
import * as v from "valibot";
import { KernelError } from "../kernel-error.js";

const port = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(65_535));

const connectionSchema = v.object({
  transport: v.optional(v.picklist(["tcp", "ipc"]), "tcp"),
  ip: v.optional(v.string(), "127.0.0.1"),
  shell_port: port,
  iopub_port: port,
  stdin_port: port,
  control_port: port,
  hb_port: port,
  key: v.optional(v.string(), ""),
  signature_scheme: v.optional(v.literal("hmac-sha256"), "hmac-sha256"),
});

/** Where a kernel is to listen, and with which key; an empty key means that nothing is signed. */
export interface KernelConnection {
  readonly transport: "tcp" | "ipc";
  /** An address; for "ipc" the beginning of the sockets' names. */
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly key: string;
}

/**
 * What a front end's connection file asks for.
 *
 * @throws {KernelError} "start": the file cannot be read, or is not a connection file that we can serve
 */
export async function readConnection(path: string): Promise<KernelConnection> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    throw new KernelError("start", `the connection file ${path} cannot be read: ${(error as Error).message}`);
  }
  const parsed = v.safeParse(connectionSchema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const field = v.getDotPath(issue) ?? "its content";
  throw new KernelError("start", `the connection file ${path} is no good: ${field}: ${issue.message}`);
}
