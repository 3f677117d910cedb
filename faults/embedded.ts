/** The embedded database: one process, killed and started again on its directory. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "../src/db/database.ts";
import { decide, key } from "./test-bed/client.ts";
import type { Fault } from "./test-bed/fault.ts";
import { startHub, type HubProcess } from "../kit/hub-process.ts";
import { judge, newest, readLedger, sum } from "./test-bed/ledger.ts";
import { listen, transports } from "./test-bed/listener.ts";
import { until } from "./test-bed/until.ts";
import { fillWithReleases } from "../kit/releases-to-verify.ts";

const releases = 60;
const clients = 12;

export const embeddedKilled: Fault = {
  name: "embedded-kill",
  law: "the one process on an embedded database is killed twice in the middle of a burst: nobody misses anything",
  async run(_ground, random) {
    await using things = new AsyncDisposableStack();
    const home = await mkdtemp(join(tmpdir(), "paradero-faults-"));
    things.defer(() => rm(home, { recursive: true, force: true }));
    const { ids, before } = await fill(home);
    const serve = (port?: number) =>
      startHub({ environment: { PARADERO_HOME: home, PARADERO_KEY: key }, ...(port === undefined ? {} : { port }) });
    let hub: HubProcess = await serve();
    things.defer(async () => void (hub.ended || (await hub.end("SIGKILL"))));

    const first = things.use(listen({ url: () => hub.url, after: "" }));
    await until("a first bookmark", () => first.cursor !== "");
    const after = first.cursor;
    const listeners = Array.from({ length: clients }, (_, n) =>
      things.use(listen({ url: () => hub.url, after, transport: transports[n % 2]! })),
    );
    // Each is retried until it is acknowledged: if the first attempt was committed without an answer, the second changes nothing.
    const writer = async () => {
      for (let releaseId = ids.pop(); releaseId !== undefined; releaseId = ids.pop())
        while (!(await decide(hub.url, { releaseId, verb: "verifyRelease" }).catch(() => wait(50))));
    };
    const writers = Promise.all([writer(), writer()]);
    for (let round = 0; round < 2; round += 1) {
      await wait(random.between(50, 400));
      await hub.end("SIGKILL");
      hub = await serve(hub.port);
    }
    await writers;
    await until("every listener to have every event", () => listeners.every(({ log }) => log.length >= releases)).catch(() => {});
    await wait(300);
    const { code } = await hub.end("SIGTERM");
    if (code !== 0) throw new Error(`It ended with ${code}: ${hub.errorOutput()}`);
    const ended = listeners.flatMap(({ end }) => end ?? []);
    if (ended.length > 0) throw new Error(`Subscriptions ended, the first with: ${ended[0]}`);

    const database = await openDatabase({ databaseUrl: undefined, home });
    things.defer(() => database.close());
    const ledger = await readLedger(database.prisma, before);
    return {
      verdict: sum(listeners.map(({ log }) => judge(ledger, log))),
      clients,
      events: ledger.length,
      note: `${releases} steps tried`,
    };
  },
};

/** Makes an embedded database with releases to verify; resolves with their ids, and with where the feed was then. */
async function fill(home: string): Promise<{ ids: string[]; before: bigint }> {
  const database = await openDatabase({ databaseUrl: undefined, home });
  try {
    await database.exclusively(() => database.migrate());
    await fillWithReleases(database.prisma, releases);
    const rows = await database.prisma.custodyEvent.findMany({ where: { type: "RELEASE" }, select: { id: true } });
    return { ids: rows.map(({ id }) => id), before: await newest(database.prisma) };
  } finally {
    await database.close();
  }
}
