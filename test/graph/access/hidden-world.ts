/** A world in which everything that can be hidden hangs on something that can be seen, and the other way round. Each hidden row says the word, has ids of its own, and was recorded at one moment. */
import type { PrismaClient } from "../../../src/db/generated/prisma/client.ts";
import type { Visibility } from "../../../src/db/generated/prisma/enums.ts";
import { foldName } from "../../../src/domain/fold-name.ts";
import { keepNewNameForms } from "../../../src/domain/records/detainee.ts";
import { reevaluate } from "../../../src/domain/verification/verification.ts";
import { markDuplicateEvents } from "../../../src/domain/merging/judgement.ts";
import { retractVerification, verifyRelease } from "../../../src/domain/verification/decision.ts";
import { aCountClaim, aDetainee, aDocument, aFacility, anEvent, anEventClaim, aRemark, aSource } from "../../kit/given.ts";
import { fillConsequences } from "./consequences.ts";
import { at, day, editor, idOf } from "./open-world.ts";
import { hiddenAt, word } from "./records.ts";

export type Prepared = { readonly level: Visibility; readonly consequences: boolean };

/** Hidden rows that are only more of the same, at which the policy has looked. With `consequences` also what changes that which can be seen: a hidden origin, a hidden place. */
export async function fillHidden(prisma: PrismaClient, { level: visibility, consequences }: Prepared): Promise<void> {
  const hide = { visibility, recordedAt: hiddenAt };
  const text = (key: string) => `${word} ${key}`;
  const named = (key: string) => ({
    id: idOf(key),
    slug: `${word}-${key}`,
    name: text(key),
    sortName: foldName(text(key)),
    aliases: [text(`${key} alias`)],
    ...hide,
  });
  await prisma.source.createMany({
    data: [
      aSource({ ...named("h-source"), independenceGroup: `${word}-group` }),
      aSource({ ...named("h-other"), aliases: ["Open open-one"] }),
    ],
  });
  await prisma.definition.create({
    data: {
      id: idOf("h-definition"),
      key: `${word}-definition`,
      sourceId: idOf("h-source"),
      text: text("definition"),
      recordedAt: hiddenAt,
    },
  });
  const page = (key: string, more: object = {}) =>
    aDocument({
      id: idOf(key),
      key: text(key),
      title: text(key),
      url: `https://${word}.example/${key}`,
      authors: [text("author")],
      language: "qu",
      recordedAt: hiddenAt,
      ...more,
    });
  await prisma.document.createMany({
    data: [page("h-page", { visibility, publisherId: idOf("open-one") }), page("h-first", { visibility, publisherId: idOf("h-source") })],
  });
  await prisma.facility.create({
    data: {
      ...aFacility(named("h-place")),
      country: "PE",
      admin1: text("admin"),
      operator: text("operator"),
      statedPartOfId: idOf("open-place"),
    },
  });
  await prisma.facility.create({ data: { ...aFacility(named("h-twin")), aliases: ["Open open-place"] } });
  const person = (key: string) =>
    aDetainee({
      id: idOf(key),
      key: text(key),
      name: `Open open-ana Rojas ${text(key)}`,
      sortName: `open ana ${text(key)}`,
      nationalities: ["PE"],
      externalIds: [text("external")],
      occupations: [text("work")],
      ethnicities: [text("ethnicity")],
      ...hide,
    });
  await prisma.detainee.createMany({ data: [person("h-person"), person("h-double"), person("h-third")] });
  await prisma.personName.createMany({
    data: ["h-person", "h-double", "h-third"].map((key) => ({
      id: idOf(`name ${key}`),
      detaineeId: idOf(key),
      text: key === "h-double" ? `Open open-ana Rojas ${text(key)}` : "Open open-ana Rojas",
      kind: "PRIMARY" as const,
    })),
  });
  const step = (key: string, type: string, when: Date, more: object = {}) =>
    anEvent({
      id: idOf(key),
      key: text(key),
      type: type as "ARREST",
      conditions: [],
      detaineeId: idOf("h-person"),
      facilityId: idOf("open-place"),
      ...at(when, "when"),
      recordedAt: hiddenAt,
      ...more,
    });
  const kinds = ["DISAPPEARANCE", "LOCATED", "CHARGE", "SENTENCE", "TRANSFER", "CUSTODY_CHANGE", "DEATH"];
  await prisma.custodyEvent.createMany({
    data: [
      step("h-arrest", "ARREST", day(1, 2)),
      step("h-release", "RELEASE", day(1, 9)),
      step("h-again", "ARREST", day(1, 15)),
      // Told three times: of two somebody judged that they are one, and the third is suggested.
      ...["h-same", "h-perhaps"].map((key) => step(key, "ARREST", day(1, 2))),
      ...["h-unnamed", "h-unverified", "h-retracted"].map((key) =>
        step(key, "RELEASE", day(1, 8), { detaineeId: idOf(key === "h-unnamed" ? "h-double" : "h-third") }),
      ),
      // Who is held still.
      step("h-held", "LOCATED", day(1, 25), { detaineeId: idOf("h-double") }),
      ...kinds.map((type, day_) => step(`h-${type}`, type, day(1, 16 + day_))),
    ],
  });
  const claim = {
    documentId: idOf("open-page"),
    assertedById: idOf("open-one"),
    ...at(day(1, 11), "asOf"),
    recordedAt: hiddenAt,
  } as never as { documentId: string; assertedById: string };
  const words = (key: string) => ({ id: idOf(key), key: text(key), statement: text(key), quote: text("quote"), locator: text("locator") });
  const said = (key: string, event: string, more: object = {}) => anEventClaim({ ...claim, ...words(key), eventId: idOf(event), ...more });
  const stated = { statedVisibility: visibility };
  const count = (key: string, more: object = {}) =>
    aCountClaim({ ...claim, ...words(key), metric: "HELD", measure: "STOCK", qualifier: "EXACT", lower: 77, upper: 77, ...more });
  const remark = (key: string, more: object) => aRemark({ ...claim, ...words(key), ...more });
  await prisma.claim.createMany({
    data: [
      ...["h-release", "h-arrest"].flatMap((event) =>
        ["open-one", "open-two"].map((by) => said(`${event} ${by}`, event, { assertedById: idOf(by) })),
      ),
      ...["h-unnamed", "h-retracted"].flatMap((event) =>
        ["open-two", "open-three"].map((by) => said(`${event} ${by}`, event, { assertedById: idOf(by) })),
      ),
      said("h-release h-source", "h-release", { assertedById: idOf("h-source") }),
      said("h-unverified open-one", "h-unverified"),
      said("h-claim", "release-ana", { ...stated, assertedById: idOf("open-three") }),
      said("h-of-source", "arrest-ana", { assertedById: idOf("h-source") }),
      said("h-disputes-ana", "release-ana", { ...stated, assertedById: idOf("open-three"), stance: "DISPUTES" }),
      said("h-disputes-eva", "release-eva", { ...stated, assertedById: idOf("open-three"), stance: "DISPUTES" }),
      said("h-of-page", "release-ana", { documentId: idOf("h-page"), stance: "SUPPORTS" }),
      count("h-count", { ...stated, definitionId: idOf("definition") }),
      count("h-later", {
        ...stated,
        definitionId: idOf("definition"),
        asOfEarliest: day(1, 13),
        asOfLatest: day(1, 13),
        asOfPrecision: "INSTANT",
        asOfSortAt: day(1, 13),
      }),
      count("h-fell", { ...stated, metric: "RELEASED", measure: "CUMULATIVE", ...at(day(1, 9), "asOf") }),
      count("h-earlier", { ...stated, metric: "RELEASED", measure: "CUMULATIVE", ...at(day(1, 9), "asOf") }),
      count("h-part", {
        ...stated,
        partOfId: idOf("count-total"),
        breakdown: [`group=${text("category")}`],
        place: [`TEXT=${text("where")}`],
      }),
      ...["open-one", "h-source"].map((about) => remark(`h-remark ${about}`, { ...stated, aboutSourceId: idOf(about) })),
      remark("h-remark-of-source", { aboutSourceId: idOf("h-source") }),
      remark("h-remark-place", { ...stated, facilityId: idOf("open-place") }),
      remark("h-remark-of-place", { facilityId: idOf("h-place") }),
      count("h-of-place", { facilityId: idOf("h-place") }),
      // The parts of a place, which the hub sums.
      ...["open-part", "h-place"].map((part) => count(`h-part ${part}`, { assertedById: idOf("h-source"), facilityId: idOf(part) })),
      count("h-by-source", { assertedById: idOf("h-source"), definitionId: idOf("h-definition"), namesPublished: true }),
    ],
  });
  await prisma.judgement.createMany({
    data: [
      {
        id: idOf("j-place"),
        noun: "Facility",
        leftId: idOf("open-place"),
        rightId: idOf("h-place"),
        verdict: "NEGATIVE",
        note: text("note"),
        decidedBy: "key:editor",
        decidedAt: hiddenAt,
      },
      {
        id: idOf("j-person"),
        noun: "Detainee",
        leftId: idOf("open-ana"),
        rightId: idOf("h-double"),
        verdict: "UNSURE",
        note: text("note"),
        decidedBy: "key:editor",
        decidedAt: hiddenAt,
      },
      {
        id: idOf("j-source"),
        noun: "Source",
        leftId: idOf("open-one"),
        rightId: idOf("h-source"),
        verdict: "NEGATIVE",
        note: text("note"),
        decidedBy: "key:editor",
        decidedAt: hiddenAt,
      },
    ],
  });
  await prisma.$transaction(async (db) => {
    const decided = { publicNote: text("note") };
    const releases = ["h-release", "h-unnamed", "h-retracted"].map(idOf);
    await reevaluate(db, [...releases, idOf("h-arrest"), idOf("h-unverified")], hiddenAt);
    for (const release of releases) await verifyRelease.run(db, editor, { release, ...decided }, new Date(hiddenAt.getTime() + 1));
    await markDuplicateEvents.run(db, editor, { as: idOf("h-arrest"), same: idOf("h-same"), note: text("note") }, hiddenAt);
    await retractVerification.run(db, editor, { release: idOf("h-retracted"), ...decided }, new Date(hiddenAt.getTime() + 2));
  });
  // What is hidden decides nothing that is told: neither a state nor when it was found.
  const seen = ["release-ana", "release-eva", "arrest-ana", "arrest-eva"].map(idOf);
  await prisma.$transaction((db) => reevaluate(db, seen, hiddenAt));
  if (consequences) await fillConsequences(prisma, visibility, { said, count, page });
  await keepNewNameForms(prisma);
}
