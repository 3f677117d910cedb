/** Takes the sample out of a hub that holds nothing else. */
import { removeSample } from "../exchange/sample/remove-sample.ts";
import { sampleName } from "../exchange/sample/sample.ts";
import type { Terminal } from "./terminal.ts";
import { bringUpToDate } from "./up-to-date.ts";
import { withDatabase } from "./with-database.ts";

export async function removeSampleCommand(terminal: Terminal): Promise<void> {
  const done = await withDatabase(terminal, async (database) => {
    await database.exclusively(() => bringUpToDate(database, terminal.err));
    return removeSample(database);
  });
  terminal.out(done ? `removed: ${sampleName}; the hub is empty, and no start adds it again` : "it was removed already");
}
