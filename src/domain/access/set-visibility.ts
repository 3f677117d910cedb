/** Who may see a record: changed by a person, at any time. What hangs on the record follows by itself (migrations `init` and `joins`), and the feed tells it to whoever is concerned. */
import * as z from "zod";
import { Prisma } from "../../db/generated/prisma/client.ts";
import type { Visibility } from "../../db/generated/prisma/enums.ts";
import { NotFound } from "../../errors.ts";
import { audit, type Outcome, type Verb } from "../change.ts";
import { check, id, orNull, text, visibility } from "../input.ts";

export const visibleNouns = ["Detainee", "Facility", "Source", "Document"] as const;

const draft = z.object({ record: id, visibility, note: orNull(text(1000)) });

export type Shown = Outcome & { readonly noun: (typeof visibleNouns)[number]; readonly visibility: Visibility };

/** Sets who may see a person, a facility, a source or a document. Of merged records all are as hidden as the most hidden one. */
export const setVisibility: Verb<Shown> = {
  name: "setVisibility",
  scope: "EDITOR",
  async run(db, viewer, input) {
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
    await audit(db, viewer.actor, "setVisibility", noun, record, { before: stated, visibility: next, note });
    return { id: record, changed: true, noun, visibility: next };
  },
};
