/** Which records there are: those that everybody sees, and those that are hidden. */
import type { PrismaClient } from "../../../src/db/generated/prisma/client.ts";
import { eventTypeNames } from "../../../src/domain/records/custody-event.ts";
import { newId } from "../../../src/domain/identity.ts";
import { encodeId } from "../../../src/graph/base/ids.ts";

/** Stands in every text of every hidden row. */
export const word = "quetzal";
/** When every hidden row was recorded, and nothing else. */
export const hiddenAt = new Date("2026-03-03T03:03:03.333Z");

/** Global ids by type, a slug of each noun that has one, and words to search by. */
export type Records = {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly slugs: Readonly<Record<string, string>>;
  readonly words: string;
};

type Row = { readonly id: string; readonly visibility: string };

/** What is open and what is hidden, of every type. */
export async function readRecords(prisma: PrismaClient): Promise<[open: Records, hidden: Records]> {
  const [claims, events, definitions] = [
    await prisma.claim.findMany(),
    await prisma.custodyEvent.findMany(),
    await prisma.definition.findMany({ include: { source: true } }),
  ];
  const rows: Record<string, readonly Row[]> = {
    Source: await prisma.source.findMany(),
    Document: await prisma.document.findMany(),
    Facility: await prisma.facility.findMany(),
    Detainee: await prisma.detainee.findMany(),
    Verification: await prisma.verification.findMany({ orderBy: [{ eventId: "asc" }, { ordinal: "asc" }] }),
    Definition: definitions.map(({ id, source }) => ({ id, visibility: source.visibility })),
    CountClaim: claims.filter(({ kind }) => kind === "COUNT"),
    EventClaim: claims.filter(({ kind }) => kind === "EVENT"),
    RemarkClaim: claims.filter(({ kind }) => kind === "REMARK"),
    ...Object.fromEntries(Object.entries(eventTypeNames).map(([type, name]) => [name, events.filter((event) => event.type === type)])),
  };
  const part = (isOpen: boolean) =>
    Object.fromEntries(
      Object.entries(rows).map(([type, all]) => [
        type,
        all.filter(({ visibility }) => (visibility === "PUBLIC") === isOpen).map(({ id }) => encodeId(type, id)),
      ]),
    );
  return [
    { ids: part(true), slugs: { Source: "open-one", Facility: "open-place" }, words: "open" },
    { ids: part(false), slugs: { Source: `${word}-h-source`, Facility: `${word}-h-place` }, words: word },
  ];
}

const nothing = {
  ids: Object.fromEntries(
    [
      "Source",
      "Document",
      "Facility",
      "Detainee",
      "Verification",
      "Definition",
      "CountClaim",
      "EventClaim",
      "RemarkClaim",
      ...Object.values(eventTypeNames),
    ].map((type) => [type, [encodeId(type, newId())]]),
  ),
  slugs: { Source: "nobody-at-all", Facility: "nowhere-at-all" },
  words: "xyzzyxyzzy",
};
/** Records that were never there. */
export const nothingOf = (): Records => nothing;
