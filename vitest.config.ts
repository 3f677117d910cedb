import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: "test/kit/template.ts",
    // Vite's own module runner would load a second copy of graphql; Node reads the TypeScript itself.
    experimental: { viteModuleRunner: false },
  },
});
