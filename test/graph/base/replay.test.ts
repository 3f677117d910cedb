import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { decide, judge, recordCorroborated, recordDetainee } from "../../kit/records.ts";

let hub: Hub;
let recorder: string;
let verifier: string;
beforeAll(async () => {
  hub = await startHub("empty");
  [recorder, verifier] = [await hub.newKey("RECORDER"), await hub.newKey("VERIFIER")];
});
afterAll(async () => hub[Symbol.asyncDispose]());

const hide = (record: string, visibility = "RESTRICTED") =>
  hub.send(`mutation($input: SetVisibilityInput!) { setVisibility(input: $input) { __typename } }`, { input: { record, visibility } });
const person = async (input: object, key = recorder) =>
  (
    await hub.send(
      `mutation($input: RecordDetaineeInput!) { recordDetainee(input: $input) { __typename ... on RecordDetaineePayload { changed detainee { id name names { text } } } ... on Error { code message } } }`,
      { input },
      key,
    )
  ).data["recordDetainee"];

describe("an answer that is given again", () => {
  test("is NotFound for whoever may not see any more what it is about, and the same as before when they may again", async () => {
    const input = { name: "Ximena Vista", idempotencyKey: "hidden since" };
    const first = await person(input);
    expect(first).toMatchObject({ changed: true });
    await hide(first.detainee.id);
    const again = await person(input);
    expect(again).toMatchObject({ __typename: "NotFound", code: "NOT_FOUND" });
    expect(JSON.stringify(again)).not.toContain("Ximena");
    await hide(first.detainee.id, "PUBLIC");
    expect(await person(input)).toEqual(first);
  });

  test("to an editor shows what is hidden", async () => {
    const editor = await hub.newKey("RECORDER", "EDITOR");
    const input = { name: "Hidden", visibility: "RESTRICTED", idempotencyKey: "an editor's" };
    const first = await person(input, editor);
    expect(await person(input, editor)).toEqual(first);
  });

  test("of a decision is NotFound when the person was hidden since", async () => {
    const { detainee, release } = await recordCorroborated(hub);
    const input = { release, idempotencyKey: "decided" };
    expect(await decide(hub, "verifyRelease", input, verifier)).toMatchObject({ changed: true });
    await hide(detainee);
    expect(await decide(hub, "verifyRelease", input, verifier)).toMatchObject({ __typename: "NotFound" });
  });

  test("about a record that has been merged since is what its id gives now; hidden with the one it was merged into", async () => {
    const input = { name: "Yolanda Duarte", idempotencyKey: "merged since" };
    const { detainee } = await person(input);
    const into = await recordDetainee(hub, { name: "Y. Duarte Paz" });
    await judge(hub, "mergeDetainees", { into, from: detainee.id });
    const asked = `query($id: ID!) { detainee(id: $id) { id name names { text } } }`;
    const { data } = await hub.send(asked, { id: detainee.id }, recorder);
    expect(data["detainee"].names).toContainEqual({ text: "Y. Duarte Paz" });
    expect((await person(input)).detainee).toEqual(data["detainee"]);
    await hide(into);
    expect(await person(input)).toMatchObject({ __typename: "NotFound" });
  });
});
