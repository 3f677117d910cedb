import fc from "fast-check";
import { getNamedType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { toSchema } from "../../../src/graph/index.ts";
import type { Hub } from "../../kit/hub.ts";
import { askFor, idsOf, lists, pageOf, startHubWithLists, type Edge, type List } from "../../kit/lists/lists.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHubWithLists();
});
afterAll(async () => hub[Symbol.asyncDispose]());

test("every list of the schema that can be paged both ways stands in the table", () => {
  const schema = toSchema();
  const paged = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields())
          .filter((field) => getNamedType(field.type).name.endsWith("Connection") && field.args.some(({ name }) => name === "before"))
          .map(({ name }) => {
            const heir = type.getInterfaces().find((parent) => name in parent.getFields());
            return `${(heir ?? type).name}.${name}`;
          })
      : [],
  );
  expect([...new Set(paged)].toSorted()).toEqual([...new Set(lists.map(({ field }) => field))].toSorted());
});

describe.each(lists)("$field ($more)", (list: List) => {
  const page = (args: string) => pageOf(hub, list, args);

  it("is the same in pages of any size, forward and backward, and says exactly whether there are others on either side", async () => {
    const whole = await page("first: 100");
    const ids = idsOf(whole);
    expect([whole.totalCount, new Set(ids).size, ids.length > 0]).toEqual([ids.length, ids.length, true]);
    const least = Math.ceil(ids.length / 6);
    const sizes = fc.integer({ min: least, max: least + 5 });
    await fc.assert(
      fc.asyncProperty(sizes, fc.boolean(), async (size, forward) => {
        const seen: string[] = [];
        for (let [cursor, more]: [string | null, boolean] = [null, true]; more;) {
          const at = cursor === null ? "" : `, ${forward ? "after" : "before"}: "${cursor}"`;
          const part = await page(`${forward ? "first" : "last"}: ${size}${at}`);
          expect([part.pageInfo.startCursor, part.pageInfo.endCursor]).toEqual([part.edges[0]!.cursor, part.edges.at(-1)!.cursor]);
          if (forward) seen.push(...idsOf(part));
          else seen.unshift(...idsOf(part));
          const [before, behind] = [ids.indexOf(idsOf(part)[0]!), ids.length - 1 - ids.indexOf(idsOf(part).at(-1)!)];
          expect([part.edges.length, part.pageInfo.hasPreviousPage, part.pageInfo.hasNextPage]).toEqual([
            Math.min(size, ids.length - (forward ? before : behind)),
            before > 0,
            behind > 0,
          ]);
          more = forward ? part.pageInfo.hasNextPage : part.pageInfo.hasPreviousPage;
          cursor = forward ? part.pageInfo.endCursor : part.pageInfo.startCursor;
        }
        expect(seen).toEqual(ids);
      }),
      {
        numRuns: 3,
        examples: [
          [least, true],
          [least, false],
        ],
      },
    );
  });

  it("has between two cursors what stands between their rows", async () => {
    const { edges } = await page("first: 100");
    const [from, to] = [Math.floor(edges.length / 3), edges.length - 1];
    for (const way of ["first", "last"]) {
      const part = await page(`${way}: 100, after: "${edges[from]!.cursor}", before: "${edges[to]!.cursor}"`);
      expect(part.edges).toEqual(edges.slice(from + 1, to));
      expect(part.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
    }
  });

  it("takes no cursor of another list, of other arguments, of the hub before this one, or that was tampered with", async () => {
    const [{ cursor, node }] = (await page("first: 1")).edges as [Edge];
    const middle = Math.floor(cursor.length / 2);
    const forged = [
      cursor.slice(0, -1),
      cursor.slice(4),
      `${cursor}A`,
      `${cursor.slice(0, middle)}${cursor[middle] === "A" ? "B" : "A"}${cursor.slice(middle + 1)}`,
      btoa(`GPC:S:${atob(node.id).split(":")[1]}`),
    ];
    for (const text of forged) {
      expect(await askFor(hub, list, `first: 1, after: "${text}"`)).toEqual({ page: undefined, codes: ["CURSOR_INVALID"] });
      expect(await askFor(hub, list, `last: 1, before: "${text}"`)).toEqual({ page: undefined, codes: ["CURSOR_INVALID"] });
    }
    for (const other of lists.filter(({ field }) => field !== list.field))
      expect([other.field, await askFor(hub, other, `first: 1, after: "${cursor}"`)]).toEqual([
        other.field,
        { page: undefined, codes: ["CURSOR_INVALID"] },
      ]);
    for (const more of list.others ?? [])
      expect([more, await askFor(hub, { ...list, more }, `first: 1, after: "${cursor}"`)]).toEqual([
        more,
        { page: undefined, codes: ["CURSOR_INVALID"] },
      ]);
  });
});

test("the feed, which is read forwards, says exactly whether there is something before a page", async () => {
  const before = async (args: string) =>
    (await hub.send(`{ feed(first: 1, ${args}) { pageInfo { hasPreviousPage endCursor } } }`)).data["feed"].pageInfo;
  const { endCursor, hasPreviousPage } = await before('after: ""');
  expect(hasPreviousPage).toBe(false);
  expect((await before(`after: "${endCursor}"`)).hasPreviousPage).toBe(true);
  expect((await before(`after: "${endCursor}", filter: { until: "1999-01-01T00:00:00Z" }`)).hasPreviousPage).toBe(false);
});

test("a cursor is the same wherever in the operation it is asked for: in a fragment, under another name, beside a field that asks for none", async () => {
  const { data, errors } = await hub.send(`
    { detainees(first: 3) { ...Names edges { node { claims(first: 1) { edges { node { id } } } claims(first: 1) { ...Cursors } other: claims(first: 1) { pageInfo { endCursor } } } } } }
    fragment Names on DetaineeConnection { edges { cursor node { name } } pageInfo { endCursor } }
    fragment Cursors on ClaimConnection { ... { edges { cursor } } }`);
  expect(errors).toBeUndefined();
  const { edges, pageInfo } = data["detainees"];
  expect(edges.at(-1).cursor).toBe(pageInfo.endCursor);
  const claims = edges.flatMap(({ node }: any) => node.claims.edges.map(({ cursor }: Edge) => [cursor, node.other.pageInfo.endCursor]));
  expect(claims.length).toBeGreaterThan(0);
  for (const [one, other] of claims) expect(one).toBe(other);
});
