/** What is hidden is absent, on every way that the SDL has. The ways are generated (schema-walk.ts); a field that never leads an editor to something hidden fails, until the world has such a thing. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { edgesTo, tellsOf } from "./answers.ts";
import { fillHidden } from "./hidden-world.ts";
import { fillOpen } from "./open-world.ts";
import { nothingOf, readRecords, word, type Records } from "./records.ts";
import { asked, edges, nodeTypes, questions, type Question } from "./schema-walk.ts";
import { neverHidden } from "./plan.ts";

const all = questions();

const ask = (hub: Hub, question: Question, about: Records, named: Records, key: string | null) =>
  hub.send(...asked(question, about, named), key);

describe.each(["RESTRICTED", "PARTNER"] as const)("a %s record", (level) => {
  let hub: Hub;
  let viewers: [string, string | null][];
  let [open, hidden]: [Records, Records] = [nothingOf(), nothingOf()];
  beforeAll(async () => {
    hub = await startHub("empty", { limits: { costPerAddress: 0, costPerKey: 0, costPerOperation: 0 } });
    await fillOpen(hub.database.prisma);
    await fillHidden(hub.database.prisma, { level, consequences: true });
    [open, hidden] = await readRecords(hub.database.prisma);
    viewers = [["anonymous", null], ...(level === "RESTRICTED" ? [["a partner", await hub.newKey("PARTNER")] as [string, string]] : [])];
  }, 240_000);
  afterAll(async () => hub[Symbol.asyncDispose]());

  test("is told by no field, and found by no argument", async () => {
    const told: string[] = [];
    const secrets = Object.values(hidden.ids)
      .flat()
      .map((id) => [id, Buffer.from(id, "base64").toString().split(":")[1]!] as const);
    for (const [nth, [viewer, key]] of viewers.entries())
      // Anonymous callers ask everything; a partner, who may see no more of it, every second question (of each viewer's own quarter: twin-worlds).
      for (const question of all.filter((_, at) => nth === 0 || at % 2 === 0)) {
        const place = `${viewer}: ${question.owner}.${question.field}`;
        const answers = [await ask(hub, question, open, open, key)];
        const named = /@(?!words)/.test(question.text);
        if (named || question.text.includes("@words")) {
          // What is asked about something hidden and about nothing has one answer, to the letter.
          const [byHidden, byNothing] = [await ask(hub, question, open, hidden, key), await ask(hub, question, open, nothingOf(), key)];
          const [one, other] = [tellsOf(byHidden, hidden), tellsOf(byNothing, nothingOf())];
          if (one !== other) told.push(`${place} is found by it: ${differing(one, other)}`);
        }
        for (const answer of answers) {
          if (answer.errors?.some(({ extensions }) => !["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"].includes(extensions["code"])))
            told.push(
              [place, ...answer.errors.map(({ message, path, extensions }) => `${extensions["code"]} ${path?.join(".")} ${message}`)].join(
                " | ",
              ),
            );
          const seen = JSON.stringify(answer);
          if (seen.toLowerCase().includes(word))
            told.push(
              `${place} tells its words: ${seen.slice(Math.max(0, seen.toLowerCase().indexOf(word) - 200), seen.toLowerCase().indexOf(word) + 40)}`,
            );
          const ids = secrets.filter((spellings) => spellings.some((id) => seen.includes(id)));
          if (ids.length > 0) told.push(`${place} tells its id: ${ids.join(" ")}`);
          if (seen.includes("2026-03-03T03:03"))
            told.push(
              `${place} tells its time: ${seen.slice(Math.max(0, seen.indexOf("2026-03-03T03:03") - 300), seen.indexOf("2026-03-03T03:03") + 30)}`,
            );
        }
      }
    expect(told).toEqual([]);
  }, 240_000);

  test("has no node of its own", async () => {
    const ids = Object.values(hidden.ids).flatMap((some) => some.slice(0, 10));
    expect(ids.length).toBeGreaterThan(nodeTypes.length);
    for (const [, key] of viewers)
      expect((await hub.send("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", { ids }, key)).data["nodes"]).toEqual(ids.map(() => null));
  });

  test("is shown to an editor on every edge of the SDL, so that each edge has been tried", async () => {
    const editor = await hub.newKey("EDITOR", "VERIFIER");
    const hiddenIds = new Set(Object.values(hidden.ids).flat());
    const tried = new Set<string>();
    const everything = {
      ...open,
      ids: Object.fromEntries(
        Object.keys(hidden.ids).map((type) => [type, [...(open.ids[type] ?? []).slice(0, 20), ...hidden.ids[type]!.slice(0, 30)]]),
      ),
    };
    for (const question of all)
      for (const named of question.text.includes("@") ? [open, hidden] : [open])
        for (const edge of edgesTo(question, await ask(hub, question, everything, named, editor), hiddenIds)) tried.add(edge);
    expect(edges().filter((edge) => !tried.has(edge) && !(edge in neverHidden))).toEqual([]);
  }, 120_000);
});

function differing(one: string, other: string): string {
  const from = one.split("").findIndex((letter, at) => letter !== other[at]);
  return `${one.slice(Math.max(0, from - 100), from + 100)} ≠ ${other.slice(Math.max(0, from - 100), from + 100)}`;
}
