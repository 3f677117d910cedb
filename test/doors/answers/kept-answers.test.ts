import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { gzipOf, KeptAnswers, textOf, thisMinute, type KeptAnswer } from "../../../src/doors/answers/kept-answers.ts";

afterEach(() => vi.useRealTimers());

const question = { asked: "{ a }", version: "7" };
const of7 = { value: "7" };
const answer = (more: Partial<KeptAnswer> = {}): KeptAnswer => ({
  ...{ version: "7", minute: null, data: '{"a":"ñ"}', extensions: [], lasting: false },
  ...more,
});

describe("an answer is found", () => {
  test.each([
    ["as long as the hub is in its state", question, {}, true],
    ["not in another state", { ...question, version: "8" }, {}, false],
    ["not for another question", { ...question, asked: "{ b }" }, {}, false],
    ["in its minute, where it hangs on the present", question, { minute: thisMinute() }, true],
    ["not in another minute", question, { minute: thisMinute() - 1 }, false],
  ])("%s", (_what, asked, more, found) => {
    const answers = new KeptAnswers(1, "build");
    answers.lead(question.asked, of7)(answer(more));
    expect(answers.find(asked) !== undefined).toBe(found);
  });

  test("nowhere when nothing shall be kept", () => {
    const answers = new KeptAnswers(0, "build");
    answers.lead(question.asked, of7)(answer());
    expect(answers.find(question)).toBeUndefined();
  });

  test("until the memory is taken: the one that was longest not asked for goes", () => {
    const answers = new KeptAnswers(1, "build");
    const large = "x".repeat(90_000);
    for (const asked of ["1", "2", "3", "4", "5", "6"]) {
      answers.lead(asked, of7)(answer({ data: large }));
      answers.find({ ...question, asked: "1" });
    }
    expect(["1", "2", "6"].map((asked) => answers.find({ ...question, asked }) !== undefined)).toEqual([true, false, true]);
  });
});

describe("who asks while somebody is being answered", () => {
  test("waits for the same answer", async () => {
    const answers = new KeptAnswers(1, "build");
    const done = answers.lead(question.asked, of7);
    const joined = answers.joined(question);
    done(answer());
    expect((await joined)?.version).toBe("7");
    expect(await answers.joined(question)).toBeNull();
  });

  test("waits, where that is read along with it, to know of which version it is", async () => {
    const answers = new KeptAnswers(1, "build");
    const version: { value: string | undefined } = { value: undefined };
    const done = answers.lead(question.asked, version);
    const [same, other] = [answers.joined(question), answers.joined({ ...question, version: "6" })];
    version.value = "7";
    done(answer());
    expect([(await same)?.version, await other]).toEqual(["7", null]);
  });

  test("asks by themselves when that was one caller's own, or of another state", async () => {
    const answers = new KeptAnswers(1, "build");
    const done = answers.lead(question.asked, of7);
    const [same, other] = [answers.joined(question), answers.joined({ ...question, version: "8" })];
    done(null);
    expect(await Promise.all([same, other])).toEqual([null, null]);
  });
});

test("the tag of an answer hangs on the code, the state, the question and, where it says so, the minute", () => {
  vi.useFakeTimers({ now: 0 });
  const answers = new KeptAnswers(1, "build");
  const tags = [
    ...answers.tags(question),
    ...answers.tags({ ...question, version: "8" }),
    ...answers.tags({ ...question, asked: "{ b }" }),
    ...new KeptAnswers(1, "another").tags(question),
  ];
  expect(new Set(tags).size).toBe(8);
  vi.setSystemTime(60_000);
  const [always, ofThisMinute] = answers.tags(question);
  expect([tags.indexOf(always!), tags.indexOf(ofThisMinute!)]).toEqual([0, -1]);
});

test.each([
  ["short", '{"a":1}'],
  ["long", JSON.stringify({ names: Array.from({ length: 20_000 }, (_, n) => `Ñandú ${n}`) })],
])("compressed, a %s text is the same text, whatever stands behind it", async (_what, data) => {
  const kept = answer({ data, extensions: ['"knownAt":{}'] });
  for (const cost of ['{"requested":1}', '{"requested":1,"remaining":99999}']) {
    const plain = textOf(kept, cost);
    expect(JSON.parse(plain)).toEqual({ data: JSON.parse(data), extensions: { cost: JSON.parse(cost), knownAt: {} } });
    expect(gunzipSync(await gzipOf(kept, cost)).toString()).toBe(plain);
  }
});
