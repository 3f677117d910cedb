/** The tests that take minutes, each file in a process of its own: some measure memory. */
import { mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

// Many of them wait for a process or a clock: a third at work fills the two cores.
const config = mergeConfig(base, { test: { isolate: true, maxWorkers: 3, testTimeout: 600_000 } });
config.test.include = ["test/**/*.long.test.ts"];
config.test.exclude = ["**/node_modules/**"];

export default config;
