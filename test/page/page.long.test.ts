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

const addresses = [
  "/",
  "/people",
  "/people?nationality=VE&age=ADULT",
  "/people?status=CONDITIONALLY_RELEASED&sex=MALE&order=NAME_DESCENDING",
  "/people/enrique-marquez-d90480feb3",
  "/releases",
  "/releases?by=nationality&since=2026-01-01",
  "/status",
  "/feed",
  "/facilities",
  "/facilities/el-helicoide",
  "/sources/foro-penal",
  "/claims",
  "/claims?metric=HELD&since=2026-01-01",
  "/compare",
  "/compare?asOf=2026-01-12T16:00:00Z",
  "/compare?publishedUntil=2026-01-13",
  "/about",
];
const inLanguage = (path: string, language: string) => `${path}${path.includes("?") ? "&" : "?"}lang=${language}`;

describe.each(addresses)("at %s", (path) => {
  test.each(["en", "es"])("the page is whole in %s, by ?lang and by what the browser prefers", async (language) => {
    const asked = await open(inLanguage(path, language), { "accept-language": language === "en" ? "es" : "en" });
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

  test.skipIf(path === "/feed")("the answer of the graph is there as JSON", async () => {
    const { status, headers, text } = await open(path === "/" ? "/index.json" : path.replace(/^[^?]+/, "$&.json"));
    expect([status, headers.get("content-type")]).toEqual([200, "application/json; charset=utf-8"]);
    expect(Object.keys(JSON.parse(text).data).length).toBeGreaterThan(0);
  });

  test("a browser that has it is told so", async () => {
    const first = await open(path);
    const again = await open(path, { "if-none-match": first.headers.get("etag")! });
    expect([again.status, again.text]).toEqual([304, ""]);
  });
});

test("every link within the page leads somewhere", async () => {
  const links = new Set<string>();
  for (const path of addresses)
    for (const [, link] of (await open(path)).text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) links.add(link!.replaceAll("&amp;", "&"));
  expect(links.size).toBeGreaterThan(40);
  const lost = [];
  for (const link of links) if (link !== "/graphql" && (await open(link)).status !== 200) lost.push(link);
  expect(lost).toEqual([]);
});

test("a list goes on by plain links, page after page, and back", async () => {
  const seen: string[] = [];
  for (let path: string | undefined = "/claims"; path !== undefined;) {
    const { text } = await open(path);
    seen.push(...Array.from(text.matchAll(/<tr id="(claim-[^"]+)"/g), ([, id]) => id!));
    path = /<a rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll("&amp;", "&");
  }
  const { data } = await hub.send("{ claims { totalCount } }", {}, null);
  expect([seen.length, new Set(seen).size]).toEqual([data["claims"].totalCount, data["claims"].totalCount]);
});

test("a person's page says what is missing, in the reader's language", async () => {
  const at = (language: string) => open(`/people/enrique-marquez-d90480feb3?lang=${language}`);
  expect((await at("en")).text).toMatch(/Free under conditions since 8\s*–\s*9 January 2026/);
  expect((await at("en")).text).toContain("Why not verified");
  const spanish = (await at("es")).text;
  expect(spanish).toContain("En libertad con condiciones desde");
  expect(spanish).toContain("Por qué no está verificada");
  expect(spanish).toContain("¶");
});

test("the first page says who says how many and who can be named, in two requests of at most 40 KB", async () => {
  const { text } = await open("/");
  expect(text).toContain("<h1>116 announced, up to 170 counted, 2 can be named</h1>");
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
    small = await startHub("empty", { limits: { costPerAddress: 1_000_000, costPerKey: 0 } });
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

test.each(["/people/nobody-0000000000", "/people/bm90aGluZw==", "/facilities/nowhere", "/sources/%E0%A4%A", "/sources/none"])(
  "who or what is not on record is not found: %s",
  async (path) => {
    expect((await open(path)).status).toBe(404);
    expect((await open(`${path}.json`)).status).toBe(404);
  },
);

test.each(["/people?age=OLD", "/people?nationality=Venezuela", "/claims?metric=FREED", "/claims?after=nonsense", "/compare?since=later"])(
  "what cannot be asked is refused with 400: %s",
  async (path) => {
    expect((await open(path)).status).toBe(400);
  },
);

test("a moment that cannot be is refused in words", async () => {
  const { status, text } = await open("/?knownAt=yesterday");
  expect(status).toBe(400);
  expect(text).toContain("knownAt=yesterday: expected a day or a moment");
});

test("the picture stands alone as SVG, and with a moment in its address it is the same for ever", async () => {
  const { text, headers } = await open("/index.svg");
  expect(headers.get("content-type")).toBe("image/svg+xml; charset=utf-8");
  expect(text).toMatch(/^<svg[^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"[^>]*>\s*<style>/);
  const moment = JSON.parse((await open("/index.json")).text).data.reconciliation.knownAt;
  const then = (await open(`/index.svg?knownAt=${moment}`)).text;
  const [first] = (await hub.send(`{ verificationQueue(first: 1) { edges { node { id } } } }`)).data.verificationQueue.edges;
  await decide(hub, "verifyRelease", { release: first.node.id }, hub.key);
  expect((await open(`/index.svg?knownAt=${moment}`)).text).toBe(then);
  expect((await open("/index.svg")).text).not.toBe(then);
});
