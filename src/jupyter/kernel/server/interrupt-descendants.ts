import { execFileSync } from "node:child_process";

/**
 * Sends SIGINT to all that a process has started, and that they have started in turn, as a terminal does for Ctrl-C: not to what
 * has left its process group (`detached`). Needs `ps`; where there is none, or on Windows, nothing happens.
 */
export function interruptDescendants(pid: number): void {
  for (const descendant of descendantsOf(pid)) {
    try {
      process.kill(descendant, "SIGINT");
    } catch {
      // It has ended by itself.
    }
  }
}

function descendantsOf(pid: number): readonly number[] {
  const children = new Map<number, number[]>();
  const groups = new Map<number, number>();
  for (const line of listProcesses().trim().split("\n")) {
    const [child = 0, parent = 0, group = 0] = line.trim().split(/\s+/).map(Number);
    children.set(parent, [...(children.get(parent) ?? []), child]);
    groups.set(child, group);
  }
  const found: number[] = [];
  for (let ahead = children.get(pid) ?? []; ahead.length > 0; ) {
    found.push(...ahead);
    ahead = ahead.flatMap((child) => children.get(child) ?? []);
  }
  return found.filter((descendant) => groups.get(descendant) === groups.get(pid));
}

function listProcesses(): string {
  try {
    return execFileSync("ps", ["-A", "-o", "pid=,ppid=,pgid="], { encoding: "utf8" });
  } catch {
    return "";
  }
}
