/** What can be seen and leads to what is hidden, and a hidden claim that is all there is. */
import type { PrismaClient } from "../../../src/db/generated/prisma/client.ts";
import type { Visibility } from "../../../src/db/generated/prisma/enums.ts";
import { newId } from "../../../src/domain/identity.ts";
import { reevaluate } from "../../../src/domain/verification/verification.ts";
import { aFacility, anEvent, now } from "../../kit/given.ts";
import { at, day, idOf } from "./open-world.ts";

type Makers = Readonly<Record<"said" | "count" | "page", (key: string, ...more: any[]) => any>>;

/** Open rows that lead to hidden ones, and a hidden row that leads a decision. */
export async function fillConsequences(prisma: PrismaClient, visibility: Visibility, { said, count, page }: Makers): Promise<void> {
  await prisma.definition.create({
    data: {
      id: idOf("v2"),
      key: "open-second",
      sourceId: idOf("open-one"),
      text: "Open again.",
      supersedesId: idOf("h-definition"),
      recordedAt: now,
    },
  });
  const open = { recordedAt: now, statement: "Open.", quote: null, locator: null };
  const openPage = { title: "Open.", url: null, authors: [], language: "es", recordedAt: now, visibility: "PUBLIC" };
  await prisma.document.createMany({
    data: [
      { ...page("c-published", { ...openPage, publisherId: idOf("h-source") }), key: "c-published" },
      { ...page("c-repeats", { ...openPage, publisherId: idOf("open-two") }), key: "c-repeats" },
    ],
  });
  await prisma.document.update({
    where: { id: idOf("c-repeats") },
    data: { derivedFrom: { connect: [{ id: idOf("h-first") }, { id: idOf("open-page") }] } },
  });
  const place = aFacility({
    id: idOf("c-part"),
    slug: "c-part",
    name: "Open c",
    sortName: "open c",
    statedPartOfId: idOf("h-place"),
    recordedAt: now,
  });
  await prisma.facility.create({ data: place });
  const ofAna = anEvent({
    id: idOf("c-arrest"),
    key: "c-arrest",
    type: "ARREST",
    conditions: [],
    detaineeId: idOf("open-ana"),
    facilityId: idOf("h-place"),
    ...at(day(1, 20), "when"),
  } as never);
  await prisma.custodyEvent.create({ data: ofAna });
  // As every event is when it is recorded. What comes to it later is hidden, and decides nothing.
  await prisma.$transaction((db) => reevaluate(db, [idOf("c-arrest")], now));
  await prisma.claim.createMany({
    data: [
      {
        ...said("c-repeated", "release-eva", { assertedById: idOf("open-two"), documentId: idOf("c-repeats") }),
        ...open,
        key: "c-repeated",
      },
      {
        ...count("c-of-total", { partOfId: idOf("h-count"), definitionId: idOf("h-definition"), breakdown: ["group=c"] }),
        ...open,
        key: "c-of-total",
      },
      {
        ...count("c-share", { baseId: idOf("h-count"), unit: "PERCENT", breakdown: ["group=share"] }),
        ...open,
        key: "c-share",
      },
      { ...count("c-before", { lower: 1, upper: 1 }), ...open, key: "c-before" },
      { ...said("c-alone", "c-arrest", { statedVisibility: visibility }), key: "c-alone quetzal" },
    ],
  });
  await prisma.claim.create({
    data: count("c-correction", { supersedesId: idOf("c-before"), changeReason: "OUR_ERROR", statedVisibility: visibility }),
  });
  await prisma.claim.create({
    data: { ...count("c-after", { supersedesId: idOf("h-earlier"), changeReason: "OUR_ERROR" }), ...open, key: "c-after" },
  });
  // An open record that was corrected away from a hidden place, and back, on the word of a hidden claim.
  for (const [at, statedFacilityId] of [null, idOf("h-place")].entries())
    await prisma.recordVersion.create({
      data: {
        ...{ id: newId(), recordId: idOf("c-arrest"), eventId: idOf("c-arrest"), recordedBy: "key:test", changeReason: "OUR_ERROR" },
        ...{ recordedAt: new Date(now.getTime() + 3 + at), basisId: idOf("c-alone"), after: { statedFacilityId, place: `Open ${at}` } },
      },
    });
  // What also rests on what can be seen is decided at a moment that can be seen.
  await prisma.$transaction(async (db) => {
    await reevaluate(db, ["release-ana", "arrest-ana", "release-eva"].map(idOf), new Date(now.getTime() + 2));
  });
}
