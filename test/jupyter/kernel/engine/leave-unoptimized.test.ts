import { execFile } from "node:child_process";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";
import { leaveUnoptimized } from "../../../../src/jupyter/kernel/engine/leave-unoptimized.js";

it("leaveUnoptimized(functions) leaves these alone as they are", async () => {
  const built = pathToFileURL("dist/jupyter/kernel/engine/leave-unoptimized.js").href;
  const program = `
    import { leaveUnoptimized } from ${JSON.stringify(built)};
    function optimizedOne(x) { let sum = x; for (let i = 0; i < 100; i++) sum += i; return sum; }
    function spared(x) { let sum = x; for (let i = 0; i < 100; i++) sum -= i; return sum; }
    leaveUnoptimized([spared]);
    for (let i = 0; i < 1e5; i++) { optimizedOne(i); spared(i); }`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--trace-opt", "--input-type=module", "-e", program],
    { timeout: 60_000, maxBuffer: 1e8 },
  );
  const compiled = stdout.split("\n").filter((line) => line.includes("completed compiling"));
  expect(compiled.join()).toContain("JSFunction optimizedOne");
  expect(compiled.join()).not.toContain("JSFunction spared");
});

it("leaveUnoptimized(functions) leaves the syntax of programs as it is", () => {
  leaveUnoptimized([() => 1]);
  expect(() => new Function("return %HasFastProperties({})")()).toThrow(SyntaxError);
});
