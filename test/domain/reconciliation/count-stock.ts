/** One count of a stock, with nothing remembered from another. */
import type { CustodyStatus } from "../../../src/domain/custody/custody.ts";
import { readyStock } from "../../../src/domain/reconciliation/hub-stock.ts";
import type { Bounds } from "../../../src/domain/time/compare.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";

export const countStock = async (
  timelines: readonly (readonly TimelineEvent[])[],
  status: CustodyStatus,
  at: Bounds,
  facilities: ReadonlySet<string> | null,
  hours?: number,
) => (await readyStock(timelines, status)).count(at, facilities, hours);
