/** What anybody is told is what they would be told in a world in which the hidden had never been. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import type { Answer } from "../../kit/send.ts";
import { inOrder, plainText } from "./answers.ts";
import { fillHidden } from "./hidden-world.ts";
import { fillOpen } from "./open-world.ts";
import { readRecords, type Records } from "./records.ts";
import { asked, questions } from "./schema-walk.ts";

let [open, hidden, openThere]: Records[] = [];
let [whole, without]: Hub[] = [];
beforeAll(async () => {
  [whole, without] = await Promise.all([startHub("empty"), startHub("empty")]);
  for (const hub of [whole, without]) await fillOpen(hub.database.prisma);
  await fillHidden(whole.database.prisma, { level: "RESTRICTED", consequences: false });
  [open, hidden] = await readRecords(whole.database.prisma);
  [openThere] = await readRecords(without.database.prisma);
}, 240_000);
afterAll(async () => {
  await whole?.[Symbol.asyncDispose]();
  await without?.[Symbol.asyncDispose]();
});

/** A quarter of the questions, another for each viewer. */
const some = (from: number) => questions().filter((_, at) => at % 4 === from);

test.each([
  ["anonymous", null, 0],
  ["a partner", "PARTNER", 1],
  ["a recorder", "RECORDER", 2],
  ["a verifier", "VERIFIER", 3],
] as const)(
  "%s is told the same with and without the hidden",
  async (_who, held, from) => {
    const [here, there]: (string | null)[] = held === null ? [null, null] : [await whole!.newKey(held), await without!.newKey(held)];
    const different: string[] = [];
    for (const question of some(from))
      for (const named of [open!, hidden!]) {
        const [one, other]: Answer[] = await Promise.all([
          whole!.send(...asked(question, open!, named), here),
          without!.send(...asked(question, openThere!, named === open ? openThere! : named), there),
        ]);
        const [told, twin] = [plainText(JSON.stringify(inOrder(one!))), plainText(JSON.stringify(inOrder(other!)))];
        const at = told.split("").findIndex((letter, place) => letter !== twin[place]);
        if (told !== twin)
          different.push(
            `${question.owner}.${question.field}: ${told.slice(Math.max(0, at - 150), at + 100)} ≠ ${twin.slice(Math.max(0, at - 40), at + 100)}`,
          );
        if (named === open! && !question.text.includes("@")) break;
      }
    expect(different).toEqual([]);
  },
  240_000,
);
