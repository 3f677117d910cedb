/** Custody events: the steps on a person's timeline. */
import * as z from "zod";
import { CustodyEventType, ReleaseCondition, ReleaseOutcome, ReleaseStage } from "../../db/generated/prisma/enums.ts";
import type { Db } from "../../db/database.ts";
import { audit, type Verb } from "../change.ts";
import { differs } from "../compare-rows.ts";
import { revived } from "../history/replaced.ts";
import { checkRecorded, id, list, orNull, text, timeSpan } from "../input.ts";
import { requireDetainee } from "./detainee.ts";
import { requireFacility } from "./facility.ts";
import { idOfContent } from "../identity.ts";
import { situationOf } from "../situations/which-situation.ts";
import { sortingMoment } from "../time/compare.ts";
import { spanColumns } from "../time/span.ts";
import { reevaluateTimelines } from "../verification/verification.ts";

/** Each kind of event as a noun: its type in the graph and in exports. */
export const eventTypeNames = {
  ARREST: "Arrest",
  DISAPPEARANCE: "Disappearance",
  LOCATED: "Located",
  CHARGE: "Charge",
  SENTENCE: "Sentence",
  TRANSFER: "Transfer",
  CUSTODY_CHANGE: "CustodyChange",
  RELEASE: "Release",
  DEATH: "Death",
} as const satisfies Record<CustodyEventType, string>;

export const eventDraft = z
  .object({
    detainee: id,
    type: z.enum(CustodyEventType),
    when: timeSpan,
    facility: orNull(id),
    place: orNull(text(200)),
    stage: orNull(z.enum(ReleaseStage)),
    outcome: orNull(z.enum(ReleaseOutcome)),
    conditions: list(z.enum(ReleaseCondition)),
  })
  .transform((draft, context) => {
    const release = draft.type === "RELEASE";
    if (release && draft.stage === null)
      context.addIssue({
        code: "custom",
        path: ["stage"],
        message: `the stage of a release: one of ${Object.values(ReleaseStage).join(", ")}`,
      });
    if (!release && (draft.stage !== null || draft.outcome !== null || draft.conditions.length > 0))
      context.addIssue({ code: "custom", path: ["type"], message: "RELEASE where stage, outcome or conditions are given" });
    return { ...draft, outcome: release ? (draft.outcome ?? ("UNKNOWN" as const)) : null };
  });

export function eventRow({ detainee, when, facility, ...draft }: z.output<typeof eventDraft>, now: Date) {
  return { ...draft, detaineeId: detainee, facilityId: facility, ...spanColumns("when", when), whenSortAt: sortingMoment(when, now) };
}

/**
 * The event of this record that says the very same, or said it before it was corrected; null when there is none. Its id is by what it said at first: whoever records a corrected event as it is now would make a second one.
 */
async function recordedAs(db: Db, draft: z.output<typeof eventDraft>, now: Date): Promise<string | null> {
  const { facilityId, detaineeId, whenSortAt: _, ...columns } = eventRow(draft, now);
  const said = { ...columns, statedFacilityId: facilityId };
  const events = await db.custodyEvent.findMany({
    where: { statedDetaineeId: detaineeId, type: draft.type },
    include: { versions: { orderBy: { ordinal: "desc" }, select: { before: true } } },
    orderBy: { id: "asc" },
  });
  const same = events.find(({ versions, ...event }) => {
    let state: object = event;
    return [{}, ...versions.map(({ before }) => revived(before as object))].some((before) => {
      state = { ...state, ...before };
      return !differs(said, state);
    });
  });
  return same?.id ?? null;
}

/** Records an event. The same event of the same person recorded twice is recorded once, also when it was corrected between. Without claims it is REPORTED, with the reasons why not more. */
export const recordEvent: Verb = {
  name: "recordEvent",
  scope: "RECORDER",
  async run(db, viewer, input, now) {
    const draft = checkRecorded(eventDraft, input, now);
    await requireDetainee(db, viewer, draft.detainee);
    if (draft.facility !== null) await requireFacility(db, viewer, draft.facility);
    const eventId = idOfContent("CustodyEvent", draft);
    const recorded = await recordedAs(db, draft, now);
    if (recorded !== null) return { id: recorded, changed: false };
    const situation = await situationOf(db, input, draft);
    const row = { id: eventId, key: eventId, ...eventRow(draft, now), ...situation, recordedAt: now, recordedBy: viewer.actor };
    const { count } = await db.custodyEvent.createMany({ data: [row], skipDuplicates: true });
    if (count === 0) return { id: eventId, changed: false };
    await reevaluateTimelines(db, [eventId], now);
    await audit(db, viewer.actor, "recordEvent", "CustodyEvent", eventId);
    return { id: eventId, changed: true };
  },
};
