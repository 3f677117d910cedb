import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { csvRows, jsonlRows, readExport } from "./read-export.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  day,
  decide,
  recordCorroborated,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordSource,
} from "../../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

describe("the five documents", () => {
  test("every export is listed with its paths, columns and parameters", async () => {
    const { status, text } = await readExport(hub, "", null);
    const { exports } = JSON.parse(text) as { exports: { name: string; paths: string[]; columns: string[]; parameters: any[] }[] };
    expect([status, exports.map(({ name }) => name)]).toEqual([
      200,
      [
        ...["claims", "custodyEvents", "detainees", "documents", "facilities", "feed", "ftm", "inclusion", "reconciliation", "releases"],
        ...["sources", "verificationQueue"],
      ],
    ]);
    const claims = exports.find(({ name }) => name === "claims")!;
    expect(claims.paths).toEqual(["/export/claims.csv", "/export/claims.jsonl", "/export/claims.parquet"]);
    expect(claims.parameters).toContainEqual(
      expect.objectContaining({
        name: "filter.kind",
        expected: "one of COUNT, EVENT, REMARK; or several, as a JSON list",
        required: false,
      }),
    );
    expect(claims.parameters).toContainEqual(expect.objectContaining({ name: "order", defaultValue: "NEWEST_FIRST" }));
    expect(exports.find(({ name }) => name === "reconciliation")!.parameters).toContainEqual(
      expect.objectContaining({ name: "metric", required: true }),
    );
  });

  test.each(["claims", "custodyEvents", "detainees", "documents", "facilities", "releases", "sources", "verificationQueue"])(
    "%s: as many rows as the graph counts, the same in both formats, in the columns that are listed",
    async (name) => {
      const { data } = await hub.send(`{ ${name} { totalCount } }`);
      const [csv, jsonl] = [await readExport(hub, `/${name}.csv`), await readExport(hub, `/${name}.jsonl`)];
      const [cells, records] = [csvRows(csv.text), jsonlRows(jsonl.text)];
      expect(cells).toHaveLength(data[name].totalCount);
      expect(cells.length).toBeGreaterThan(0);
      const written = (value: string | number | boolean | null | (string | null)[]): string =>
        Array.isArray(value) ? value.map((item) => (item ?? "").replace(/[\\|]/g, "\\$&")).join("|") : String(value ?? "");
      expect(
        records.map((record) => Object.fromEntries(Object.entries(record).map(([column, value]) => [column, written(value)]))),
      ).toEqual(cells);
      const listed = JSON.parse((await readExport(hub, "")).text).exports.find((one: { name: string }) => one.name === name);
      expect(Object.keys(records[0]!)).toEqual(listed.columns);
      expect(csv.headers.get("content-type")).toBe("text/csv; charset=utf-8");
      expect(csv.headers.get("content-disposition")).toBe(`attachment; filename="${name}.csv"`);
      expect(jsonl.headers.get("content-type")).toBe("application/jsonl; charset=utf-8");
    },
  );

  test("41, 49 and 170 stand in the claims with who says so, when, and where", async () => {
    const { text } = await readExport(hub, "/claims.csv?filter.metric=RELEASED&filter.qualifier=EXACT&order=OLDEST_FIRST");
    const rows = csvRows(text);
    expect(rows.map((row) => [row["value"], row["assertedBy.name"], row["asOf.edtf"], row["document.publisher.name"]])).toContainEqual([
      "41",
      "Foro Penal",
      "2026-01-12T06:00:00-04:00/2026-01-12T12:00:00-04:00",
      "NPR",
    ]);
    expect(rows.map((row) => row["value"])).toEqual(expect.arrayContaining(["41", "49", "170"]));
    expect(rows.find((row) => row["value"] === "49")).toMatchObject({
      "asOf.earliest": "2026-01-12T16:00:00.000Z",
      "asOf.latest": "2026-01-12T22:00:00.000Z",
      type: "CountClaim",
    });
  });

  test("reconciliation: a row a series, as the graph answers, with the moment that makes it repeatable", async () => {
    const question = { metric: "RELEASED", asOf: "2026-01-25T12:00:00Z" };
    const { data } = await hub.send(
      "query($metric: CountMetric!, $asOf: DateTime) { reconciliation(metric: $metric, asOf: $asOf) { knownAt hub { verified } rows { source { slug } claim { id lower } comparable reasons gap { lower } } } }",
      question,
    );
    const { rows, knownAt, hub: total } = data["reconciliation"];
    const records = jsonlRows((await readExport(hub, `/reconciliation.jsonl?${new URLSearchParams(question).toString()}`)).text);
    expect(
      records.map((record) => ({
        source: { slug: record["source.slug"] },
        claim: { id: record["claim.id"], lower: record["claim.lower"] },
        comparable: record["comparable"],
        reasons: record["reasons"],
        gap: record["gap.lower"] === null ? null : { lower: record["gap.lower"] },
      })),
    ).toEqual(rows.map((row: any) => ({ ...row, gap: row.gap?.lower == null ? null : row.gap })));
    expect(rows.length).toBeGreaterThan(3);
    expect(records[0]).toMatchObject({ asked: "RELEASED", knownAt, "total.verified": total.verified });
  });

  test("a filter may be given field by field or as JSON", async () => {
    const [fields, json] = [
      await readExport(hub, "/claims.csv?filter.kind=COUNT&filter.status=ACTIVE"),
      await readExport(hub, `/claims.csv?filter=${encodeURIComponent('{"kind":"COUNT","status":"ACTIVE"}')}`),
    ];
    expect(fields.text).toBe(json.text);
    expect(csvRows(fields.text).every((row) => row["type"] === "CountClaim")).toBe(true);
  });

  test("an export without rows has its header all the same", async () => {
    const { text } = await readExport(hub, "/feed.csv");
    expect(text).toMatch(/^cursor,eventId,type,occurredAt,.*\r\n$/);
    expect((await readExport(hub, "/feed.jsonl")).text).toBe("");
  });

  test("the inclusion matrix: a row a person, a column an origin; pages that pass one source's words on are one list", async () => {
    const rows = csvRows((await readExport(hub, "/inclusion.csv")).text);
    const { data } = await hub.send(
      "{ releases(filter: { stage: EFFECTED }, first: 100) { edges { node { detainee { id name } claims(first: 100) { edges { node { ... on EventClaim { stance status root { independenceGroup source { slug } } } } } } } } } }",
    );
    const lists = new Map<string, Set<string>>();
    for (const { node } of data["releases"].edges) {
      const person = lists.get(node.detainee.id) ?? new Set();
      lists.set(node.detainee.id, person);
      for (const { node: claim } of node.claims.edges)
        if (claim.stance === "SUPPORTS" && claim.status === "ACTIVE")
          person.add(claim.root.independenceGroup === null ? claim.root.source.slug : `group:${claim.root.independenceGroup}`);
    }
    expect(new Map(rows.map((row) => [row["person.id"], new Set(Object.keys(row).filter((list) => row[list] === "1"))]))).toEqual(lists);
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.map((row) => row["person.name"])).toEqual(
      rows.map((row) => row["person.name"]!).toSorted((a, b) => a.localeCompare(b, "es")),
    );
    expect(csvRows((await readExport(hub, "/inclusion.csv?until=2019-01-01T00:00:00Z")).text)).toEqual([]);
    const arrests = csvRows((await readExport(hub, "/inclusion.csv?event=ARREST&by=source")).text);
    expect(arrests.map((row) => row["person.name"])).toContain("Alfredo Márquez");
  });

  test("entities after FollowTheMoney refer only to entities that are there", async () => {
    const { status, text, headers } = await readExport(hub, "/ftm.jsonl");
    const pressed = await readExport(hub, "/ftm.jsonl", hub.key, { "accept-encoding": "gzip" });
    const plain = await readExport(hub, "/ftm.jsonl", hub.key, { "accept-encoding": "identity" });
    expect([pressed, plain].map((each) => each.headers.get("content-encoding"))).toEqual(["gzip", null]);
    expect([pressed.text, plain.text]).toEqual([text, text]);
    expect([status, headers.get("content-disposition")]).toEqual([200, 'attachment; filename="ftm.jsonl"']);
    const entities = jsonlRows(text);
    const ids = new Set(entities.map(({ id }) => id as string));
    // What FollowTheMoney takes for an id; it cleans away what is none.
    expect([...ids].filter((id) => !/^[0-9a-zA-Z](?:[0-9a-zA-Z.-]*[0-9a-zA-Z])?$/.test(id))).toEqual([]);
    expect(ids.size).toBe(entities.length);
    const properties = entities.flatMap((entity) => Object.entries(entity["properties"] as Record<string, string[]>));
    expect(
      properties.every(([, values]) => Array.isArray(values) && values.length > 0 && values.every((value) => typeof value === "string")),
    ).toBe(true);
    const references = properties.filter(([name]) => ["document", "entity", "involved", "addressEntity", "parent"].includes(name));
    expect(references.flatMap(([, values]) => values).filter((id) => !ids.has(id))).toEqual([]);
    expect(references.length).toBeGreaterThan(30);
    const named = (name: string) => entities.find((entity) => entity["properties"].name?.[0] === name);
    expect(named("Biagio Pilieri")).toMatchObject({
      schema: "Person",
      properties: { nationality: ["ve", "it"], gender: ["male"], position: expect.arrayContaining(["politician"]) },
    });
    expect(named("El Helicoide")).toMatchObject({ schema: "Organization", properties: { country: ["ve"] } });
    expect(named("Foro Penal")).toMatchObject({ schema: "Organization" });
    expect(named("Release: Biagio Pilieri")).toMatchObject({
      schema: "Event",
      properties: { involved: expect.arrayContaining([named("Biagio Pilieri")!["id"]]), keywords: expect.arrayContaining(["EFFECTED"]) },
    });
  });
});

test.each([
  ["text/csv", "text/csv; charset=utf-8"],
  ["application/jsonl", "application/jsonl; charset=utf-8"],
  ["application/x-ndjson", "application/x-ndjson; charset=utf-8"],
  ["application/jsonl;q=0.5, text/csv;q=0.4", "application/jsonl; charset=utf-8"],
  ["text/html, */*;q=0.1", "text/csv; charset=utf-8"],
  ["image/png", null],
])("without an ending the Accept header decides: %s", async (accept, type) => {
  const { status, headers } = await readExport(hub, "/sources", null, { accept });
  expect([status, status === 200 ? headers.get("content-type") : null]).toEqual([type === null ? 406 : 200, type]);
});

test("text that begins like a formula is guarded, unless it is asked for raw; numbers never", async () => {
  const names = ["=1+1", "+58 212", "-Pérez", "@here", 'A "quoted", line'];
  for (const name of names) await recordSource(hub, { name });
  const plain = await readExport(hub, "/sources.csv?raw=true");
  expect(csvRows(plain.text).map((row) => row["name"])).toEqual(expect.arrayContaining(names));
  const guarded = await readExport(hub, "/sources.csv");
  expect(new Uint8Array(await (await fetch(new URL("/export/sources.csv?spreadsheet=true", hub.url))).arrayBuffer()).slice(0, 3)).toEqual(
    new Uint8Array([0xef, 0xbb, 0xbf]),
  );
  expect(csvRows(guarded.text).map((row) => row["name"])).toEqual(
    expect.arrayContaining(["'=1+1", "'+58 212", "'-Pérez", "'@here", 'A "quoted", line']),
  );
  const gaps = csvRows((await readExport(hub, "/reconciliation.csv?metric=RELEASED")).text).map((row) => row["ageHours"]);
  expect(gaps.every((gap) => /^-?\d/.test(gap!))).toBe(true);
});

test("a restricted person is absent from every export for anonymous, and there for an editor", async () => {
  const secret = "Ximena Oculta";
  const { release } = await recordCorroborated(hub, { name: secret, visibility: "RESTRICTED" });
  await decide(hub, "verifyRelease", { release }, await hub.newKey("VERIFIER", "EDITOR"));
  const editor = await hub.newKey("EDITOR");
  const { release: waiting } = await recordCorroborated(hub, { name: secret, visibility: "RESTRICTED" });
  for (const path of ["claims", "custodyEvents", "detainees", "feed", "releases", "verificationQueue", "inclusion", "ftm"]) {
    const [hidden, shown] = [await readExport(hub, `/${path}.jsonl`, null), await readExport(hub, `/${path}.jsonl`, editor)];
    expect([path, hidden.status, hidden.text.includes(secret)]).toEqual([path, 200, false]);
    expect([path, shown.status, shown.text.includes(secret)]).toEqual([path, 200, true]);
    expect(hidden.text).not.toContain(waiting);
  }
});

test("knownAt: what was exported then is exported again, whatever was recorded since", async () => {
  const { release } = await recordCorroborated(hub);
  await decide(hub, "verifyRelease", { release }, await hub.newKey("VERIFIER"));
  const then = (await hub.send("{ reconciliation(metric: RELEASED) { knownAt } }")).data["reconciliation"].knownAt as string;
  const paths = ["claims.csv?x", "releases.csv?x", "inclusion.csv?x", "reconciliation.csv?metric=RELEASED&asOf=2026-02-01T00:00:00Z"].map(
    (path) => `/${path.replace("?x", "?")}&knownAt=${then}`.replace("?&", "?"),
  );
  const before = await Promise.all(paths.map((path) => readExport(hub, path)));
  const detainee = await recordDetainee(hub, { name: "Recorded Later" });
  const event = await recordEvent(hub, detainee, { when: day("2026-01-19") });
  await recordEventClaim(hub, event, await recordSource(hub), await recordDocument(hub));
  await decide(hub, "refuteRelease", { release, publicNote: "It was not so." }, await hub.newKey("VERIFIER"));
  const after = await Promise.all(paths.map((path) => readExport(hub, path)));
  expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text));
  expect((await readExport(hub, "/inclusion.csv")).text).toContain("Recorded Later");
});

test("two records judged to be one are one row, with the id of the other; one person in the matrix", async () => {
  const [one, other] = [await recordCorroborated(hub, { name: "Juana Doble" }), await recordCorroborated(hub, { name: "Juana Dobles" })];
  const merge = "mutation($input: MergeDetaineesInput!) { mergeDetainees(input: $input) { __typename } }";
  await hub.send(merge, { input: { into: one.detainee, from: other.detainee } });
  const people = jsonlRows((await readExport(hub, "/detainees.jsonl?filter.nameContains=juana")).text);
  expect(people.map((row) => [row["id"], row["merged"]])).toEqual([[one.detainee, [other.detainee]]]);
  const rows = jsonlRows((await readExport(hub, "/inclusion.jsonl")).text).filter((row) => String(row["person.name"]).startsWith("Juana"));
  expect(rows.map((row) => [row["person.id"], Object.values(row).filter((cell) => cell === 1).length])).toEqual([[one.detainee, 4]]);
  const entity = jsonlRows((await readExport(hub, "/ftm.jsonl")).text).find(({ id }) => id === one.detainee.replace(/=+$/, ""));
  expect(entity).toMatchObject({ schema: "Person", referents: [other.detainee], properties: { alias: ["Juana Dobles"] } });
});
