// A Jupyter kernel that does what the code it gets says, a JSON list of steps:
//   {"publish": type, "content": {…}}  {"forge": type, "content": {…}} (signed with another key)
//   {"sleep": ms}  {"wait": true} (until an interrupt)  {"hang": true} (for ever, blocking its thread)
//   {"touch": file} (writes an empty file)
//   {"exit": code, "stderr": text}  {"spawn": true} (a child that sleeps; publishes its pid)
//   {"refuse": n} (the first n requests that say so are answered with tslab's "abort")
//   {"status": "error"|"abort"|…, …reply content}  {"silent": true} (no "idle" at the end)
// Arguments: connection file, then any of --ignore-interrupt --ignore-term --ignore-shutdown --mute --lose-first --taken.
import { spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { Publisher, Reply, Router } from "zeromq";

const [connectionFile, ...flags] = process.argv.slice(2);
const connection = JSON.parse(readFileSync(connectionFile, "utf8"));
const record = process.env.FAKE_KERNEL_RECORD;
if (record) writeFileSync(record, JSON.stringify({ pid: process.pid, connectionFile, cwd: process.cwd() }));

if (flags.includes("--taken")) {
  // As tslab does it: says so, and stays without listening.
  console.error("Error: Address already in use (EADDRINUSE)");
  await sleep(60_000);
}
let [refused, lost] = [0, 0];
let interrupted = () => {};
if (flags.includes("--ignore-interrupt")) process.on("SIGINT", () => {});
else process.on("SIGINT", () => interrupted());
if (flags.includes("--ignore-term")) process.on("SIGTERM", () => {});

const [shell, control, iopub, heartbeat] = [new Router(), new Router(), new Publisher(), new Reply()];
for (const [name, socket] of Object.entries({ shell, control, iopub, hb: heartbeat })) {
  await socket.bind(`tcp://${connection.ip}:${connection[`${name}_port`]}`);
}

function frames(identities, type, parent, content, key = connection.key) {
  const header = {
    msg_id: randomUUID(),
    msg_type: type,
    session: "fake",
    username: "",
    date: "",
    version: "5.3",
  };
  const parts = [header, parent, {}, content].map((part) => JSON.stringify(part));
  const signature = createHmac("sha256", key).update(parts.join("")).digest("hex");
  return [...identities, "<IDS|MSG>", signature, ...parts];
}

async function serve(socket) {
  for await (const message of socket) {
    const start = message.findIndex((frame) => frame.toString() === "<IDS|MSG>");
    const identities = message.slice(0, start);
    const header = JSON.parse(message[start + 2].toString());
    const content = JSON.parse(message[start + 5].toString());
    const publish = (type, body) => iopub.send(frames(["topic"], type, header, body));
    const reply = (body) =>
      socket.send(frames(identities, header.msg_type.replace("request", "reply"), header, body));
    if (flags.includes("--mute")) continue;
    if (flags.includes("--lose-first") && lost++ < 3) continue;
    await publish("status", { execution_state: "busy" });
    let silent = false;
    if (header.msg_type === "kernel_info_request") {
      await reply({ status: "ok", implementation: "fake", language_info: { name: "fake" } });
    } else if (header.msg_type === "interrupt_request") {
      interrupted();
      await reply({ status: "ok" });
    } else if (header.msg_type === "shutdown_request") {
      await reply({ status: "ok" });
      if (!flags.includes("--ignore-shutdown")) process.exit(0);
    } else {
      let answer = { status: "ok" };
      for (const step of JSON.parse(content.code)) {
        if (step.publish) await publish(step.publish, step.content);
        if (step.forge) await iopub.send(frames(["topic"], step.forge, header, step.content, "wrong key"));
        if (step.sleep) await sleep(step.sleep);
        if (step.wait) {
          await new Promise((resolve) => {
            interrupted = resolve;
          });
          answer = { status: "error", ename: "Interrupted", evalue: "as asked" };
        }
        if (step.touch) writeFileSync(step.touch, "");
        if (step.hang) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
        if (step.spawn) {
          const child = spawn("sleep", ["60"], { stdio: "ignore" });
          await publish("stream", { name: "stdout", text: String(child.pid) });
        }
        if (step.exit !== undefined) {
          process.stderr.write(step.stderr ?? "");
          await sleep(20);
          process.exit(step.exit);
        }
        if (step.refuse && refused++ < step.refuse) answer = { status: "abort" };
        if (step.status) answer = step;
        silent ||= step.silent === true;
      }
      await reply(answer);
    }
    if (!silent) await publish("status", { execution_state: "idle" });
  }
}

async function echo() {
  for await (const message of heartbeat) await heartbeat.send(message);
}

await Promise.all([serve(shell), serve(control), echo()]);
