import { type ChildProcess, spawn } from "node:child_process";
import { dirname } from "node:path";
import type { Readable } from "node:stream";
import { KernelError } from "./kernel-error.js";
import type { Kernelspec } from "./kernelspec.js";
import { late, waitFor } from "./wait-for.js";

const tailLength = 4000;

/**
 * The process of a kernel, leader of a process group of its own: a terminal's Ctrl-C reaches it only through us,
 * and what its cells started ends with it.
 */
export class KernelProcess {
  /** Settles when the process is gone, whatever the reason; says it in words. Never rejects. */
  readonly exited: Promise<string>;
  readonly #child: ChildProcess;
  #running = true;
  #tail = "";

  /** `cleanUp` is called once the process is gone, or when ours ends first. */
  constructor(kernelspec: Kernelspec, connectionFile: string, cwd: string, cleanUp: () => void) {
    const [command = "", ...args] = kernelspec.argv.map((word) =>
      word
        .replaceAll("{connection_file}", connectionFile)
        .replaceAll("{resource_dir}", kernelspec.resourceDir ?? dirname(connectionFile)),
    );
    this.#child = spawn(command, args, {
      cwd,
      // Kernels look for this name, and end when that process does.
      env: { ...process.env, JPY_PARENT_PID: String(process.pid), ...expandVariables(kernelspec.env) },
      detached: process.platform !== "win32",
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    this.#keepTail(this.#child.stdout);
    this.#keepTail(this.#child.stderr);
    const end = () => {
      // Whatever cells started may outlive the leader of the group.
      this.signal("SIGKILL");
      this.#running = false;
      cleanUp();
    };
    process.once("exit", end);
    this.exited = new Promise<string>((resolve) => {
      this.#child.once("error", (error) => resolve(`could not be run: ${error.message}`));
      this.#child.once("exit", (code, signal) =>
        resolve(signal === null ? `exited with code ${code}` : `was killed by ${signal}`),
      );
    }).finally(() => {
      process.off("exit", end);
      end();
    });
  }

  /** Settles once the process has written something that matches. */
  says(pattern: RegExp): Promise<void> {
    return new Promise((resolve) => {
      for (const stream of [this.#child.stdout, this.#child.stderr]) {
        stream?.on("data", () => pattern.test(this.#tail) && resolve());
      }
    });
  }

  /** The end of what the process itself wrote on stdout and stderr (what cells write goes over iopub). */
  get lastWords(): string {
    return this.#tail.trim();
  }

  /** The same, ready to follow an error's message; empty if there are none. */
  get lastWordsReport(): string {
    return this.lastWords === "" ? "" : `\nIts last words:\n${this.lastWords.replace(/^/gm, "  ")}`;
  }

  /** Sends a signal to the whole group; does nothing once it is gone. */
  signal(name: NodeJS.Signals): void {
    const { pid } = this.#child;
    if (pid === undefined || !this.#running) return;
    try {
      if (process.platform === "win32") this.#child.kill(name);
      else process.kill(-pid, name);
    } catch {
      // The group ended in the meantime.
    }
  }

  /** Whether the process has ended within that time. */
  async endsWithin(milliseconds: number): Promise<boolean> {
    return (await waitFor(this.exited, { milliseconds })) !== late;
  }

  /** An error that says how the process ended. */
  async deathError(problem: "start" | "died"): Promise<KernelError> {
    const how = await this.exited;
    const said = problem === "start" ? "the kernel did not start: it" : "the kernel died: it";
    return new KernelError(problem, `${said} ${how}${this.lastWordsReport}`);
  }

  #keepTail(stream: Readable | null): void {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      this.#tail = (this.#tail + text).slice(-tailLength);
    });
  }
}

function expandVariables(env: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      value.replace(/\$\{(\w+)\}/g, (written, variable) => process.env[variable] ?? written),
    ]),
  );
}
