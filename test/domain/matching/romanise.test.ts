import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { foldName } from "../../../src/domain/fold-name.ts";
import { latinForm } from "../../../src/domain/matching/romanise.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordDetainee } from "../../kit/records.ts";

test.each([
  ["Márquez", null],
  ["Иван Сидоркин", "ivan sidorkin"],
  ["王小明", "xiaoming wang"],
  ["김민준", "minjun kim"],
  ["عبد الله كريم", "abd allah krim"],
])("%s is in Latin letters: %s", (name, latin) => expect(latinForm(name)).toBe(latin));

let hub: Hub;
const names = ["Иван Петрович Сидоркин", "王小明", "김민준", "سامى على حمدى", "مُحَمَّد حســن", "Zhang Weiming", "Tomás Guánchez"];
beforeAll(async () => {
  hub = await startHub("empty");
  for (const name of names) await recordDetainee(hub, { name });
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("search finds", () => {
  test.each([
    ["Ivan Petrovich Sidorkin", names[0]],
    ["Сидоркин", names[0]],
    ["小明", names[1]],
    ["xiaoming", names[1]],
    ["민준", names[2]],
    ["Minjun Kim", names[2]],
    ["سامي علي حمدي", names[3]],
    ["محمد حسن", names[4]],
    ["张伟明", names[5]],
    ["guanchez", names[6]],
  ])("by %s: %s", async (text, name) => {
    const { data } = await hub.send("query($text: String!) { search(text: $text, first: 1) { matched score } }", { text });
    expect(data["search"]).toMatchObject([{ matched: name }]);
  });

  test("and nothing by another's name", async () => {
    const { data } = await hub.send('{ search(text: "Пётр Каверзнев") { matched } }');
    expect(data["search"]).toEqual([]);
  });
});

test("the database folds the letters of Arabic names as the hub does", async () => {
  const arabic = ["سامى على حمدى", "مُحَمَّد حســن", "ٱلإمام أسامة", "کاظمی", "شيماء"];
  const rows = await hub.database.prisma.$queryRaw<{ folded: string }[]>`
    SELECT fold_name(name) AS "folded" FROM unnest(${arabic}::text[]) WITH ORDINALITY AS given(name, n) ORDER BY n`;
  expect(rows.map(({ folded }) => folded)).toEqual(arabic.map(foldName));
});
