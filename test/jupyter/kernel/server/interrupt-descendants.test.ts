import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { interruptDescendants } from "../../../../src/jupyter/kernel/server/interrupt-descendants.js";

const program = `
  const { spawn } = require("node:child_process");
  const waiting = spawn("sh", ["-c", "sleep 60; true"]);
  const service = spawn("sleep", ["60"], { detached: true });
  waiting.on("spawn", () => console.log("started"));
  waiting.on("exit", (code, signal) => {
    console.log(signal ?? code);
    setTimeout(() => {
      console.log("service", service.signalCode);
      service.kill();
    }, 100);
  });`;

it("interruptDescendants(pid) interrupts what the process has started, but neither the process nor what is detached", async () => {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.on("data", (text) => {
    printed += text;
  });
  await once(child.stdout, "data");
  // The shell needs a moment to start what it is told to.
  await new Promise((done) => setTimeout(done, 200));
  interruptDescendants(child.pid ?? 0);
  expect(await once(child, "exit")).toEqual([0, null]);
  expect(printed).toBe("started\nSIGINT\nservice null\n");
});

it("interruptDescendants(pid) of a process without any does nothing", () => {
  interruptDescendants(2 ** 30);
});
