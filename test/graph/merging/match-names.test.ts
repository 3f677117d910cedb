import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { judge, recordDetainee } from "../../kit/records.ts";

let hub: Hub;
let [enrique, twin, hidden]: string[] = [];
beforeAll(async () => {
  hub = await startHub();
  enrique = (await hub.send('{ search(text: "Enrique Márquez", first: 1) { node { ... on Detainee { id } } } }')).data["search"][0].node.id;
  twin = await recordDetainee(hub, { name: "Yorbelis Oropeza Franco" });
  hidden = await recordDetainee(hub, { name: "Igberto Marin Chaparro", visibility: "RESTRICTED" });
});
afterAll(async () => hub[Symbol.asyncDispose]());

const ask = async (names: readonly string[], key: string | null = null, more = "") => {
  const { data, errors } = await hub.send(
    `query($names: [String!]!) { matchNames(names: $names${more}) { name suggestions { likelihood record { ... on Detainee { id } } } } }`,
    { names },
    key,
  );
  if (errors) throw new Error(`${errors[0]!.extensions["code"]}: ${errors[0]!.message} ${JSON.stringify(errors[0]!.extensions["issues"])}`);
  return (data["matchNames"] as any[]).map(({ name, suggestions }) => [name, suggestions.map(({ record }: any) => record.id)]);
};

test("each name has, in its place, who may be meant by it; and none of whom nobody knows", async () => {
  const names = ["MARQUEZ, ENRIQUE", "Nadie De Ninguna Parte", "Yorvelis Oropeza", "MARQUEZ, ENRIQUE", ""];
  expect(await ask(names)).toEqual([
    [names[0], [enrique]],
    [names[1], []],
    [names[2], [twin]],
    [names[3], [enrique]],
    ["", []],
  ]);
});

test("who is hidden is not found, but by whoever may see them", async () => {
  expect(await ask(["Igberto José Marín Chaparro"])).toEqual([["Igberto José Marín Chaparro", []]]);
  expect((await ask(["Igberto José Marín Chaparro"], await hub.newKey("EDITOR")))[0]![1]).toEqual([hidden]);
});

test("who was merged is found by either name, as the one who stands for both", async () => {
  const other = await recordDetainee(hub, { name: "Geraldine Chacín Lobo" });
  await judge(hub, "mergeDetainees", { from: other, into: twin });
  expect(await ask(["Geraldine Chacin Lobo"])).toEqual([["Geraldine Chacin Lobo", [twin]]]);
});

test("of a situation are those who belong to it", async () => {
  const { data } = await hub.send("{ situations { edges { node { slug } } } }");
  const [{ node }] = data["situations"].edges;
  await hub.send(
    'mutation { recordSituation(input: { slug: "elsewhere", name: "Elsewhere", countries: ["IS"], timeZone: "Atlantic/Reykjavik" }) { __typename } }',
  );
  expect((await ask(["Enrique Márquez"], null, `, situation: "${node.slug}"`))[0]![1]).toEqual([enrique]);
  expect((await ask(["Enrique Márquez"], null, ', situation: "elsewhere"'))[0]![1]).toEqual([]);
});

describe("too much is refused", () => {
  test.each([
    ["1,001 names", Array.from({ length: 1001 }, () => "a"), "at most 1000 names"],
    ["a name of 201 characters", ["a", "x".repeat(201)], "matchNames.names.1"],
  ])("%s", async (_what, names, message) => {
    await expect(ask(names)).rejects.toThrow(message);
  });
});

test("a thousand names are answered at once", async () => {
  const { prisma } = hub.database;
  const people = await prisma.detainee.findMany({ where: { mergedIntoId: null, visibility: "PUBLIC" }, select: { name: true } });
  const names = Array.from({ length: 1000 }, (_, n) => people[n % people.length]!.name);
  const found = await ask(names);
  expect(found.filter(([, ids]) => ids.length === 0)).toEqual([]);
});
