import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // What takes minutes: `npm run test:long`.
    exclude: [...configDefaults.exclude, "test/**/*.long.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    // A worker runs many files, one after another: to load the hub anew for each would take a third of the time.
    isolate: false,
    // These bound failures alone: as long as a machine with twenty others at work needs.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { interval: 20, timeout: 60_000 } },
    globalSetup: "test/kit/template.ts",
    // Vite's own module runner would load a second copy of graphql; Node reads the TypeScript itself.
    experimental: { viteModuleRunner: false },
  },
});
