/** What is recorded, corrected and judged at the desk, by its forms alone, as they are shown. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordCorroborated, recordDetainee, recordDocument, recordEvent, recordSource } from "../../kit/records.ts";
import { fieldsOf, Visitor } from "./desk-visitor.ts";

let hub: Hub;
let visitor: Visitor;
beforeAll(async () => {
  hub = await startHub();
  visitor = new Visitor(hub);
  await visitor.signIn(hub.key);
});
afterAll(async () => hub[Symbol.asyncDispose]());

const caseOf = (event: string) => visitor.open(`/desk?event=${encodeURIComponent(event)}`);
const eventOf = async (id: string) => {
  const fields = "state place when { edtf } facility { slug } judgements { verdict undoneAt } sameAs { id } claims { totalCount }";
  const { data } = await hub.send(
    `query ($id: ID!) { node(id: $id) { ... on CustodyEvent { ${fields} } ... on Release { stage outcome conditions } } }`,
    { id },
  );
  return data["node"];
};

describe("a correction", () => {
  test("of an event sends what is other than was shown: the place, the terms and the conditions, and leaves the rest", async () => {
    const { release } = await recordCorroborated(hub);
    const shown = fieldsOf(await caseOf(release), "amend");
    const corrected = {
      ...shown,
      facility: "",
      place: "Maracaibo",
      outcome: "CONDITIONAL",
      conditions: "TRAVEL_BAN",
      changeReason: "MORE_PRECISE",
    };
    expect((await visitor.send("/desk/act", corrected)).text).toContain("Done.");
    const before = shown["asOf"];
    expect(await eventOf(release)).toMatchObject({
      ...{ facility: null, place: "Maracaibo", outcome: "CONDITIONAL", conditions: ["TRAVEL_BAN"], when: { edtf: before } },
    });
    const again = fieldsOf(await caseOf(release), "amend");
    expect([again["place"], again["conditions"], again["was-conditions"]]).toEqual(["Maracaibo", "TRAVEL_BAN", "TRAVEL_BAN"]);
    const { conditions: _, ...unticked } = again;
    await visitor.send("/desk/act", unticked);
    expect((await eventOf(release)).conditions).toEqual([]);
  });

  test("of what somebody else corrected meanwhile leaves theirs", async () => {
    const { release } = await recordCorroborated(hub);
    const shown = fieldsOf(await caseOf(release), "amend");
    await visitor.send("/desk/act", { ...shown, facility: "", place: "Mérida" });
    await visitor.send("/desk/act", { ...shown, asOf: "2026-01-09" });
    expect(await eventOf(release)).toMatchObject({ place: "Mérida", when: { edtf: "2026-01-09" } });
  });

  test("of an event and its person in all that sources tell: area, age, charges, sentence; who has no name, and of which ethnicity", async () => {
    const detainee = await recordDetainee(hub, { name: "Cell 12" });
    const event = await recordEvent(hub, detainee, { type: "SENTENCE", stage: null, charges: ["theft"] });
    const shown = fieldsOf(await caseOf(event), "amend");
    expect([shown["charges"], shown["personAge"], shown["sentence"]]).toEqual(["theft", "", ""]);
    const told = { country: "ve", admin1: "Lara", locality: "Carora", personAge: "40", charges: "theft; arson", caseNumber: "1/26" };
    const term = { sentence: "TERM", sentenceLength: "P3Y", sentenceEnds: "2029-01" };
    expect((await visitor.send("/desk/act", { ...shown, ...told, ...term })).text).toContain("Done.");
    const person = fieldsOf(await caseOf(event), "amendPerson");
    await visitor.send("/desk/act", { ...person, named: "false", ethnicities: "Wayuu" });
    const fields = "age charges caseNumber location { country admin1 locality } sentence sentenceLength sentenceEnds { edtf }";
    const { data } = await hub.send(`query ($id: ID!) { node(id: $id) { ... on Sentence { ${fields} detainee { named ethnicities } } } }`, {
      id: event,
    });
    expect(data["node"]).toEqual({
      ...{
        age: 40,
        charges: ["theft", "arson"],
        caseNumber: "1/26",
        sentence: "TERM",
        sentenceLength: "P3Y",
        sentenceEnds: { edtf: "2029-01" },
      },
      ...{ location: { country: "VE", admin1: "Lara", locality: "Carora" }, detainee: { named: false, ethnicities: ["Wayuu"] } },
    });
    const again = fieldsOf(await caseOf(event), "amend");
    expect((await visitor.send("/desk/act", { ...again, personAge: "forty" })).status).toBe(422);
    await visitor.send("/desk/act", { ...again, personAge: "", locality: "" });
    const { data: emptied } = await hub.send(
      "query ($id: ID!) { node(id: $id) { ... on Sentence { age location { locality admin1 } charges } } }",
      {
        id: event,
      },
    );
    expect(emptied["node"]).toEqual({ age: null, location: { locality: null, admin1: "Lara" }, charges: ["theft", "arson"] });
  });

  test("of a person: the name, its spellings, what they do, and a refusal in words that loses nothing on record", async () => {
    const { release, detainee } = await recordCorroborated(hub, { name: "Rosa Ynes Paredes", occupations: ["teacher, retired"] });
    const shown = fieldsOf(await caseOf(release), "amendPerson");
    expect(shown["occupations"]).toBe("teacher, retired");
    const sent = {
      ...shown,
      name: "Rosa Inés Paredes",
      names: "Rosa Ynes Paredes | ALIAS | es\r\nR. Paredes",
      nationalities: "ve; co",
      birth: "1966",
    };
    expect((await visitor.send("/desk/act", sent)).text).toContain("Done.");
    const { data } = await hub.send(
      "query ($id: ID!) { detainee(id: $id) { name nationalities occupations birth { edtf } names { text kind language } } }",
      { id: detainee },
    );
    expect(data["detainee"]).toEqual({
      name: "Rosa Inés Paredes",
      nationalities: ["VE", "CO"],
      occupations: ["teacher, retired"],
      birth: { edtf: "1966" },
      names: expect.arrayContaining([
        { text: "Rosa Inés Paredes", kind: "PRIMARY", language: null },
        { text: "Rosa Ynes Paredes", kind: "ALIAS", language: "es" },
        { text: "R. Paredes", kind: "VARIANT", language: null },
      ]),
    });
    const wrong = await visitor.send("/desk/act", { ...fieldsOf(await caseOf(release), "amendPerson"), birth: "soon" });
    expect(wrong.status).toBe(422);
  });
});

describe("events told twice", () => {
  const told = async () => {
    const detainee = await recordDetainee(hub);
    const [one, other] = [
      await recordEvent(hub, detainee, { type: "ARREST", stage: null, when: span("2026-01-03") }),
      await recordEvent(hub, detainee, { type: "ARREST", stage: null, when: span("2026-01-03/2026-01-04") }),
    ];
    return { one, other };
  };
  const span = (edtf: string) => ({ edtf, timeZone: "America/Caracas" });

  test("are side by side, are marked, count once, and are two again when that is taken back", async () => {
    const { one, other } = await told();
    const shown = await caseOf(one);
    const mark = fieldsOf(shown, "mark");
    expect(new Set([mark["as"], mark["same"]])).toEqual(new Set([one, other]));
    const marked = await visitor.send("/desk/act", mark);
    expect(marked.text).toContain("Done.");
    expect((await eventOf(mark["same"]!)).sameAs.id).toBe(mark["as"]);
    expect((await caseOf(mark["same"]!)).text).toContain("It counts as this one");
    const undone = await visitor.send("/desk/act", fieldsOf(marked, "undo"));
    expect(undone.text).toContain("Done.");
    expect((await eventOf(mark["same"]!)).sameAs).toBeNull();
  });

  test("are judged to be two from the list of all, and are not proposed again", async () => {
    const { one, other } = await told();
    const all = await visitor.open("/desk/duplicates");
    const pair = all.text
      .split("<form ")
      .find((form) => form.includes('value="judgeEvents"') && [one, other].every((id) => form.includes(id)))!;
    const hidden = fieldsOf({ ...all, text: `<form ${pair}` }, "judgeEvents");
    const judged = await visitor.send("/desk/duplicates", { ...hidden, verdict: "NEGATIVE" });
    expect(judged.text).toContain("Done.");
    expect([one, other].every((id) => judged.text.includes(id))).toBe(false);
    expect((await eventOf(one)).judgements).toEqual([{ verdict: "NEGATIVE", undoneAt: null }]);
  });
});

describe("what is recorded", () => {
  test("is a page, which the next form begins with; and a remark on it", async () => {
    const publisher = await recordSource(hub, { name: "Recorder’s gazette" });
    const form = fieldsOf(await visitor.open("/desk/claim?kind=document&who=gazette"), "recordDocument");
    const page = { ...form, source: publisher, title: "A page found at the desk", url: "https://example.org/desk", asOf: "2026-01-14" };
    expect((await visitor.send("/desk/claim", { ...page, url: "javascript:1" })).status).toBe(422);
    const next = await visitor.send("/desk/claim", page);
    expect(next.text).toContain("Done.");
    expect(/<select name="document">\s*<option[^>]* selected[^>]*>([^<]*)/.exec(next.text)![1]).toContain("A page found at the desk");
    const found = await visitor.open("/desk/claim?kind=remark&page=FOUND+at+the");
    expect(/<select name="document">(.*?)<\/select>/s.exec(found.text)![1]!.match(/<option/g)?.length).toBe(1);
    const byPublisher = await visitor.open("/desk/claim?kind=remark&page=gazette");
    expect(byPublisher.text).toContain("A page found at the desk");
    const remark = { ...fieldsOf(found, "recordRemark"), statement: "Relatives are turned away at the gate.", asOf: "2026-01-14" };
    expect((await visitor.send("/desk/claim", remark)).text).toContain("Done.");
    const { data } = await hub.send("{ claims(filter: { kind: REMARK }) { edges { node { statement document { title } } } } }");
    expect(data["claims"].edges.map(({ node }: any) => node)).toContainEqual({
      statement: "Relatives are turned away at the gate.",
      document: { title: "A page found at the desk" },
    });
  });

  test("is what happened to somebody: found by any spelling, or new; the person is recorded once, also when the claim was refused at first", async () => {
    await recordDetainee(hub, { name: "Eusebio Camacaro Ruiz" });
    const found = await visitor.open("/desk/claim?kind=event&name=Camacaro+Eusevio");
    expect(found.text).toContain("Eusebio Camacaro Ruiz");
    const fresh = /href="([^"]*new=[^"]*)"/.exec(found.text)![1]!.replaceAll("&amp;", "&");
    const form = fieldsOf(await visitor.open(fresh), "recordEvent");
    expect(form["name"]).toBe("Camacaro Eusevio");
    const sent = { ...form, nationalities: "VE", type: "RELEASE", asOf: "2026-01-10", connection: "RELATIVE" };
    // The statement is missing: the person and the event are on record by now, the claim is not.
    const refused = await visitor.send("/desk/claim?kind=event", { ...sent, statement: "" });
    expect([refused.status, refused.text.includes("on record by now")]).toEqual([422, true]);
    const mended: Record<string, string> = { ...fieldsOf(refused, "recordEvent"), statement: "His sister met him at the gate." };
    expect(mended["event"]).not.toBe("");
    const done = await visitor.send("/desk/claim?kind=event", mended);
    expect(done.text).toContain("Done.");
    const { data } = await hub.send(
      '{ detainees(filter: { nameContains: "camacaro eusevio" }) { edges { node { nationalities timeline { edges { node { type claims { edges { node { statement ... on EventClaim { connection } } } } } } } } } } }',
    );
    expect(data["detainees"].edges.map(({ node }: any) => [node.nationalities, node.timeline.edges.map((edge: any) => edge.node)])).toEqual(
      [
        [
          ["VE"],
          [{ type: "RELEASE", claims: { edges: [{ node: { statement: "His sister met him at the gate.", connection: "RELATIVE" } }] } }],
        ],
      ],
    );
    // And something more of the same person, by another page.
    const more = fieldsOf(done, "recordEvent");
    expect(more["person"]).not.toBe("");
  });
});

test("a list of names is matched against who is on record, with reasons, and whoever is not leads to being recorded", async () => {
  await recordDocument(hub);
  await recordDetainee(hub, { name: "Ildefonso Barreto Luna" });
  const form = fieldsOf(await visitor.open("/desk/names"), "match");
  const matched = await visitor.send("/desk/names", { ...form, names: "Barreto Luna Ildefonso\r\n\r\nNobody Atall Whatever" });
  expect(matched.text).toContain("Ildefonso Barreto Luna");
  expect(matched.text).toContain("nobody of that name is on record");
  expect(matched.text).toContain("new=Nobody+Atall+Whatever");
});
