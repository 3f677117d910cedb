/** Clocks that are wrong. */
import { load, watch, type Fault } from "./fault.ts";

const hour = 3_600_000;
const ahead = { clockShift: hour };
const behind = { clockShift: -hour };

export const wrongClocks: Fault = {
  name: "clock-hour-off",
  law: "one process an hour ahead, one an hour behind: the order is that of the commits, and each goes on from the other's cursors",
  async run(ground, chance) {
    const hubs = await Promise.all([ground.hub("ahead", ahead), ground.hub("behind", behind)]);
    return watch(ground, { hubs, clients: 12, chance }, async () => {
      const urls = hubs.map(({ url }) => url);
      // Both write; then one goes, and its clients move over with their cursors.
      await load(ground, chance, urls, 30);
      await hubs[0].end("SIGKILL");
      await load(ground, chance, [hubs[1].url], 10);
      await ground.hub("ahead", ahead);
      await load(ground, chance, urls, 10);
      // The times that the feed tells are the recording clock's; the database stamps what is appended by its own.
      const events = await ground.database.prisma.feedEvent.findMany({
        orderBy: { seq: "desc" },
        take: 50,
        select: { occurredAt: true, appendedAt: true },
      });
      const early = events.filter(({ occurredAt, appendedAt }) => occurredAt.getTime() - appendedAt.getTime() > hour / 2).length;
      if (early === 0) throw new Error("The clocks agreed.");
      return `${early} of 50 events are dated an hour ahead`;
    });
  },
};
