import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { fakeKernelspec } from "./fake-kernelspec.js";

/** Lets Jupyter's search find "fake", and "mute" that never answers, while this test file runs. */
export function installFakeKernel(folder: () => string): void {
  beforeAll(() => {
    for (const [name, flags] of Object.entries({ fake: [], mute: ["--mute"] })) {
      const { displayName, language, argv } = fakeKernelspec(flags);
      const kernel = join(folder(), "jupyter", "kernels", name);
      mkdirSync(kernel, { recursive: true });
      const content = { argv, display_name: displayName, language };
      writeFileSync(join(kernel, "kernel.json"), JSON.stringify(content));
    }
    process.env.JUPYTER_PATH = join(folder(), "jupyter");
  });
  afterAll(() => {
    delete process.env.JUPYTER_PATH;
  });
}
