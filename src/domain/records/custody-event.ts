/** Custody events: the steps on a person's timeline. */
import * as z from "zod";
import { CustodyEventType, ReleaseCondition, ReleaseOutcome, ReleaseStage, SentenceKind } from "../../db/generated/prisma/enums.ts";
import type { Db } from "../../db/database.ts";
import { InvalidInput } from "../../errors.ts";
import { audit, type Verb } from "../change.ts";
import { differs } from "../compare-rows.ts";
import { revived } from "../history/replaced.ts";
import { checkRecorded, country, id, list, orNull, text, timeSpan } from "../input.ts";
import { areWhole, coordinateFields, wholeExpected } from "../counting/coordinates.ts";
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

// The longest life that is documented is of 122 years.
const oldest = 130;
// Convention on the Rights of the Child, article 1.
const ofAge = 18;
const noEnd = {
  ...{ sentenceEndsEarliest: null, sentenceEndsLatest: null, sentenceEndsPrecision: null },
  ...{ sentenceEndsTimeZone: null, sentenceEndsVerbatim: null },
};

export const eventDraft = z
  .object({
    detainee: id,
    type: z.enum(CustodyEventType),
    when: timeSpan,
    facility: orNull(id),
    /** Where, in words, and by its parts. */
    place: orNull(text(200)),
    country: orNull(country),
    admin1: orNull(text(200)),
    locality: orNull(text(200)),
    ...coordinateFields,
    stage: orNull(z.enum(ReleaseStage)),
    outcome: orNull(z.enum(ReleaseOutcome)),
    conditions: list(z.enum(ReleaseCondition)),
    age: orNull(
      z
        .number({ error: "an age" })
        .int({ error: "an age in whole years" })
        .min(0, { error: "an age of 0 or more" })
        .max(oldest, { error: `an age of at most ${oldest}` }),
    ),
    charges: list(text(500)),
    caseNumber: orNull(text(200)),
    sentence: orNull(z.enum(SentenceKind)),
    sentenceLength: orNull(
      z.string({ error: "a duration" }).regex(/^P(?=\d)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,4}W)?(\d{1,5}D)?$/, {
        error: "an ISO 8601 duration in years, months, weeks or days, such as P12Y6M",
      }),
    ),
    sentenceEnds: orNull(timeSpan),
  })
  .transform((draft, context) => {
    if (!areWhole(draft)) context.addIssue({ code: "custom", path: ["latitude"], message: wholeExpected });
    const release = draft.type === "RELEASE";
    if (release && draft.stage === null)
      context.addIssue({
        code: "custom",
        path: ["stage"],
        message: `the stage of a release: one of ${Object.values(ReleaseStage).join(", ")}`,
      });
    if (!release && (draft.stage !== null || draft.outcome !== null || draft.conditions.length > 0))
      context.addIssue({ code: "custom", path: ["type"], message: "RELEASE where stage, outcome or conditions are given" });
    const { sentence, sentenceLength, sentenceEnds } = draft;
    const term = sentenceLength !== null || sentenceEnds !== null;
    if (draft.type !== "SENTENCE" && (sentence !== null || term))
      context.addIssue({ code: "custom", path: ["type"], message: "SENTENCE where a sentence, its length or its end are given" });
    if (term && sentence !== null && sentence !== "TERM")
      context.addIssue({ code: "custom", path: ["sentence"], message: "TERM where a length or an end is given" });
    return {
      ...draft,
      outcome: release ? (draft.outcome ?? ("UNKNOWN" as const)) : null,
      sentence: sentence ?? (term ? ("TERM" as const) : null),
    };
  });

export function eventRow({ detainee, when, facility, sentenceEnds, ...draft }: z.output<typeof eventDraft>, now: Date) {
  return {
    ...draft,
    detaineeId: detainee,
    facilityId: facility,
    ...spanColumns("when", when),
    whenSortAt: sortingMoment(when, now),
    ...(sentenceEnds === null ? noEnd : spanColumns("sentenceEnds", sentenceEnds)),
  };
}

/** Whether somebody of this age at an event in custody was a minor at the arrest, which came before. */
export const tellsMinor = (age: number | null): boolean => age !== null && age < ofAge;
export const minorExpected = `${ofAge} or more, or a person who is recorded as a MINOR`;

/** Who is told to be under age is a minor first, so that nobody under age is shown by an event. @throws InvalidInput */
export async function requireAge(db: Db, detaineeId: string, age: number | null): Promise<void> {
  if (!tellsMinor(age)) return;
  const person = await db.detainee.findUnique({ where: { id: detaineeId }, select: { ageGroup: true } });
  if (person?.ageGroup !== "MINOR")
    throw new InvalidInput([{ path: "input.age", expected: `${minorExpected} (amendDetainee)`, received: String(age) }]);
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
    await requireAge(db, draft.detainee, draft.age);
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
