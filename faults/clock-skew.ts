/** Clocks that are wrong. */
import { load, watch, type Fault } from "./test-bed/fault.ts";

const minute = 60_000;
const hour = 60 * minute;
const ahead = { clockShift: hour };
const behind = { clockShift: -hour };

export const wrongClocks: Fault = {
  name: "clock-hour-off",
  law: "one process an hour ahead, one an hour behind: the order and the dates are those of the commits, and each goes on from the other's cursors",
  async run(testBed, random) {
    const hubs = await Promise.all([testBed.hub("ahead", ahead), testBed.hub("behind", behind)]);
    return watch(testBed, { hubs, clients: 12, random }, async () => {
      const urls = hubs.map(({ url }) => url);
      // Both write; then one is killed, and its clients resume at the other with their cursors.
      await load(testBed, random, urls, 30);
      await hubs[0].end("SIGKILL");
      await load(testBed, random, [hubs[1].url], 10);
      await testBed.hub("ahead", ahead);
      await load(testBed, random, urls, 10);
      // No event has the time of a wrong clock: changes take theirs from the database.
      const events = await testBed.database.prisma.feedEvent.findMany({
        orderBy: { seq: "desc" },
        take: 50,
        select: { occurredAt: true, appendedAt: true },
      });
      const wrong = events.filter(({ occurredAt, appendedAt }) => Math.abs(occurredAt.getTime() - appendedAt.getTime()) > minute).length;
      if (wrong > 0) throw new Error(`${wrong} of ${events.length} events are dated by the clock of a process.`);
      return `${events.length} events are dated by the database's clock`;
    });
  },
};
