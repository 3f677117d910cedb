/** Corrections by import: a row that says something else than what is on record asks for a reason, and is a version. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { anonymous, viewerOf } from "../../src/domain/viewer.ts";
import { versionsOf } from "../../src/domain/amending/versions.ts";
import { exportDataset } from "../../src/exchange/export/export.ts";
import { readDataset } from "../../src/exchange/format/read-dataset.ts";
import { cellOf } from "../../src/exchange/format/cell.ts";
import { importDataset, type ImportOptions } from "../../src/exchange/import/import.ts";
import { change } from "../../src/domain/change.ts";
import { operator } from "../../src/domain/viewer.ts";
import { supersedeClaim } from "../../src/domain/records/correction.ts";
import { startHub, type Hub } from "../kit/hub.ts";
import { day, localId, recordDetainee, recordFacility, recordVerified } from "../kit/records.ts";

let hub: Hub;
let verifier: string;
let directory: string;
beforeAll(async () => {
  hub = await startHub("empty");
  verifier = await hub.newKey("VERIFIER");
});
afterAll(() => hub[Symbol.asyncDispose]());
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paradero-corrections-"));
  return () => rm(directory, { recursive: true });
});

const exported = () =>
  exportDataset(hub.database.prisma, viewerOf("key:test", ["EDITOR"]), directory, {
    name: "corrected",
    title: "Corrected",
    now: new Date(),
  });
const edit = async (file: string, change: (text: string) => string) => {
  const before = await readFile(join(directory, file), "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(join(directory, file), after);
};
const bring = async (reason?: "MORE_PRECISE" | "OUR_ERROR") =>
  importDataset(hub.database.prisma, await readDataset(directory), reason ? { reason } : {});
const faults = (done: Promise<unknown>): Promise<{ path: string; expected: string }[]> =>
  done.then(
    () => [],
    ({ issues }: { issues: { path: string; expected: string }[] }) =>
      issues.map(({ path, expected }) => ({ path: path.replace(/:\d+:/, ":"), expected })),
  );
const versions = async (noun: "CustodyEvent" | "Detainee", id: string) =>
  (await versionsOf(hub.database.prisma, anonymous, noun, [localId(id)], null))[0]!.map(({ changeReason, changes }) => [
    changeReason,
    ...changes.map(({ field, before, after }) => [field, before, after]),
  ]);
const feedOf = async (release: string) => {
  const { data } = await hub.send(`{ feed(first: 100) { edges { node { __typename ... on FeedEvent { releaseId } } } } }`);
  return data.feed.edges.filter(({ node }: any) => node.releaseId === release).map(({ node }: any) => node.__typename);
};

it("a better date, a place and a name come in with a reason, without it nothing does, and each verified release is told as amended once", async () => {
  const facility = await recordFacility(hub, { slug: "rodeo" });
  const { detainee, release } = await recordVerified(
    hub,
    verifier,
    { name: "Ana Perz" },
    { when: day("2026-01-19/2026-01-21"), place: "Somewhere near Caracas" },
  );
  await exported();
  await edit("events.csv", (text) =>
    text
      .replace(/^([^,]*,[^,]*,RELEASE,)[^,]*/m, (_, head: string) => `${head}2026-01-20`)
      .replace(/,,Somewhere near Caracas/, ",rodeo,Somewhere near Caracas"),
  );
  await edit("detainees.csv", (text) => text.replace("Ana Perz", "Ana Pérez"));
  await edit("names.csv", (text) => `${text.trimEnd()}\n${localId(detainee)},Anita,,ALIAS\n`);
  const found = await faults(bring());
  expect(new Set(found.map(({ path }) => path))).toEqual(
    new Set(["events.csv:when", "events.csv:facility", "detainees.csv:name", "names.csv:text"]),
  );
  expect(found.every(({ expected }) => expected.includes("--reason"))).toBe(true);
  expect(await versions("CustodyEvent", release)).toHaveLength(1);

  expect((await bring("MORE_PRECISE")).updated).toMatchObject({ events: 1, detainees: 1 });
  expect(await versions("CustodyEvent", release)).toEqual([
    [null],
    ["MORE_PRECISE", ["when", "2026-01-19/2026-01-21", "2026-01-20"], ["facility", null, { noun: "Facility", ids: [localId(facility)] }]],
  ]);
  expect(await versions("Detainee", detainee)).toEqual([
    [null],
    ["MORE_PRECISE", ["name", "Ana Perz", "Ana Pérez"], ["names", "Ana Perz", "Ana Pérez|Anita"]],
  ]);
  expect(await feedOf(release)).toEqual(["ReleaseVerified", "ReleaseAmended"]);
  expect((await bring()).updated).toMatchObject({ events: 0, detainees: 0, names: 0 });
});

it("what makes a record this one and no other is not corrected, and who may see it needs no reason", async () => {
  const [one, other] = [await recordDetainee(hub, { name: "One Person" }), await recordDetainee(hub, { name: "Other Person" })];
  const { release } = await recordVerified(hub, verifier);
  await exported();
  const [row] = (await readFile(join(directory, "events.csv"), "utf8")).split("\n").filter((line) => line.startsWith(localId(release)));
  await edit("events.csv", (text) => text.replace(row!, row!.replace(row!.split(",")[1]!, localId(other))));
  expect((await faults(bring("OUR_ERROR"))).map(({ path }) => path)).toEqual(["events.csv:detainee"]);
  await exported();
  await edit("detainees.csv", (text) => text.replace(/^(.*One Person.*),PUBLIC,/m, "$1,RESTRICTED,"));
  expect((await bring()).updated).toMatchObject({ detainees: 1 });
  expect(await versions("Detainee", one)).toEqual([[null]]);
});

it("what is missing from the whole list is withdrawn, at a moment, with a reason, and told; nothing of others is touched", async () => {
  await using venezuela = await startHub("venezuela");
  const { prisma } = venezuela.database;
  const sample = await readDataset("prisma/data/venezuela-2026-01");
  const without = (gone: (key: string, event: string) => boolean) => {
    const left = (table: "counts" | "event-claims" | "remarks") =>
      [...sample.rows[table]].filter((row) => !gone(cellOf(row, "key"), cellOf(row, "event")));
    return { ...sample, rows: { ...sample.rows, counts: left("counts"), "event-claims": left("event-claims"), remarks: left("remarks") } };
  };
  const bringAll = (dataset: typeof sample, options: ImportOptions = {}) =>
    importDataset(prisma, dataset, { complete: "usual", ...options });
  const release = await prisma.custodyEvent.findFirstOrThrow({
    where: { type: "RELEASE", state: "CORROBORATED" },
    orderBy: { key: "asc" },
  });
  const ofRelease = await prisma.claim.count({ where: { eventId: release.id, supersededAt: null } });
  const [gone, corrected] = await prisma.claim.findMany({
    where: { kind: "COUNT", supersededAt: null, retraction: false, parts: { none: {} }, shares: { none: {} } },
    orderBy: { key: "asc" },
    take: 2,
  });
  await change(prisma, operator, supersedeClaim, { claim: corrected!.id, changeReason: "OUR_ERROR", locator: "page 2" });
  const list = without((key, event) => key === gone!.key || key === corrected!.key || event === release.key);
  const standing = async (knownAt?: Date) => {
    const at = knownAt === undefined ? "" : `(knownAt: "${knownAt.toISOString()}")`;
    return (await venezuela.send(`{ claims${at} { totalCount } }`)).data.claims.totalCount;
  };
  const before = await standing();
  const { recordedUpTo: then } = await prisma.clock.findUniqueOrThrow({ where: { id: 1 } });

  const expected = { withdrawn: { counts: 1, "event-claims": ofRelease, remarks: 0 } };
  expect(await bringAll(list, { dryRun: true })).toMatchObject(expected);
  expect(await standing()).toBe(before);
  expect(await bringAll(list)).toMatchObject(expected);
  expect(await standing(then!)).toBe(before);
  const withdrawal = await prisma.claim.findUniqueOrThrow({ where: { supersedesId: gone!.id } });
  expect(withdrawal).toMatchObject({ retraction: true, changeReason: "SOURCE_RETRACTED", recordedBy: "import:venezuela-2026-01" });
  expect(withdrawal.statement).toContain("whole list");
  expect(await prisma.change.count({ where: { kind: "SUPERSEDED", recordId: gone!.id, otherId: null } })).toBe(1);
  expect((await prisma.custodyEvent.findUniqueOrThrow({ where: { id: release.id } })).state).toBe("REPORTED");
  const theirs = await prisma.claim.findUniqueOrThrow({ where: { supersedesId: corrected!.id } });
  expect(theirs).toMatchObject({ recordedBy: "operator", supersededAt: null });

  expect(await bringAll(list)).toMatchObject({ withdrawn: { counts: 0, "event-claims": 0, remarks: 0 } });
  expect(await faults(bringAll(sample))).toContainEqual({
    path: `venezuela-2026-01:${gone!.key}`,
    expected: expect.stringContaining("a new key"),
  });
  const nothing = without(() => true);
  expect(await faults(bringAll(nothing))).toEqual([{ path: "venezuela-2026-01", expected: expect.stringContaining("--withdraw-most") }]);
  const { withdrawn } = await bringAll(nothing, { complete: "most" });
  expect(withdrawn!.counts).toBeGreaterThan(1);
  expect(await prisma.claim.findMany({ where: { supersededAt: null, retraction: false }, select: { id: true } })).toEqual([
    { id: theirs.id },
  ]);
});
