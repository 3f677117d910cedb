/** Who may see a record: changed by a person, at any time. What hangs on the record follows by itself (migrations `init` and `joins`), and the feed tells it to whoever is concerned. */
import * as z from "zod";
import type { Db } from "../../db/database.ts";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Visibility } from "../../db/generated/prisma/enums.ts";
import { NotFound } from "../../errors.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { canonicalAt } from "../history/known-at.ts";
import { check, id, orNull, text, visibility } from "../input.ts";
import { eventsRestingOn } from "../verification/events-resting-on.ts";
import { reevaluate } from "../verification/verification.ts";

export const visibleNouns = ["Detainee", "Facility", "Source", "Document"] as const;

const draft = z.object({ record: id, visibility, note: orNull(text(1000)) });

export type Shown = Outcome & { readonly noun: (typeof visibleNouns)[number]; readonly visibility: Visibility };

/**
 * Sets who may see a person, a facility, a source or a document. Of merged records all are as hidden as the most hidden one. The policy looks at the events whose claims are more hidden than they now, or no
 * longer: what it finds rests on claims that are as visible as the event.
 */
export const setVisibility: Verb<Shown> = {
  name: "setVisibility",
  scope: "EDITOR",
  // All that hangs on a record is hidden with it or nothing: of a source with a million claims that takes minutes, and must not be impossible.
  deadlineMilliseconds: 900_000,
  async run(db, viewer, input, now) {
    const { record, visibility: next, note } = check(draft, input);
    const [found] = await db.$queryRaw<{ noun: Shown["noun"]; stated: Visibility }[]>`
      SELECT 'Detainee' AS "noun", "statedVisibility"::text AS "stated" FROM "Detainee" WHERE "id" = ${record}::uuid
      UNION ALL SELECT 'Facility', "statedVisibility"::text FROM "Facility" WHERE "id" = ${record}::uuid
      UNION ALL SELECT 'Source', "statedVisibility"::text FROM "Source" WHERE "id" = ${record}::uuid
      UNION ALL SELECT 'Document', "visibility"::text FROM "Document" WHERE "id" = ${record}::uuid`;
    if (!found) throw new NotFound("record", record);
    const { noun, stated } = found;
    if (stated === next) return { id: record, changed: false, noun, visibility: next };
    await db.$executeRaw`UPDATE ${Prisma.raw(`"${noun}"`)} SET "visibility" = ${next}::"Visibility" WHERE "id" = ${record}::uuid`;
    await reevaluate(db, await eventsBearing(db, noun, record), now);
    await audit(db, viewer.actor, "setVisibility", noun, record, { before: stated, visibility: next, note });
    return { id: record, changed: true, noun, visibility: next };
  },
};

/** Ids of the events whose evidence is another when others may see the record. */
export async function eventsBearing(db: Db, noun: Shown["noun"], record: string): Promise<string[]> {
  // No event is told of by claims on a facility: those are counts.
  if (noun === "Facility") return [];
  if (noun === "Document") return eventsRestingOn(db, { sources: [], documents: [record] });
  const [canonical] = await canonicalAt(db, noun, [record], null);
  if (noun === "Source") return eventsRestingOn(db, { sources: [canonical!], documents: [] });
  const events = await db.custodyEvent.findMany({ where: { detaineeId: canonical! }, select: { id: true } });
  return events.map((event) => event.id);
}
