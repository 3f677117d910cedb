import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { day, recordDetainee, recordDocument, recordEvent, recordSource } from "../../kit/records.ts";

let hub: Hub;
let recorder: string;
beforeAll(async () => {
  hub = await startHub("empty");
  recorder = await hub.newKey("RECORDER");
});
afterAll(async () => hub[Symbol.asyncDispose]());

const said = {
  Source: { slug: "a-guard", name: "A guard", kind: "OTHER", timeZone: "America/Caracas" },
  Facility: { slug: "a-house", name: "A house", kind: "SECRET", country: "VE" },
} as const;

async function record(noun: string, input: object, key?: string) {
  const { data, errors } = await hub.send(
    `mutation($i: Record${noun}Input!) { record: record${noun}(input: $i) { __typename ... on Error { message } ... on Record${noun}Payload { changed record: ${noun.toLowerCase()} { id } } } }`,
    { i: input },
    key,
  );
  expect(errors).toBeUndefined();
  return data["record"] as { __typename: string; message?: string; changed?: boolean; record?: { id: string } };
}

test.each(["Source", "Facility"] as const)(
  "a %s under the slug of a hidden one, and one under that of another, get one sentence",
  async (noun) => {
    const input = said[noun];
    await record(noun, { ...input, visibility: "RESTRICTED" });
    await record(noun, { ...input, slug: "known" });
    const other = await record(noun, { ...input, slug: "known", name: "Another name" }, recorder);
    for (const more of [{}, { visibility: "RESTRICTED" }, { name: "Another name" }]) {
      const answer = await record(noun, { ...input, ...more }, recorder);
      expect(answer).toEqual({ ...other, message: other.message!.replace("known", input.slug) });
    }
  },
);

test("whoever recorded something hidden may send it again", async () => {
  const input = { ...said.Source, slug: "mine", visibility: "RESTRICTED" };
  expect(await record("Source", input, recorder)).toMatchObject({ changed: true });
  expect(await record("Source", input, recorder)).toMatchObject({ changed: false });
});

test("a document with the words of a hidden one is a document of its own", async () => {
  const page = { kind: "LIST", title: "Names", publishedAt: day("2026-01-20") };
  const hidden = (await record("Document", page)).record!.id;
  await hub.send(`mutation { setVisibility(input: { record: "${hidden}", visibility: RESTRICTED }) { __typename } }`);
  const own = await record("Document", page, recorder);
  expect([own.changed, own.record!.id === hidden]).toEqual([true, false]);
  expect(await record("Document", page, recorder)).toEqual({ ...own, changed: false });
});

test.each(["Count", "Event"] as const)(
  "a hidden %s claim is answered as one that is new; whoever recorded it may send it again",
  async (kind) => {
    const [source, document, detainee] = await Promise.all([recordSource(hub), recordDocument(hub), recordDetainee(hub)]);
    const what =
      kind === "Count"
        ? { metric: "HELD", measure: "STOCK", qualifier: "EXACT", value: 7 }
        : { event: await recordEvent(hub, detainee), stance: "SUPPORTS", connection: "RELATIVE" };
    const claim = { ...what, assertedBy: source, document, statement: "Not for all.", asOf: day("2026-01-20"), visibility: "RESTRICTED" };
    const send = async (key: string) => {
      const query = `mutation($i: Record${kind}ClaimInput!) { record: record${kind}Claim(input: $i) { ... on Record${kind}ClaimPayload { changed } } }`;
      return (await hub.send(query, { i: claim }, key)).data["record"].changed as boolean;
    };
    const another = await hub.newKey("RECORDER");
    expect([await send(recorder), await send(another)]).toEqual([true, true]);
    expect([await send(recorder), await send(another)]).toEqual([false, false]);
  },
);
