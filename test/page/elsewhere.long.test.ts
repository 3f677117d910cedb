/** What leaves the page: its pictures and numbers as files, web feeds, frames on other pages, cards, citations. */
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { decide } from "../kit/records.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function get(path: string, from = hub) {
  const response = await fetch(new URL(path, from.url), { headers: { accept: "text/html", "accept-language": "en" } });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

test.each(["/index", "/releases", "/releases?by=sex", "/status"])(
  "%s has its picture as SVG and PNG, its card, and its numbers as CSV",
  async (path) => {
    const as = async (ending: string) => {
      const response = await fetch(new URL(path.replace(/(\?|$)/, `.${ending}$1`), hub.url));
      return { status: response.status, type: response.headers.get("content-type"), body: Buffer.from(await response.arrayBuffer()) };
    };
    const [svg, png, card, csv] = await Promise.all(["svg", "png", "card.png", "csv"].map(as));
    const title = /<h1>([^<]+)</.exec((await get(path)).text)![1]!;
    expect(svg!.body.toString().replaceAll(/<\/text><text[^>]*>/g, " ")).toContain(title);
    for (const image of [png!, card!]) {
      expect([image.status, image.type]).toEqual([200, "image/png"]);
      expect(image.body.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    }
    // Width and height stand in the header; ink takes room.
    expect([card!.body.readUInt32BE(16), card!.body.readUInt32BE(20)]).toEqual([1200, 630]);
    expect(png!.body.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg!.body.toString())![1]));
    expect(png!.body.length).toBeGreaterThan(20_000);
    const [header, ...rows] = csv!.body.toString().trim().split("\r\n");
    expect([csv!.status, csv!.type]).toEqual([200, "text/csv; charset=utf-8; header=present"]);
    expect(header!.split(",").length).toBeGreaterThan(5);
    expect(rows.length).toBeGreaterThan(0);
  },
);

test("what changed is an Atom feed and a JSON Feed of the same entries, newest first, with ids that stay", async () => {
  const [atom, json, spanish] = await Promise.all([get("/feed.atom"), get("/feed.json"), get("/feed.json?lang=es")]);
  expect(atom.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
  expect(json.headers.get("content-type")).toBe("application/feed+json; charset=utf-8");
  const { version, items } = JSON.parse(json.text);
  expect(version).toBe("https://jsonfeed.org/version/1.1");
  expect(items.length).toBeGreaterThan(10);
  const ids = items.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect([...atom.text.matchAll(/<entry> ?<id>([^<]+)</g)].map(([, id]) => id)).toEqual(ids);
  expect(JSON.parse(spanish.text).items.map(({ id }: { id: string }) => id)).toEqual(ids);
  const dates = items.map((item: { date_published: string }) => Date.parse(item.date_published));
  expect(dates).toEqual(dates.toSorted((a: number, b: number) => b - a));
  for (const { url } of items.slice(0, 5)) expect((await get(url.replace(/^[^/]*\/\/[^/]*/, "").replace(/#.*/, ""))).status).toBe(200);
});

test.each(["/", "/status", "/releases?by=sex", "/people/enrique-marquez-d90480feb3", "/facilities/el-helicoide"])(
  "%s is framed by whoever likes, and nothing but its picture; its page by nobody",
  async (path) => {
    const framed = await get(`/embed${path}`);
    expect([framed.status, framed.headers.get("x-frame-options")]).toEqual([200, null]);
    expect(framed.headers.get("content-security-policy")).toContain("frame-ancestors *");
    expect(framed.headers.get("content-security-policy")).not.toContain("unsafe");
    expect(framed.text).toContain("<svg");
    expect(framed.text).not.toContain("<form");
    const whole = await get(path);
    expect(whole.headers.get("x-frame-options")).toBe("DENY");
    expect(whole.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  },
);

test("what is no picture is not framed", async () => {
  for (const path of ["/embed/about", "/embed/feed", "/embed/people/nobody-0000000000", "/embedded"])
    expect((await get(path)).status).toBe(404);
});

test("an address that is pasted becomes a frame: the page says where to ask (oEmbed)", async () => {
  const discovery = /<link[^>]*application\/json\+oembed[^>]*href="([^"]+)"/.exec((await get("/status?lang=es")).text)![1]!;
  const { status, text } = await get(discovery.replaceAll("&amp;", "&"));
  const answer = JSON.parse(text);
  expect([status, answer.version, answer.type]).toEqual([200, "1.0", "rich"]);
  const frame = new URL(/src="([^"]+)"/.exec(answer.html)![1]!);
  expect(frame.pathname + frame.search).toBe("/embed/status?lang=es");
  expect((await get(frame.pathname)).status).toBe(200);
  const small = JSON.parse((await get(`/oembed?maxwidth=300&maxheight=200&url=${encodeURIComponent(frame.origin)}/`)).text);
  expect([small.width, small.height]).toEqual([300, 200]);
  expect((await get("/oembed?url=https://example.org/status")).status).toBe(404);
  expect((await get(`/oembed?format=xml&url=${frame.origin}/`)).status).toBe(501);
});

test("a card names its moment, and so does what is cited: they stay what they were", async () => {
  const { text } = await get("/");
  const card = new URL(/property="og:image" content="([^"]+)"/.exec(text)![1]!.replaceAll("&amp;", "&"));
  expect(card.searchParams.get("knownAt")).toMatch(/^2\d{3}-/);
  expect((await fetch(card)).headers.get("content-type")).toBe("image/png");
  expect(text).toContain(`?knownAt=${encodeURIComponent(card.searchParams.get("knownAt")!)}`);
  expect(JSON.parse(/ld\+json"> ?(.*?) ?<\/script/.exec(text)![1]!)["@type"]).toBe("Dataset");
  expect((await get("/page/CITATION.cff")).text).toMatch(/^cff-version: 1\.2\.0/);
});

test("a retraction stays to be seen by who comes later, with its reason, and in the feeds", async () => {
  await using own = await startHub();
  const [{ node }] = (await own.send("{ verificationQueue(first: 1) { edges { node { id detainee { name } } } } }")).data.verificationQueue
    .edges;
  await decide(own, "verifyRelease", { release: node.id }, own.key);
  await decide(own, "retractVerification", { release: node.id, publicNote: "The second origin was the first one again." }, own.key);
  const { text } = await get("/", own);
  const corrections = /<div data-part="corrections">.*?<\/div>/s.exec(text)![0];
  expect(corrections).toContain(node.detainee.name);
  expect(corrections).toContain("The second origin was the first one again.");
  for (const path of ["/feed", "/feed.atom", "/feed.json"]) {
    const told = (await get(path, own)).text;
    expect(told).toContain(`The release of ${node.detainee.name} is no longer verified`);
    // The verification itself is withdrawn by now, and names nobody.
    expect(told).toContain("A verification was taken back");
  }
});

test.each(["/people", "/people/enrique-marquez-d90480feb3", "/facilities", "/sources/foro-penal", "/compare"])(
  "%s has its numbers as CSV, each row as long as the header",
  async (path) => {
    const { status, text } = await get(`${path}.csv`);
    expect(status).toBe(200);
    const [header, ...rows] = parse(text);
    expect(header!.length).toBeGreaterThan(5);
    expect(rows.length).toBeGreaterThan(0);
  },
);
