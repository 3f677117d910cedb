/** One count of a stock, with nothing remembered from another. */
import type { CustodyStatus } from "../../../src/domain/timeline/custody.ts";
import { countStock as countAll } from "../../../src/domain/reconciliation/hub-stock.ts";
import type { Bounds } from "../../../src/domain/time/compare.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";

export const countStock = async (
  timelines: readonly (readonly TimelineEvent[])[],
  status: CustodyStatus,
  at: Bounds,
  facilities: ReadonlySet<string> | null,
  hours = 0,
) => (await countAll(timelines, status, [{ at, facilities, hours }]))[0]!;
