/** The tests that take minutes, each file in a process of its own: some measure memory. */
import { mergeConfig } from "vitest/config";
import base from "./vitest.config.ts";

const config = mergeConfig(base, { test: { isolate: true, testTimeout: 600_000 } });
config.test.include = ["test/**/*.long.test.ts"];
config.test.exclude = ["**/node_modules/**"];

export default config;
