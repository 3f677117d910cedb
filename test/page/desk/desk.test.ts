/** The desk by its public door, without a script; in a browser: desk.long.test.ts. */
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { recordCorroborated } from "../../kit/records.ts";
import { hiddenOf, Visitor, type Shown } from "./desk-visitor.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function seated(...scopes: Parameters<Hub["newKey"]>) {
  const visitor = new Visitor(hub);
  await visitor.signIn(scopes.length === 0 ? hub.key : await hub.newKey(...scopes));
  return visitor;
}
const caseOf = (visitor: Visitor, event: string) => visitor.open(`/desk?event=${encodeURIComponent(event)}`);
const stateOf = async (event: string) =>
  (await hub.send("query ($id: ID!) { node(id: $id) { ... on CustodyEvent { state } } }", { id: event })).data["node"].state;

describe("the session", () => {
  test("begins with a key that works and no other; who has none is asked for one", async () => {
    const visitor = new Visitor(hub);
    expect((await visitor.open("/desk")).text).toContain('name="key"');
    const refused = await visitor.signIn("prd_nothing");
    expect([refused.status, visitor.cookie]).toEqual([401, ""]);
    expect(refused.text).toContain("That key is not taken");
    const shown = await visitor.signIn(hub.key);
    expect(shown.text).toContain("Waiting, nearest first");
    expect(shown.headers.get("cache-control")).toBe("no-store");
    expect(shown.headers.get("content-encoding")).toBeNull();
    expect(shown.text).not.toContain(hub.key);
  });

  test("is a cookie out of reach of scripts, of other sites and of the graph, in which the key cannot be read", async () => {
    const response = await fetch(new URL("/desk/sign-in", hub.url), {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ key: hub.key }),
    });
    const cookie = response.headers.get("set-cookie")!;
    for (const attribute of ["Path=/desk;", "HttpOnly", "SameSite=Strict", "Max-Age=28800"]) expect(cookie).toContain(attribute);
    expect(cookie).not.toContain(hub.key.slice(4));
    const asked = await fetch(hub.url, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: cookie.split(";")[0]! },
      body: JSON.stringify({ query: "{ apiKeys { id } }" }),
    });
    expect(JSON.stringify(await asked.json())).toContain("UNAUTHENTICATED");
  });

  test("ends when the key is revoked, when one signs out, and is none when it is changed by a letter", async () => {
    const made = await hub.send(
      'mutation { createApiKey(input: { name: "leaver", scopes: [VERIFIER] }) { ... on CreateApiKeyPayload { secret key { id } } } }',
    );
    const { secret, key } = made.data["createApiKey"];
    const leaver = new Visitor(hub);
    await leaver.signIn(secret);
    await hub.send("mutation ($key: ID!) { revokeApiKey(input: { key: $key }) { __typename } }", { key: key.id });
    expect((await leaver.open("/desk")).status).toBe(401);
    const visitor = await seated("VERIFIER");
    const shown = await visitor.open("/desk");
    const forged = new Visitor(hub);
    forged.cookie = `${visitor.cookie.slice(0, -2)}xx`;
    expect((await forged.open("/desk")).status).toBe(401);
    const [copy, colleague] = [new Visitor(hub), new Visitor(hub)];
    copy.cookie = visitor.cookie;
    await colleague.signIn(hub.key);
    await visitor.send("/desk/sign-out", { token: hiddenOf(shown, "verify")["token"]! });
    expect(visitor.cookie).toBe("");
    const late = await copy.open("/desk");
    expect([late.status, late.text.includes("The session has ended")]).toEqual([401, true]);
    expect((await colleague.open("/desk")).status).toBe(200);
  });

  test("does nothing for a form that is not its own: of another origin, without its token, or with another session's", async () => {
    const { release } = await recordCorroborated(hub);
    const visitor = await seated("VERIFIER");
    const hidden = hiddenOf(await caseOf(visitor, release), "verify");
    const other = await seated("VERIFIER");
    const theirs = hiddenOf(await caseOf(other, release), "verify");
    expect(theirs["token"]).not.toBe(hidden["token"]);
    for (const [fields, headers] of [
      [hidden, { origin: "https://elsewhere.example" }],
      [hidden, { origin: "null" }],
      [{ ...hidden, token: theirs["token"]! }, {}],
      [{ ...hidden, token: "" }, {}],
    ] as const)
      expect((await visitor.send("/desk/act", fields, headers)).status).toBe(403);
    expect(await stateOf(release)).toBe("CORROBORATED");
  });
});

describe("a case", () => {
  test("shows who says so on which page, why each counts, every rule with what is missing, and is decided on", async () => {
    const { release } = await recordCorroborated(hub, { name: "Somebody at the desk" });
    const visitor = await seated("VERIFIER");
    const shown = await caseOf(visitor, release);
    expect(shown.text).toContain("Somebody at the desk");
    expect(shown.text.match(/counts as an independent origin/g)?.length).toBe(2);
    expect(shown.text).toContain("No person has decided yet");
    const verified = await visitor.send("/desk/act", { ...hiddenOf(shown, "verify"), publicNote: "" });
    expect(verified.text).toContain("Done.");
    expect(await stateOf(release)).toBe("VERIFIED");
    const retracted = await visitor.send("/desk/act", { ...hiddenOf(verified, "retract"), publicNote: "One origin was the other's." });
    expect(retracted.text).toContain("Done.");
    expect(await stateOf(release)).toBe("CORROBORATED");
    for (const [act, state] of [
      ["contest", "CONTESTED"],
      ["refute", "REFUTED"],
    ] as const) {
      await visitor.send("/desk/act", { ...hiddenOf(await caseOf(visitor, release), act), publicNote: "His family says otherwise." });
      expect(await stateOf(release)).toBe(state);
    }
  });

  test("is not decided by who has not seen the latest decision, nor without a reason, nor without the scope: told in words", async () => {
    const { release } = await recordCorroborated(hub);
    const visitor = await seated("VERIFIER");
    const shown = await caseOf(visitor, release);
    const unexplained = await visitor.send("/desk/act", { ...hiddenOf(shown, "contest"), publicNote: "" });
    expect([unexplained.status, await stateOf(release)]).toEqual([422, "CORROBORATED"]);
    expect(unexplained.text).toContain("text of 1 to 1000 characters");
    await visitor.send("/desk/act", { ...hiddenOf(shown, "contest"), publicNote: "A first reason." });
    const late = await visitor.send("/desk/act", { ...hiddenOf(shown, "refute"), publicNote: "A second one." });
    expect([late.status, await stateOf(release)]).toEqual([422, "CONTESTED"]);
    expect(late.text).toContain("Another decision has come since");
    const reader = await seated("PARTNER");
    const forbidden = await reader.send("/desk/act", { ...hiddenOf(await caseOf(reader, release), "verify"), publicNote: "" });
    expect(forbidden.text).toContain("needs the scope VERIFIER");
  });

  test("is corrected, as the mutations would", async () => {
    const { release } = await recordCorroborated(hub);
    const visitor = await seated();
    const hidden = hiddenOf(await caseOf(visitor, release), "amend");
    const wrong = await visitor.send("/desk/act", {
      ...hidden,
      asOf: "2026-02-31",
      timeZone: "America/Caracas",
      changeReason: "OUR_ERROR",
    });
    expect(wrong.status).toBe(422);
    await visitor.send("/desk/act", { ...hidden, asOf: "2026-01-09", timeZone: "America/Caracas", changeReason: "OUR_ERROR" });
    const { data } = await hub.send("query ($id: ID!) { node(id: $id) { ... on CustodyEvent { when { edtf } } } }", { id: release });
    expect(data["node"].when.edtf).toBe("2026-01-09");
  });

  test("has the names that may be the same person, to judge and to merge", async () => {
    const { release } = await recordCorroborated(hub, { name: "Aurelio Quintanilla Bravo" });
    const twin = await recordCorroborated(hub, { name: "Quintanilla Bravo, Aurelio" });
    const third = await recordCorroborated(hub, { name: "Aurelio Quintanila Bravo" });
    const visitor = await seated();
    const shown = await caseOf(visitor, release);
    // In the queue they stand besides, each with a release of their own.
    const suggested = ({ text }: Shown) => text.slice(text.indexOf('id="names"')).split("<h3")[0];
    expect(suggested(shown)).toContain("Quintanilla Bravo, Aurelio");
    const hidden = hiddenOf(shown, "judge");
    const judged = await visitor.send("/desk/act", { ...hidden, right: third.detainee, verdict: "NEGATIVE", publicNote: "" });
    expect(suggested(judged)).not.toContain("Aurelio Quintanila Bravo");
    const merged = await visitor.send("/desk/act", {
      ...hiddenOf(judged, "merge"),
      right: twin.detainee,
      publicNote: "The same page names both.",
    });
    expect(merged.text).toContain("Done.");
    const { data } = await hub.send("query ($id: ID!) { detainee(id: $id) { judgements { verdict undoneAt } } }", { id: twin.detainee });
    expect(data["detainee"].judgements).toContainEqual({ verdict: "POSITIVE", undoneAt: null });
  });
});

describe("the form for a count", () => {
  test("finds who says so by a part of the name, where there are more than can be chosen from", async () => {
    const visitor = await seated("RECORDER");
    const sources = ({ text }: Shown) => /<select name="source">.*?<\/select>/.exec(text)![0];
    expect(sources(await visitor.open("/desk/claim"))).toContain("Foro Penal");
    const found = sources(await visitor.open("/desk/claim?who=foro"));
    expect([found.includes("Foro Penal"), found.includes("CNN")]).toEqual([true, false]);
  });

  const given = {
    locator: "¶2",
    statement: "So many are out.",
    metric: "RELEASED",
    unit: "PERSONS",
    measure: "CUMULATIVE",
    timeZone: "America/Caracas",
  };

  test("tells what it understands of a time, and what is wrong with bounds, by the rules of the mutations; then records", async () => {
    const visitor = await seated("RECORDER");
    const shown = await visitor.open("/desk/claim");
    const token = /name="token" value="([^"]+)"/.exec(shown.text)![1]!;
    const check = async (fields: Record<string, string>) => JSON.parse((await visitor.send("/desk/check", { token, ...fields })).text);
    expect(await check({ asOf: "2026-01-12 morning", timeZone: "America/Caracas", qualifier: "EXACT", lower: "41" })).toMatchObject({
      time: { fits: true, text: expect.stringContaining("12 January 2026, 06:00") },
      bounds: { fits: true },
    });
    expect(await check({ asOf: "2026-02-30", timeZone: "America/Caracas", qualifier: "RANGE", lower: "9", upper: "3" })).toMatchObject({
      time: { fits: false },
      bounds: { fits: false, text: expect.stringContaining("lower not above upper") },
    });
    const [source, document] = ["source", "document"].map(
      (name) => new RegExp(`<select name="${name}">.*?<option value="([^"]+)"`).exec(shown.text)![1]!,
    );
    const fields = {
      token,
      source: source!,
      document: document!,
      ...given,
      qualifier: "MORE_THAN",
      lower: "77",
      upper: "",
      asOf: "2026-01-12",
    };
    const checked = await visitor.send("/desk/claim", { ...fields, act: "check" });
    expect(checked.text).toContain("Understood as: 12 January 2026");
    expect(checked.text).toContain('value="77"');
    const wrong = await visitor.send("/desk/claim", { ...fields, upper: "12", act: "record" });
    expect([wrong.status, wrong.text.includes("lower and no upper")]).toEqual([422, true]);
    expect((await visitor.send("/desk/claim", { ...fields, act: "record" })).text).toContain("Done.");
    const { data } = await hub.send(
      "{ claims(filter: { qualifier: MORE_THAN, metric: RELEASED }) { edges { node { ... on CountClaim { lower } } } } }",
    );
    expect(data["claims"].edges.map(({ node }: any) => node.lower)).toContain(77);
  });
});

test("where there are several situations a count says of which it is", async () => {
  await using own = await startHub();
  const visitor = new Visitor(own);
  await visitor.signIn(own.key);
  expect((await visitor.open("/desk/claim")).text).not.toContain('<select name="situation">');
  const made = await own.send(
    'mutation { recordSituation(input: { slug: "elsewhere", name: "Elsewhere", timeZone: "Europe/Minsk", countries: ["BY"] }) { __typename ... on Error { message } } }',
  );
  expect(made.data["recordSituation"]).toEqual({ __typename: "RecordSituationPayload" });
  expect((await visitor.open("/desk/claim")).text).toContain('<select name="situation">');
});

test("what is not a form of the desk is refused, and what is hidden from the key is not there", async () => {
  const visitor = await seated("VERIFIER");
  const { release, detainee } = await recordCorroborated(hub, { name: "Hidden from the desk" });
  await hub.send("mutation ($id: ID!) { setVisibility(input: { record: $id, visibility: RESTRICTED }) { __typename } }", { id: detainee });
  for (const path of ["/desk", `/desk?event=${encodeURIComponent(release)}`])
    expect((await visitor.open(path)).text).not.toContain("Hidden from the desk");
  const token = hiddenOf(await visitor.open("/desk"), "verify")["token"]!;
  expect((await visitor.send("/desk/act", { token, act: "deleteEverything" })).status).toBe(400);
  expect((await visitor.send("/desk/act", { token, act: "x".repeat(70_000) })).status).toBe(400);
  expect((await visitor.open("/desk?event=nonsense")).status).toBe(400);
});

test("it is in two languages, and its own script is small", async () => {
  expect((await new Visitor(hub).open("/desk?lang=es")).text).toContain("Lo que espera la decisión de una persona");
  const own = ["src/page/desk/desk.js", "src/page/live/live.js"].map((file) =>
    readFileSync(join(import.meta.dirname, "../../..", file), "utf8"),
  );
  expect(gzipSync(own.join("\n")).length).toBeLessThan(15_000);
});
