import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { decodeId } from "../../../src/graph/base/ids.ts";
import { pageSize } from "../../../src/graph/costs/page-size.ts";
import { aDetainee, aFacility, anEvent, now } from "../../kit/given.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { jsonlRows, readExport } from "./read-export.ts";

const many = pageSize.max * 2 + 20;

let hub: Hub;
/** What happens after a page of an export was read, to the last row of it. */
let happen: ((id: string) => Promise<unknown>) | undefined;
beforeAll(async () => {
  hub = await startHub("empty", {}, (database) => {
    const after = async ({ args, query }: { args: any; query: (args: any) => Promise<unknown> }) => {
      const rows = (await query(args)) as { id: string }[];
      // One row more is read than the page holds.
      if (rows.length > pageSize.max) await happen?.(rows.at(-2)!.id);
      return rows;
    };
    const prisma = database.prisma.$extends({
      query: { custodyEvent: { findMany: after }, detainee: { findMany: after }, facility: { findMany: after } },
    });
    // Of a page that the planner reads: the text of one.
    const single: typeof database.single = async (sql, values) => {
      const text = await database.single(sql, values);
      const ids = [...(text ?? "").matchAll(/"node":\{"id":"([^"]+)"/g)].map(([, id]) => decodeId(id!).id);
      if (ids.length === pageSize.max) await happen?.(ids.at(-1)!);
      return text;
    };
    return { ...database, prisma: prisma as never, single };
  });
  const { prisma } = hub.database;
  const people = Array.from({ length: many }, (_, at) => aDetainee({ sortName: `person ${at % 7}`, name: `Person ${at % 7}` }));
  await prisma.detainee.createMany({ data: people });
  await prisma.facility.createMany({ data: people.map(({ sortName }) => aFacility({ sortName })) });
  await prisma.custodyEvent.createMany({
    data: people.map(({ id }, at) =>
      anEvent({
        detaineeId: id,
        statedDetaineeId: id,
        state: "CORROBORATED",
        rulesMissing: at % 2,
        whenSortAt: new Date(now.getTime() + (at % 5)),
      }),
    ),
  });
});
afterAll(async () => hub[Symbol.asyncDispose]());
beforeEach(() => {
  happen = undefined;
});

const idsIn = async (what: string) => jsonlRows((await readExport(hub, `/${what}.jsonl`, null)).text).map(({ id }) => id as string);

describe("an export misses nobody and repeats nobody", () => {
  it.each<[string, string, (id: string) => Promise<unknown>]>([
    [
      "verificationQueue",
      "verified",
      (id) => hub.database.prisma.custodyEvent.update({ where: { id }, data: { rulesMissing: null, state: "VERIFIED" } }),
    ],
    [
      "releases",
      "moved to another state",
      (id) => hub.database.prisma.custodyEvent.update({ where: { id }, data: { state: "CONTESTED" } }),
    ],
    ["detainees", "hidden", (id) => hub.database.prisma.detainee.update({ where: { id }, data: { statedVisibility: "RESTRICTED" } })],
    ["facilities", "renamed", (id) => hub.database.prisma.facility.update({ where: { id }, data: { name: "A", sortName: "a" } })],
  ])("%s, when the row at the end of each page is %s meanwhile", async (what, _, change) => {
    const before = await idsIn(what);
    expect(before).toHaveLength(many);
    let changes = 0;
    happen = async (id) => {
      changes += 1;
      await change(id);
    };
    expect(await idsIn(what)).toEqual(before);
    expect(changes).toBe(2);
  });
});
