/** The part of a world that everybody sees. */
import type { PrismaClient } from "../../../src/db/generated/prisma/client.ts";
import { idOfKey } from "../../../src/domain/identity.ts";
import { keepNewNameForms } from "../../../src/domain/records/detainee.ts";
import { reevaluate } from "../../../src/domain/verification/verification.ts";
import { verifyRelease } from "../../../src/domain/verification/decision.ts";
import { viewerOf } from "../../../src/domain/viewer.ts";
import { aCountClaim, aDetainee, aDocument, aFacility, anEvent, anEventClaim, aRemark, aSource, now } from "../../kit/given.ts";

export const idOf = (key: string) => idOfKey("Source", `world ${key}`);
export const day = (month: number, date: number) => new Date(Date.UTC(2026, month - 1, date, 12));
export const at = (moment: Date, column: "when" | "asOf") => ({
  [`${column}Earliest`]: moment,
  [`${column}Latest`]: new Date(moment.getTime() + 3_600_000),
  [`${column}Precision`]: "HOUR",
  [`${column}SortAt`]: new Date(moment.getTime() + 3_600_000),
});

export const editor = viewerOf("key:editor", ["EDITOR", "VERIFIER", "RECORDER"]);

/** Two people, three sources, a place and its part, and what is said of them. */
export async function fillOpen(prisma: PrismaClient): Promise<void> {
  // The one that a hub would give itself, but the same in every world.
  await prisma.situation.create({
    data: {
      id: idOf("situation"),
      slug: "first",
      name: "Open situation",
      sortName: "open situation",
      countries: [],
      timeZone: "America/Caracas",
      recordedAt: now,
    },
  });
  const source = (key: string, more: object = {}) =>
    aSource({ id: idOf(key), slug: key, name: `Open ${key}`, sortName: `open ${key}`, ...more, recordedAt: now });
  await prisma.source.createMany({
    data: [source("open-one", { independenceGroup: "open-group" }), source("open-two"), source("open-three", { kind: "MEDIA" })],
  });
  await prisma.definition.createMany({
    data: [{ id: idOf("definition"), key: "open-definition", sourceId: idOf("open-one"), text: "Open.", recordedAt: now }],
  });
  const page = (key: string, more: object = {}) => aDocument({ id: idOf(key), key, title: key, language: "es", ...more, recordedAt: now });
  await prisma.document.createMany({
    data: [page("open-page", { publisherId: idOf("open-one") }), page("open-other", { publisherId: idOf("open-two") })],
  });
  const place = (key: string, more: object = {}) =>
    aFacility({ id: idOf(key), slug: key, name: `Open ${key}`, sortName: `open ${key}`, ...more, recordedAt: now });
  await prisma.facility.create({ data: place("open-place") });
  await prisma.facility.create({ data: place("open-part", { statedPartOfId: idOf("open-place") }) });
  const person = (key: string, more: object = {}) =>
    aDetainee({
      id: idOf(key),
      key,
      name: `Open ${key} Rojas`,
      sortName: `open ${key} rojas`,
      nationalities: ["VE"],
      ...more,
      recordedAt: now,
    });
  await prisma.detainee.createMany({ data: [person("open-ana"), person("open-eva")] });
  await prisma.personName.createMany({
    data: ["open-ana", "open-eva"].map((key) => ({
      id: idOf(`name ${key}`),
      detaineeId: idOf(key),
      text: `Open ${key} Rojas`,
      kind: "PRIMARY" as const,
    })),
  });
  const event = (key: string, type: "ARREST" | "RELEASE", who: string, when: Date, more: object = {}) =>
    anEvent({
      id: idOf(key),
      key,
      type,
      conditions: [],
      detaineeId: idOf(who),
      facilityId: idOf("open-place"),
      ...at(when, "when"),
      ...more,
    });
  await prisma.custodyEvent.createMany({
    data: [
      event("arrest-ana", "ARREST", "open-ana", day(1, 2)),
      event("release-ana", "RELEASE", "open-ana", day(1, 9)),
      event("arrest-eva", "ARREST", "open-eva", day(1, 3)),
      event("release-eva", "RELEASE", "open-eva", day(1, 10)),
    ],
  });
  const said = (key: string, eventId: string, by: string, more: object = {}) =>
    anEventClaim({
      id: idOf(key),
      key,
      eventId: idOf(eventId),
      assertedById: idOf(by),
      documentId: idOf(by === "open-one" ? "open-page" : "open-other"),
      ...at(day(1, 10), "asOf"),
      ...more,
    });
  const count = (key: string, value: number, when: Date, more: object = {}) =>
    aCountClaim({
      id: idOf(key),
      key,
      assertedById: idOf("open-one"),
      documentId: idOf("open-page"),
      qualifier: "EXACT",
      lower: value,
      upper: value,
      ...at(when, "asOf"),
      ...more,
    } as never);
  const remark = (key: string, more: object) =>
    aRemark({
      id: idOf(key),
      key,
      assertedById: idOf("open-two"),
      documentId: idOf("open-page"),
      ...at(day(1, 11), "asOf"),
      ...more,
    });
  await prisma.claim.createMany({
    data: [
      ...["release-ana", "release-eva", "arrest-ana", "arrest-eva"].flatMap((key) =>
        ["open-one", "open-two"].map((by) => said(`${key} ${by}`, key, by)),
      ),
      count("count-first", 5, day(1, 10)),
      count("count-second", 4, day(1, 11), { namesPublished: true }),
      count("count-total", 9, day(1, 11), { metric: "HELD", measure: "STOCK", definitionId: idOf("definition") }),
      count("count-later", 8, day(1, 12), { metric: "HELD", measure: "STOCK", definitionId: idOf("definition") }),
      count("count-part", 2, day(1, 11), {
        metric: "HELD",
        measure: "STOCK",
        partOfId: idOf("count-total"),
        breakdown: ["AGE_GROUP=MINOR"],
        place: ["COUNTRY=VE", "ADMIN1=Zulia"],
      }),
      remark("remark-place", { facilityId: idOf("open-place") }),
      remark("remark-source", { aboutSourceId: idOf("open-one") }),
      count("count-place", 3, day(1, 11), { metric: "HELD", measure: "STOCK", facilityId: idOf("open-place") }),
    ],
  });
  await prisma.$transaction(async (db) => {
    await reevaluate(db, ["release-ana", "release-eva", "arrest-ana", "arrest-eva"].map(idOf), now);
    await verifyRelease.run(db, editor, { release: idOf("release-eva") }, new Date(now.getTime() + 1));
  });
  await keepNewNameForms(prisma);
}
