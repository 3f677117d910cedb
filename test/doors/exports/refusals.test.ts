import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readExport } from "./read-export.ts";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

const problem = async (path: string, key?: string | null) => {
  const { status, text } = await readExport(hub, path, key);
  return { status, ...(JSON.parse(text) as { errors: { message: string; extensions: any }[] }).errors[0]! };
};

describe("what is wrong is told before anything is sent", () => {
  test.each([
    ["/claims.csv?filter.metric=FREED", "filter.metric", /^one of ANNOUNCED, .*RELEASED.*; or several, as a JSON list$/],
    ['/claims.csv?filter.metric=["HELD","FREED"]', "filter.metric.1", /^one of ANNOUNCED, .*RELEASED/],
    ["/claims.csv?filter.metric=HELD&filter.source=true", "filter.source", undefined],
    ["/claims.csv?filter.status=ACTIVE&filter.status=ACTIVE", "filter.status", /^one value$/],
    [
      "/claims.csv?filter.metrik=RELEASED",
      "filter.metrik",
      /^one of the parameters after, filter.aboutSource, .*filter.document, .*raw, spreadsheet$/,
    ],
    ["/claims.csv?metric=RELEASED", "metric", /^one of the parameters/],
    ["/claims.csv?first=3", "first", /^one of the parameters/],
    ["/claims.csv?filter=RELEASED", "filter", /^a JSON object with .*metric/],
    ['/claims.csv?filter={"metrik":1}', "filter", /^a JSON object with .*metric/],
    ["/claims.csv?filter={}&filter.metric=HELD", "filter.metric", undefined],
    ["/claims.csv?filter.__proto__=x", "filter.__proto__", /^one of the parameters/],
    ["/claims.csv?knownAt=yesterday", "knownAt", /^an instant, such as/],
    ["/reconciliation.csv", "metric", /^one of ANNOUNCED/],
    ["/inclusion.csv?event=CHARGE", "event", /^one of RELEASE, ARREST, DEATH$/],
    ["/claims.jsonl?spreadsheet=true", "spreadsheet", /^one of the parameters/],
    ["/ftm.jsonl?filter=1", "filter", /^one of the parameters after, situation$/],
    ["?x=1", "x", /^no parameters$/],
  ])("%s", async (path, at, expected) => {
    if (expected === undefined) return expect((await readExport(hub, path)).status).toBe(200);
    const { status, extensions } = await problem(path);
    expect([status, extensions.code]).toEqual([400, "INVALID_INPUT"]);
    expect(extensions.issues).toContainEqual({ path: at, expected: expect.stringMatching(expected), received: expect.any(String) });
  });

  test.each([
    ["a cursor that is none", "/claims.csv?after=x", 400, "CURSOR_INVALID"],
    ["an id that is none", "/claims.csv?filter.source=X", 400, "INVALID_ID"],
    ["a NUL", "/sources.csv?filter.nameContains=%00", 400, "INVALID_INPUT"],
    ["an export that is none", "/nobody.csv", 404, "NOT_FOUND"],
    ["a format that is none", "/claims.xlsx", 404, "NOT_FOUND"],
    ["entities as a table", "/ftm.csv", 404, "NOT_FOUND"],
    ["a way out", "/../package.json", 404, undefined],
  ])("%s", async (_what, path, status, code) => {
    if (code === undefined) return expect((await readExport(hub, path)).status).toBe(status);
    const told = await problem(path);
    expect([told.status, told.extensions.code]).toEqual([status, code]);
  });

  test("a key that is not known is refused, on every export", async () => {
    for (const path of ["/claims.csv", "/inclusion.csv", "/ftm.jsonl", "/reconciliation.jsonl?metric=HELD"]) {
      const { status, extensions } = await problem(path, "wrong");
      expect([path, status, extensions.code]).toEqual([path, 401, "UNAUTHENTICATED"]);
    }
  });

  test("only GET and HEAD", async () => {
    const at = new URL("/export/claims.csv", hub.url);
    for (const method of ["POST", "PUT", "DELETE"]) {
      const response = await fetch(at, { method });
      expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    }
    const head = await fetch(at, { method: "HEAD" });
    expect([head.status, head.headers.get("content-type"), await head.text()]).toEqual([200, "text/csv; charset=utf-8", ""]);
    expect((await fetch(new URL("/export/claims.csv?x=1", hub.url), { method: "HEAD" })).status).toBe(400);
  });

  test("an unexpected failure is masked, with a reference", async () => {
    await using broken = await startHub("empty");
    await broken.database.prisma.$executeRawUnsafe(`ALTER TABLE "Source" RENAME TO "Elsewhere"`);
    const { status, text } = await readExport(broken, "/sources.csv");
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([500, "INTERNAL"]);
    expect(text).not.toMatch(/Elsewhere|prisma|relation/i);
  });
});
