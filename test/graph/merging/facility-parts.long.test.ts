/** Facilities that are part of others, when records of them are merged and taken apart again. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { viewerOf } from "../../../src/domain/viewer.ts";
import { exportDataset } from "../../../src/exchange/export/export.ts";
import { readDataset } from "../../../src/exchange/format/read-dataset.ts";
import { importDataset } from "../../../src/exchange/import/import.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, decide, judge, recordCorroborated, recordDetainee, recordEvent, recordFacility } from "../../kit/records.ts";

let hub: Hub;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());

const merge = async (into: string, from: string) => judge(hub, "mergeFacilities", { into, from });
const undo = async ({ judgement }: Awaited<ReturnType<typeof merge>>) => judge(hub, "undoMerge", { judgement: judgement!.id });

/** What the graph says of a facility and its parts: lists, both edges, the filter, and whom the hub counts there. */
async function told(id: string) {
  const query = `query($id: ID!, $ids: [ID!]!) {
    facility(by: { id: $id }) { parts { id } partOf { id } } facilities(filter: { partOf: $ids, includeParts: false }) { totalCount edges { node { id partOf { id } } } }
    reconciliation(metric: RELEASED, facility: $id) { hub { verified } } }`;
  const { data } = await hub.send(query, { id, ids: [id] });
  const filtered = data["facilities"].edges as { node: { id: string; partOf: { id: string } } }[];
  const parts = (data["facility"].parts as { id: string }[]).map((part) => part.id).toSorted();
  expect(filtered.map(({ node }) => node.id).toSorted()).toEqual(parts);
  expect(data["facilities"].totalCount).toBe(parts.length);
  return { parts, partOf: (data["facility"].partOf?.id ?? null) as string | null, verified: data["reconciliation"].hub.verified as number };
}

/** A facility from which one person was released, verified. */
async function emptied(more: object = {}): Promise<string> {
  const facility = await recordFacility(hub, more);
  const { release } = await recordCorroborated(hub, {}, { facility });
  await decide(hub, "verifyRelease", { release }, verifier);
  return facility;
}

describe("when two wholes are one", () => {
  it("the one has the parts of both, and the people in them; and each its own again when that is undone", async () => {
    const [one, other] = [await emptied(), await emptied()];
    const [left, right] = [await emptied({ partOf: one }), await emptied({ partOf: other })];
    const before = [await told(one), await told(other)];
    expect(before).toEqual([
      { parts: [left], partOf: null, verified: 2 },
      { parts: [right], partOf: null, verified: 2 },
    ]);
    const merged = await merge(one, other);
    const both = { parts: [left, right].toSorted(), partOf: null, verified: 4 };
    expect([await told(one), await told(other)]).toEqual([both, both]);
    expect((await told(right)).partOf).toBe(one);
    const late = await recordFacility(hub, { partOf: other });
    expect((await told(one)).parts).toContain(late);
    await undo(merged);
    expect([await told(one), (await told(other)).parts]).toEqual([before[0], [right, late].toSorted()]);
  });
});

describe("when two parts are one", () => {
  it("the whole of either holds it: the standing record's own, or else that of the one that was merged", async () => {
    const [whole, known, doubled] = [await emptied(), await emptied(), await recordFacility(hub)];
    const part = await emptied({ partOf: whole });
    const merged = await merge(known, part);
    expect(await told(whole)).toEqual({ parts: [known], partOf: null, verified: 3 });
    expect([(await told(known)).partOf, (await told(part)).partOf]).toEqual([whole, whole]);
    const second = await recordFacility(hub, { partOf: doubled });
    await merge(known, second);
    expect([(await told(known)).partOf, (await told(whole)).parts]).toEqual([whole, [known]]);
    await undo(merged);
    expect([(await told(known)).partOf, (await told(whole)).parts, (await told(whole)).verified]).toEqual([doubled, [part], 2]);
  });
});

describe("no facility is part of itself", () => {
  const conflict = { __typename: "Conflict", message: expect.stringContaining("part of the other") };

  it.each([1, 2, 3])("and so none is merged with a part of its own, %s steps below, whichever stands for both", async (steps) => {
    const chain = [await recordFacility(hub)];
    for (let step = 0; step < steps; step += 1) chain.push(await recordFacility(hub, { partOf: chain.at(-1) }));
    const [top, bottom] = [chain[0]!, chain.at(-1)!];
    expect([await merge(top, bottom), await merge(bottom, top)]).toMatchObject([conflict, conflict]);
    expect((await told(top)).parts).toEqual([chain[1]]);
  });

  it("nor is one recorded again as a part of its own", async () => {
    const top = { slug: "recorded-top", name: "Top" };
    const whole = await recordFacility(hub, top);
    const part = await recordFacility(hub, { partOf: whole });
    await expect(recordFacility(hub, { ...top, partOf: whole })).rejects.toThrow("InvalidInput");
    await expect(recordFacility(hub, { ...top, partOf: part })).rejects.toThrow("Conflict");
  });

  it("nor by way of records that were merged before", async () => {
    const [one, other] = [await recordFacility(hub), await recordFacility(hub)];
    const [below, apart] = [await recordFacility(hub, { partOf: one }), await recordFacility(hub, { partOf: other })];
    await merge(below, other);
    // one ⊃ below = other ⊃ apart
    expect([await merge(apart, one), await merge(one, other)]).toMatchObject([conflict, conflict]);
  });

  it("nor does the taking back of a merge lay a circle open: what a standing record hides is counted too", async () => {
    const [top, own] = [await recordFacility(hub), await recordFacility(hub)];
    const [standing, second] = [await recordFacility(hub, { partOf: own }), await recordFacility(hub, { partOf: top })];
    await merge(standing, second);
    const below = await recordFacility(hub, { partOf: second });
    expect((await told(standing)).partOf).toBe(own);
    expect(await merge(top, below)).toMatchObject(conflict);
  });

  it("nor by an import, in its own files or by what has been merged", async () => {
    const directory = await mkdtemp(join(tmpdir(), "paradero-parts-"));
    try {
      const [one, other] = [await recordFacility(hub, { slug: "round-one" }), await recordFacility(hub, { slug: "round-other" })];
      await recordFacility(hub, { slug: "round-below", partOf: one });
      const editor = viewerOf("key:test", ["EDITOR"]);
      const { prisma } = hub.database;
      await exportDataset(prisma, editor, directory, { name: "round", title: "Round", now: new Date() });
      const path = join(directory, "facilities.csv");
      const written = await readFile(path, "utf8");
      const put = async (slug: string, whole: string) => {
        const lines = written.split("\n").map((line) => {
          const cells = line.split(",");
          return cells[0] === slug ? [...cells.slice(0, 5), whole, ...cells.slice(6)].join(",") : line;
        });
        await writeFile(path, lines.join("\n"));
        return importDataset(prisma, await readDataset(directory), { reason: "OUR_ERROR" }).then(
          ({ updated }) => updated.facilities,
          ({ issues }: { issues: { path: string }[] }) => issues.map((issue) => issue.path.replace(/:\d+:/, ":")),
        );
      };
      expect(await put("round-one", "round-below")).toEqual(["facilities.csv:part_of"]);
      expect(await put("round-other", "round-below")).toBe(1);
      expect(await put("round-other", "")).toBe(1);
      await merge(one, other);
      expect(await put("round-other", "round-below")).toEqual(["facilities.csv:part_of"]);
      expect((await told(one)).parts).toHaveLength(1);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});

it("an export tells what was stated, and imported again it changes nothing, whatever is merged", async () => {
  const directory = await mkdtemp(join(tmpdir(), "paradero-parts-"));
  try {
    const [one, other] = [await recordFacility(hub), await recordFacility(hub, { slug: "stated-whole" })];
    await recordFacility(hub, { slug: "stated-part", partOf: other });
    await merge(one, other);
    const editor = viewerOf("key:test", ["EDITOR"]);
    await exportDataset(hub.database.prisma, editor, directory, { name: "stated", title: "Stated", now: new Date() });
    expect(await readFile(join(directory, "facilities.csv"), "utf8")).toMatch(/^stated-part,.*,stated-whole,/m);
    const { updated } = await importDataset(hub.database.prisma, await readDataset(directory));
    expect(updated.facilities).toBe(0);
  } finally {
    await rm(directory, { recursive: true });
  }
});

it("whatever is merged and taken apart, the whole of a facility is the one that stands for what was stated, and nothing is part of itself", async () => {
  const { prisma } = hub.database;
  const stepsOf = fc.array(fc.tuple(fc.nat(5), fc.nat(5), fc.boolean()), { minLength: 3, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.option(fc.nat(4)), { minLength: 6, maxLength: 6 }), stepsOf, async (wholes, steps) => {
      const ids: string[] = [];
      for (const [at, whole] of wholes.entries())
        ids.push(await recordFacility(hub, whole !== null && whole < at ? { partOf: ids[whole] } : {}));
      const uuids = ids.map((id) => Buffer.from(id, "base64").toString("utf8").split(":")[1]!);
      const before = await prisma.facility.findMany({ where: { id: { in: uuids } }, orderBy: { id: "asc" } });
      const live: Awaited<ReturnType<typeof merge>>[] = [];
      for (const [into, from, back] of steps) {
        const last = back ? live.pop() : undefined;
        const answer = await (last ? undo(last) : merge(ids[into]!, ids[from]!));
        if (!last && answer.changed) live.push(answer);
        const rows = new Map((await prisma.facility.findMany({ where: { id: { in: uuids } } })).map((row) => [row.id, row]));
        const rootOf = (id: string) => rows.get(id)!.mergedIntoId ?? id;
        for (const row of rows.values()) {
          const mates = [...rows.values()].filter((other) => rootOf(other.id) === rootOf(row.id));
          const stated = mates.flatMap(({ statedPartOfId }) => (statedPartOfId === null ? [] : [rootOf(statedPartOfId)]));
          if (stated.length === 0) expect(row.partOfId).toBeNull();
          else expect(stated).toContain(row.partOfId);
          let above = row.partOfId;
          for (let step = 0; above !== null && step < 7; step += 1) above = rows.get(above)!.partOfId;
          expect(above).toBeNull();
        }
      }
      for (const answer of live.toReversed()) await undo(answer);
      expect(await prisma.facility.findMany({ where: { id: { in: uuids } }, orderBy: { id: "asc" } })).toEqual(before);
    }),
    { numRuns: 8 },
  );
});

it("who is held in a part that was merged is counted where it stands", async () => {
  const [whole, one] = [await recordFacility(hub), await recordFacility(hub)];
  const other = await recordFacility(hub, { partOf: whole });
  await recordEvent(hub, await recordDetainee(hub), { type: "ARREST", stage: null, place: null, when: day("2026-01-05"), facility: other });
  await merge(one, other);
  const query = `query($id: ID!) { facility(by: { id: $id }) { parts { id detaineeCount detainees { totalCount } } } }`;
  expect((await hub.send(query, { id: whole })).data["facility"].parts).toEqual([
    { id: one, detaineeCount: 1, detainees: { totalCount: 1 } },
  ]);
});

describe("when two places are one", () => {
  it("who is held, and what was told twice, is settled by that; and again when it is undone", async () => {
    const whole = await recordFacility(hub);
    const [one, other] = [await recordFacility(hub, { partOf: whole }), await recordFacility(hub, { partOf: whole })];
    // Held on one day in two places: certainly in the whole of both, in neither for certain.
    const held = await recordDetainee(hub);
    for (const facility of [one, other]) await recordEvent(hub, held, { type: "LOCATED", stage: null, facility, place: null });
    // By two records of one person released on one day from two places: twice, unless these are one.
    const [released, known] = [await recordDetainee(hub), await recordDetainee(hub)];
    await recordEvent(hub, released, { facility: one, place: null });
    await recordEvent(hub, known, { facility: other, place: null });
    await judge(hub, "mergeDetainees", { into: released, from: known });
    const counts = async () => {
      const query = "query($ids: [ID!]!) { nodes(ids: $ids) { ... on Facility { detaineeCount releaseCount } } }";
      const { data } = await hub.send(query, { ids: [one, other, whole] });
      return (data["nodes"] as { detaineeCount: number; releaseCount: number }[]).map((each) => [each.detaineeCount, each.releaseCount]);
    };
    const apart = [
      [0, 1],
      [0, 1],
      [1, 2],
    ];
    expect(await counts()).toEqual(apart);
    const merged = await merge(one, other);
    expect(await counts()).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
    await undo(merged);
    expect(await counts()).toEqual(apart);
  });
});
