import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Kernels take seconds to start, and more on a busy machine; a test that hangs still ends.
    testTimeout: 120_000,
  },
});
