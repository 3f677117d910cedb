/** The page by its public door. */
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { decide, recordCountClaim, recordDetainee, recordDocument, recordEvent, recordEventClaim, recordSource } from "../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function open(path: string, headers: Record<string, string> = {}, from = hub) {
  const response = await fetch(new URL(path, from.url), { headers: { accept: "text/html", "accept-language": "en", ...headers } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const addresses = ["/"];

describe.each(addresses)("at %s", (path) => {
  test.each(["en", "es"])("the page is whole in %s, by ?lang and by what the browser prefers", async (language) => {
    const asked = await open(`${path}?lang=${language}`, { "accept-language": language === "en" ? "es" : "en" });
    const preferred = await open(path, { "accept-language": `${language}-VE,fr;q=0.3` });
    for (const { status, text } of [asked, preferred]) {
      expect(status).toBe(200);
      expect(text).toContain(`<html lang="${language}"`);
      expect(text.match(/<h1/g)?.length).toBe(1);
      expect(text).not.toMatch(/undefined|\[object|NaN/);
    }
  });

  test("nothing is loaded from elsewhere, and nothing runs or is styled but what the hub wrote", async () => {
    const { text, headers } = await open(path);
    expect(text.match(/<(?:script|img|iframe|link)[^>]*(?:src|href)="(?:https?:)?\/\/[^"]*"/g) ?? []).toEqual([]);
    expect(text).not.toMatch(/ style="| on[a-z]+="|javascript:/i);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  test("the answer of the graph is there as JSON", async () => {
    const { status, headers, text } = await open(`${path === "/" ? "/index" : path}.json`);
    expect([status, headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(Object.keys(JSON.parse(text).data).length).toBeGreaterThan(0);
  });

  test("a browser that has it is told so", async () => {
    const first = await open(path);
    const again = await open(path, { "if-none-match": first.headers.get("etag")! });
    expect([again.status, again.text]).toEqual([304, ""]);
  });
});

test("the first page says who says how many and who can be named, in two requests of at most 40 KB", async () => {
  const { text } = await open("/");
  expect(text).toContain("<h1>More than 200 announced, up to 170 counted, 3 can be named</h1>");
  expect(text).toMatch(/<svg[^>]* class="picture wide"/);
  expect(text).toContain("Enrique Márquez");
  const scripts = [...text.matchAll(/<script src="([^"]+)"/g)].map(([, path]) => path!);
  expect(scripts.length).toBe(1);
  const script = await open(scripts[0]!);
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect(gzipSync(script.text).length).toBeLessThan(15_000);
  expect(gzipSync(text).length + gzipSync(script.text).length).toBeLessThan(40_000);
});

describe("a hub of one's own", () => {
  let small: Hub;
  beforeAll(async () => {
    small = await startHub("empty", { limits: { costPerAddress: 100_000, costPerKey: 0 } });
  });
  afterAll(async () => small[Symbol.asyncDispose]());

  test("says, while it is empty, how to fill it", async () => {
    const { status, text } = await open("/", {}, small);
    expect(status).toBe(200);
    expect(text).toContain("Nothing is claimed here yet");
  });

  test("shows a name that is written to attack as text, in the page, its picture and its JSON; and no link that runs", async () => {
    const attack = `"><script>alert(1)</script><svg onload='x'>`;
    const source = await recordSource(small, { name: attack });
    const document = await recordDocument(small, { title: attack, publisher: source });
    await recordCountClaim(small, source, document, { statement: attack, quote: attack });
    const event = await recordEvent(small, await recordDetainee(small, { name: attack }));
    await recordEventClaim(small, event, source, document, { statement: attack });
    // What is recorded may be seen this much later (src/page/answers.ts).
    await expect.poll(async () => (await open("/", {}, small)).text).toContain("&lt;script&gt;alert(1)");
    for (const path of ["/", "/index.svg"]) {
      const { text } = await open(path, {}, small);
      expect(text).not.toMatch(/<script>alert|<svg onload|javascript:/);
    }
  });

  test("what is hidden is absent at once", async () => {
    const source = await recordSource(small, { name: "Soon to be hidden" });
    const document = await recordDocument(small);
    await recordCountClaim(small, source, document);
    await expect.poll(async () => (await open("/", {}, small)).text).toContain("Soon to be hidden");
    await small.send(`mutation ($id: ID!) { setVisibility(input: { record: $id, visibility: RESTRICTED }) { __typename } }`, {
      id: source,
    });
    for (const path of ["/", "/index.json", "/index.svg"]) expect((await open(path, {}, small)).text).not.toContain("Soon to be hidden");
  });

  test("is paid for from the budget of whoever opens it: many may look at the same, and who has asked too much is told when to come back", async () => {
    const days = Array.from({ length: 12 }, (_, index) => `/?knownAt=2026-11-${String(index + 10)}`);
    const statuses = [];
    for (const path of days) statuses.push((await open(path, {}, small)).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await open(days.at(-1)!, { "accept-language": "es" }, small)).text).toContain("Demasiadas peticiones");
  });
});

test("what is nowhere is told in both languages; to programs as before", async () => {
  expect((await open("/nowhere")).text).toContain("There is nothing at this address");
  expect((await open("/nowhere", { "accept-language": "es" })).text).toContain("En esta dirección no hay nada");
  const program = await fetch(new URL("/nowhere", hub.url), { headers: { accept: "application/json" } });
  expect([program.status, (await program.json()).errors[0].extensions.code]).toEqual([404, "NOT_FOUND"]);
});

test("a moment that cannot be is refused in words", async () => {
  const { status, text } = await open("/?knownAt=yesterday");
  expect(status).toBe(400);
  expect(text).toContain("knownAt=yesterday: expected a day or a moment");
});

test("the picture stands alone as SVG, and with a moment in its address it is the same for ever", async () => {
  const { text, headers } = await open("/index.svg");
  expect(headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  expect(text).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*><style>/);
  const moment = JSON.parse((await open("/index.json")).text).data.reconciliation.knownAt;
  const then = (await open(`/index.svg?knownAt=${moment}`)).text;
  const [first] = (await hub.send(`{ verificationQueue(first: 1) { edges { node { id } } } }`)).data.verificationQueue.edges;
  await decide(hub, "verifyRelease", { release: first.node.id }, hub.key);
  expect((await open(`/index.svg?knownAt=${moment}`)).text).toBe(then);
  expect((await open("/index.svg")).text).not.toBe(then);
});
