import { expect, test } from "vitest";
import { Company } from "../../../src/domain/turns/company.ts";
import { Turns } from "../../../src/domain/turns/turns.ts";

const never = new AbortController().signal;

/** A line in which somebody is at work until told to end, and those who wait behind. */
async function held() {
  const [began, ends] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const line = new Turns();
  const first = line.take(async () => {
    began.resolve();
    await ends.promise;
  }, never);
  await began.promise;
  const company = new Company<string, string>(line);
  const groups: string[][] = [];
  const ask = (asked: string, { alone = false, signal = never, most = 9 } = {}) =>
    company.take({ asked, alone, signal }, async (takeAlong) => {
      const along = takeAlong((chosen) => chosen.length < most);
      groups.push([asked, ...along.map((member) => member.asked)]);
      for (const { asked: theirs, done, failed } of along) {
        if (theirs === "bad") failed(new Error(theirs));
        else done(`${theirs} by ${asked}`);
      }
      return asked;
    });
  return { line, groups, ask, end: () => (ends.resolve(), first) };
}

test("whoever's turn it is takes along those who wait, in the order of their coming, and each has an answer of its own", async () => {
  const { line, groups, ask, end } = await held();
  const asked = ["a", "b", "bad", "c"].map((name) => ask(name));
  expect(line.waiting).toBe(4);
  await end();
  const answers = await Promise.allSettled(asked);
  expect(answers).toMatchObject([{ value: "a" }, { value: "b by a" }, { reason: { message: "bad" } }, { value: "c by a" }]);
  expect(groups).toEqual([["a", "b", "bad", "c"]]);
  expect(line.waiting).toBe(0);
});

test("who does not fit has a turn of its own, and others of the line are not passed over for good", async () => {
  const { line, groups, ask, end } = await held();
  const asked = [ask("a", { most: 2 }), ask("alone", { alone: true }), ask("b"), ask("c"), line.take(async () => "other", never)];
  await end();
  expect(await Promise.all(asked)).toEqual(["a", "alone", "b by a", "c", "other"]);
  expect(groups).toEqual([["a", "b"], ["alone"], ["c"]]);
});

test("whoever gives up is not taken along; once taken along nobody can give up", async () => {
  const { groups, ask, end } = await held();
  const [leaving, tooLate] = [new AbortController(), new AbortController()];
  const asked = [ask("a"), ask("b", { signal: leaving.signal }), ask("c", { signal: tooLate.signal })];
  leaving.abort(new Error("gone"));
  asked[0]!.then(
    () => tooLate.abort(new Error("gone")),
    () => {},
  );
  await end();
  expect(await Promise.allSettled(asked)).toMatchObject([{ value: "a" }, { reason: { message: "gone" } }, { value: "c by a" }]);
  expect(groups).toEqual([["a", "c"]]);
});
