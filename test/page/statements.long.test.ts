/** What a page costs the database: pinned, so that nobody adds a question without seeing it; and as many from the second look on as nothing. */
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { recordStatements } from "../../kit/statements.ts";
import { startHub, type Hub } from "../kit/hub.ts";

const quiet = { pollMilliseconds: 2 ** 31 - 1 };
const taken = recordStatements();
let hub: Hub;
beforeAll(async () => {
  const limits = { costPerAddress: 0, costPerOperation: 0, costPerKey: 0, answersMegabytes: 0 };
  // The planner tries some times in vain before it leaves a question to the ordinary path for good: what that takes is what a page costs.
  const streams = { notesMilliseconds: quiet.pollMilliseconds };
  hub = await startHub(undefined, { feed: quiet, webhooks: quiet, streams, limits, planner: "off" });
});
afterAll(async () => hub[Symbol.asyncDispose]());

/** Statements of a page besides what every page begins with, which is asked once. */
const pinned: Readonly<Record<string, number>> = {
  "/": 23,
  "/people": 3,
  "/people/enrique-marquez-d90480feb3": 8,
  "/releases": 5,
  "/status": 17,
  "/facilities": 4,
  "/facilities/el-helicoide": 6,
  "/sources/foro-penal": 8,
  "/claims": 2,
  "/compare": 29,
  "/feed": 2,
};

async function statementsOf(path: string): Promise<number> {
  taken();
  const response = await fetch(new URL(path, hub.url), { headers: { accept: "text/html" } });
  expect([path, response.status]).toEqual([path, 200]);
  await response.text();
  return taken().filter((text) => !text.includes('AS "version" FROM "Hub"')).length;
}

const enoughMilliseconds = 25_000;
/** Answers are used again within a minute (src/page/answers.ts): one that ends in the midst of a count would change it. */
async function withinOneMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < enoughMilliseconds) await wait(left);
  await statementsOf("/about");
}

test.skipIf(inject("templates").engine === "postgresql")(
  "each page takes as many statements as it always has, and none when nothing has changed",
  async () => {
    const found: Record<string, number> = {};
    for (const path of Object.keys(pinned)) {
      await withinOneMinute();
      found[path] = await statementsOf(path);
      expect([path, await statementsOf(path)]).toEqual([path, 0]);
    }
    expect(found).toEqual(pinned);
  },
);
