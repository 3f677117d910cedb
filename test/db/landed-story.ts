/** The history of a pinned version: some of everything that the hub can be told, through its public door, over the Venezuela data set. */
import type { Send } from "../kit/send.ts";

export type History = { readonly keys: Readonly<Record<string, string>>; readonly moments: readonly string[]; readonly cursor: string };

const day = (edtf: string) => ({ edtf, timeZone: "America/Caracas" });

/** Tells the hub all of it. Each step is over when its moment is taken. */
export async function makeHistory(send: Send, admin: string): Promise<History> {
  const run = async (verb: string, input: object, selected: string, key: string = admin) => {
    const title = `${verb[0]!.toUpperCase()}${verb.slice(1)}`;
    const query = `mutation($input: ${title}Input!) { ${verb}(input: $input) { __typename ... on ${title}Payload { ${selected} } ... on Error { message } } }`;
    const { data, errors } = await send(query, { input }, key);
    if (data?.[verb]?.__typename !== `${title}Payload`) throw new Error(`${verb}: ${JSON.stringify(errors ?? data)}`);
    return data[verb] as Record<string, any>;
  };
  const idOf = async (verb: string, input: object, noun: string, key?: string) =>
    (await run(verb, input, `changed ${noun} { id }`, key))[noun].id as string;
  const newKey = async (name: string, ...scopes: string[]) => (await run("createApiKey", { name, scopes }, "secret"))["secret"] as string;
  const moments: string[] = [];
  const takeMoment = async () => {
    const { data } = await send(`{ reconciliation(metric: RELEASED) { knownAt } }`);
    moments.push(data["reconciliation"].knownAt);
  };

  const keys = {
    everything: admin,
    partner: await newKey("a partner", "PARTNER"),
    recorder: await newKey("a recorder", "RECORDER"),
    verifier: await newKey("a verifier", "VERIFIER"),
    editor: await newKey("an editor", "EDITOR", "RECORDER", "PARTNER"),
  };
  const revoked = await run("createApiKey", { name: "revoked", scopes: ["PARTNER"] }, "key { id }");
  await run("revokeApiKey", { key: revoked["key"].id }, "changed");
  await run("createWebhook", { url: "http://127.0.0.1:9/no-one", filter: { state: "VERIFIED" } }, "webhook { id }", keys.partner);
  await takeMoment();

  const source = (name: string, more: object = {}) =>
    idOf(
      "recordSource",
      { slug: name.toLowerCase().replaceAll(" ", "-"), name, kind: "NGO", timeZone: "America/Caracas", ...more },
      "source",
    );
  const facility = (name: string, more: object = {}) =>
    idOf("recordFacility", { slug: name.toLowerCase().replaceAll(" ", "-"), name, kind: "PENAL", country: "VE", ...more }, "facility");
  const document = (title: string, more: object = {}) =>
    idOf("recordDocument", { kind: "ARTICLE", title, publishedAt: day("2026-01-20"), ...more }, "document");
  const person = (name: string, more: object = {}) => idOf("recordDetainee", { name, ageGroup: "ADULT", ...more }, "detainee");
  const release = (detainee: string, more: object = {}) =>
    idOf("recordEvent", { detainee, type: "RELEASE", stage: "EFFECTED", when: day("2026-01-18"), ...more }, "event", keys.recorder);
  const says = (event: string, assertedBy: string, on: string, more: object = {}) =>
    idOf(
      "recordEventClaim",
      {
        event,
        assertedBy,
        document: on,
        statement: "She is free.",
        asOf: day("2026-01-19"),
        stance: "SUPPORTS",
        connection: "ORGANISATION",
        ...more,
      },
      "claim",
      keys.recorder,
    );
  const count = (assertedBy: string, on: string, more: object = {}) =>
    idOf(
      "recordCountClaim",
      {
        assertedBy,
        document: on,
        statement: "So many.",
        asOf: day("2026-01-17"),
        metric: "RELEASED",
        measure: "CUMULATIVE",
        qualifier: "EXACT",
        value: 90,
        ...more,
      },
      "claim",
      keys.recorder,
    );

  const [north, south] = [await source("Northern Observatory"), await source("Southern Observatory")];
  const [hidden, twin] = [await source("Quiet Source"), await source("Northern Observatory of Prisons")];
  const [yard, yardAgain] = [await facility("Yard Prison"), await facility("Prison of the Yard")];
  await facility("Yard Prison East", { partOf: yardAgain });
  const wire = await document("Wire report", { publisher: north, language: "es", url: "https://news.example/1" });
  const copy = await document("Copied report", { publisher: twin, derivedFrom: [wire] });
  const quiet = await document("Quiet report", { publisher: hidden });
  await takeMoment();

  const people = [];
  for (const name of ["Ana Rojas", "Berta Salas", "Carla Toro", "Dora Urbina", "Elsa Vera", "Anna Rojas"])
    people.push(await person(name, { nationalities: ["VE"], names: [{ kind: "ALIAS", text: `La ${name}` }] }));
  const [ana, berta, carla, dora, elsa, anna] = people as [string, string, string, string, string, string];
  await person("Felipe Menor", { ageGroup: "MINOR" });
  const out: string[] = [];
  for (const [index, detainee] of [ana, berta, carla, dora, elsa].entries()) {
    await idOf(
      "recordEvent",
      { detainee, type: "ARREST", when: day("2025-12-01"), facility: index % 2 === 0 ? yard : yardAgain },
      "event",
      keys.recorder,
    );
    const event = await release(detainee, { facility: index % 2 === 0 ? yard : yardAgain, conditions: index === 0 ? ["TRAVEL_BAN"] : [] });
    await says(event, north, wire);
    await says(event, south, await document(`Statement ${index}`, { publisher: south }));
    out.push(event);
  }
  await idOf("recordEvent", { detainee: anna, type: "ARREST", when: day("2026-01-19") }, "event", keys.recorder);
  await idOf("recordEvent", { detainee: berta, type: "DEATH", when: day("2026-01-20") }, "event", keys.recorder);
  const [free, contested, refuted, retracted, withdrawn] = out as [string, string, string, string, string];
  const first = await count(north, wire);
  const held = await count(north, wire, { metric: "HELD", measure: "STOCK", value: 700, facility: yardAgain });
  const secret = await count(hidden, quiet, { value: 40, statement: "A name that must go.", quote: "And its words." });
  await count(twin, copy, { value: 85, asOf: day("2026-01-16") });
  await takeMoment();

  for (const event of out)
    await run("verifyRelease", { release: event, publicNote: "Two roots.", idempotencyKey: `verify ${event}` }, "changed", keys.verifier);
  await run("contestRelease", { release: contested, publicNote: "Her family has not seen her." }, "changed", keys.verifier);
  await run("refuteRelease", { release: refuted, publicNote: "It was somebody else." }, "changed", keys.verifier);
  await run("retractVerification", { release: retracted, publicNote: "Taken back." }, "changed", keys.verifier);
  await takeMoment();
  const { data } = await send(`{ feed(first: 3) { pageInfo { endCursor } } }`);

  const changed = async (claim: string, more: object) => idOf("supersedeClaim", { claim, ...more }, "claim", keys.editor);
  await changed(first, { changeReason: "SOURCE_UPDATED", value: 95, asOf: day("2026-01-18"), document: wire });
  await changed(held, { changeReason: "OUR_ERROR", value: 710 });
  await changed(secret, { changeReason: "REDACTION" });
  const denied = await says(free, twin, copy, { stance: "DISPUTES", statement: "She is not." });
  await changed(denied, { changeReason: "SOURCE_RETRACTED" });
  await takeMoment();

  const merge = async (verb: string, into: string, from: string) =>
    (await run(verb, { into, from, note: "The same." }, "judgement { id }", keys.editor))["judgement"].id as string;
  await merge("mergeDetainees", ana, anna);
  await merge("mergeFacilities", yard, yardAgain);
  await merge("mergeSources", north, twin);
  await run("judgeDetainees", { left: carla, right: dora, verdict: "NEGATIVE", note: "Two." }, "changed", keys.editor);
  await run("undoMerge", { judgement: await merge("mergeDetainees", dora, elsa), note: "Not the same." }, "changed", keys.editor);
  await takeMoment();

  await run("setVisibility", { record: elsa, visibility: "RESTRICTED", note: "She asked for it." }, "changed", keys.editor);
  await run("setVisibility", { record: hidden, visibility: "PARTNER" }, "changed", keys.editor);
  await run("setVisibility", { record: quiet, visibility: "RESTRICTED" }, "changed", keys.editor);
  await run(
    "adoptPolicy",
    { version: "v2", widestHours: 72, fewestRoots: 2, direct: ["VICTIM", "RELATIVE", "LAWYER", "WITNESS"] },
    "changed",
  );
  await run(
    "adoptPolicy",
    { version: "v3", widestHours: 96, fewestRoots: 2, direct: ["VICTIM", "RELATIVE", "LAWYER", "WITNESS", "REPORTER", "ORGANISATION"] },
    "changed",
  );
  await takeMoment();
  void withdrawn;
  return { keys, moments, cursor: data["feed"].pageInfo.endCursor };
}
