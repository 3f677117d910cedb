/** Timelines of one step a day, for tables. */
import type { CustodyEventType } from "../../../src/db/generated/prisma/enums.ts";
import type { TimelineEvent } from "../../../src/domain/timeline/timeline-event.ts";

export const dayOf = (day: number) => new Date(Date.UTC(2026, 0, day));
export type Step = TimelineEvent & { name: string };

/** One step a day, in the order given: the type, then what matters of it. */
export const timeline = (...steps: (readonly [CustodyEventType, Partial<TimelineEvent>?])[]): Step[] =>
  steps.map(([type, said = {}], index) => {
    const release = type === "RELEASE" ? ({ stage: "EFFECTED", outcome: "UNKNOWN" } as const) : { stage: null, outcome: null };
    const day = { whenEarliest: dayOf(index + 1), whenLatest: dayOf(index + 1) };
    const name = `${type} ${index + 1}`;
    return {
      name,
      id: name,
      type,
      facilityId: null,
      admin1: null,
      locality: null,
      conditions: [],
      state: "REPORTED" as const,
      ...day,
      ...release,
      ...said,
    };
  });
export const at = (facilityId: string) => ({ facilityId });
