/** The hub as `npm start` serves it, without the log. */
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { openDatabase } from "../../src/db/database.ts";
import { settleNewTimelines } from "../../src/domain/timeline/settle-timelines.ts";
import type { PlannerMode } from "../../src/planner/planner.ts";
import { beChild } from "./child.ts";

await beChild(async (databaseUrl) => {
  const database = await openDatabase({ databaseUrl, home: undefined });
  // The generated rows have no place on their timelines yet.
  await settleNewTimelines(database.prisma);
  const app = createApp({
    host: "127.0.0.1",
    port: 0,
    database,
    log: pino({ level: "silent" }),
    // Measured is what it takes to find an answer; with PARADERO_BENCH_KEPT, to give one that is kept.
    planner: process.env["PLANNER"] as PlannerMode | undefined,
    limits: {
      costPerAddress: 0,
      costPerOperation: 0,
      operationsPerAddress: 32,
      answersMegabytes: process.env["PARADERO_BENCH_KEPT"] ? 64 : 0,
    },
  });
  return {
    url: await app.start(),
    async stop() {
      await app.stop();
      await database.close();
    },
  };
});
