import { defineConfig } from "vitest/config";

/** Where the machine-readable result goes; `.ci/run` counts from it. */
const RESULT_FILE = "coverage/vitest.json";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Emulators are separate processes: two workers are what a small machine bears beside them.
    pool: "forks",
    maxWorkers: 2,
    // Booting an emulator and running thousands of cases takes seconds, on a busy machine many.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    teardownTimeout: 10_000,
    reporters: ["default", "json"],
    outputFile: { json: RESULT_FILE },
    coverage: {
      provider: "v8",
      include: ["oracles/**/*.ts"],
      // The pattern also matches the tests of the oracles.
      exclude: ["test/**"],
      reporter: ["text-summary", "json-summary"],
      reportsDirectory: "coverage",
      clean: false,
      // A line of law that no test reaches is a line that nobody has checked.
      thresholds: { lines: 100, branches: 100 },
    },
  },
});
