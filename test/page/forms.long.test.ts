/** Every page in every form: as JSON, as a table, as a picture, as of a moment, of one situation. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import {
  day,
  decide,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordEvent,
  recordEventClaim,
  recordSource,
} from "../kit/records.ts";

const budget = { limits: { costPerAddress: 0, costPerOperation: 0, costPerKey: 0 } };
let hub: Hub;
beforeAll(async () => {
  hub = await startHub(undefined, budget);
});
afterAll(async () => hub[Symbol.asyncDispose]());

async function get(path: string, from = hub) {
  const response = await fetch(new URL(path, from.url), { headers: { accept: "text/html", "accept-language": "en" } });
  return { status: response.status, type: response.headers.get("content-type")!, text: await response.text() };
}
const as = (path: string, ending: string) => (path === "/" ? `/index.${ending}` : path.replace(/(\?|$)/, `.${ending}$1`));

/** What each address is, besides a page and JSON: a picture with its numbers, or a list. */
const forms: Readonly<Record<string, "picture" | "list" | "text">> = {
  "/": "picture",
  "/people": "list",
  "/people/enrique-marquez-d90480feb3": "picture",
  "/releases": "picture",
  "/status": "picture",
  "/facilities": "picture",
  "/facilities/el-helicoide": "picture",
  "/sources/foro-penal": "picture",
  "/claims": "list",
  "/compare": "list",
  "/about": "text",
};

test.each(Object.entries(forms))("%s is there as JSON, and as a %s in its forms; the page links each, and no other", async (path, kind) => {
  const page = await get(path);
  const expected = ["json", ...(kind === "text" ? [] : ["csv"]), ...(kind === "picture" ? ["svg", "png"] : [])];
  for (const ending of ["json", "csv", "svg", "png"])
    expect([ending, (await get(as(path, ending))).status]).toEqual([ending, expected.includes(ending) ? 200 : 404]);
  const linked = new Set(Array.from(page.text.matchAll(/ href="[^"?]*\.(json|csv|svg|png)[?"]/g), ([, ending]) => ending!));
  linked.delete("json");
  expect([...linked].toSorted()).toEqual(expected.filter((ending) => ending !== "json").toSorted());
});

test("a table of claims has each claim's kind, whose it is, and its number", async () => {
  const { type, text } = await get("/claims.csv");
  expect(type).toContain("text/csv");
  const [header, ...rows] = text.trim().split("\r\n");
  expect(header).toMatch(/^kind,status,source,.*claim_id,event,person,person_slug,stance$/);
  for (const kind of ["CountClaim", "EventClaim"]) expect(rows.some((row) => row.startsWith(`${kind},ACTIVE,`))).toBe(true);
});

/** Of a page the parts that say something: without the ways on, and what stands there for machines. */
const said = (text: string) =>
  text
    .replace(/^.*<main[^>]*>/s, "")
    .replace(/<\/main>.*$/s, "")
    .replaceAll(/<(nav|form)\b.*?<\/\1>/gs, "")
    .replaceAll(/<div data-part="corrections">.*?<\/div>/gs, "")
    // A person's address follows their name; the old one leads there too.
    .replaceAll(/ href="[^"]*"/g, "");

test("the citation of every page gives the same for ever, whatever is decided, corrected and recorded since", async () => {
  await using own = await startHub(undefined, budget);
  const cited = [];
  for (const path of Object.keys(forms)) {
    const link = /<a href="https?:\/\/[^"/]*(\/[^"]*knownAt=[^"]*)">The address names the moment/.exec((await get(path, own)).text);
    expect([path, link]).not.toEqual([path, null]);
    const address = link![1]!.replaceAll("&amp;", "&");
    cited.push({ address, before: said((await get(address, own)).text) });
  }
  const person = "enrique-marquez-d90480feb3";
  const { data } = await own.send("query ($id: ID!) { detainee(id: $id) { id } verificationQueue(first: 1) { edges { node { id } } } }", {
    id: person,
  });
  await decide(own, "verifyRelease", { release: data["verificationQueue"].edges[0].node.id }, own.key);
  const amended = await own.send(
    'mutation ($id: ID!) { amendDetainee(input: { detainee: $id, name: "Somebody Else", nationalities: ["CO"], changeReason: OUR_ERROR }) { __typename } }',
    { id: data["detainee"].id },
  );
  expect(amended.data["amendDetainee"].__typename).toBe("AmendDetaineePayload");
  const [source, document] = [await recordSource(own, { name: "A late source" }), await recordDocument(own)];
  await recordCountClaim(own, source, document, { value: 999 });
  const event = await recordEvent(own, await recordDetainee(own, { name: "A late arrival" }));
  await recordEventClaim(own, event, source, document);
  expect((await get("/", own)).text).toContain("A late source");
  for (const { address, before } of cited) {
    const now = said((await get(address, own)).text);
    const from = now.split("").findIndex((letter, index) => letter !== before[index]);
    expect([address, now.slice(from - 60, from + 60)]).toEqual([address, before.slice(from - 60, from + 60)]);
    expect(now).toBe(before);
  }
});

describe("where the hub holds several situations", () => {
  let two: Hub;
  beforeAll(async () => {
    two = await startHub(undefined, budget);
    const made = await two.send(
      'mutation { recordSituation(input: { slug: "elsewhere", name: "Elsewhere 2026", timeZone: "Europe/Minsk", countries: ["BY"] }) { __typename } }',
    );
    if (made.errors) throw new Error(JSON.stringify(made.errors));
    const [source, document] = [
      await recordSource(two, { name: "The other source", slug: "the-other-source", situation: "elsewhere" }),
      await recordDocument(two, { publishedAt: day("2026-02-21") }),
    ];
    await recordCountClaim(two, source, document, { value: 4321, situation: "elsewhere", asOf: day("2026-02-20") });
    await recordDetainee(two, { name: "Ales Elsewhere", situation: "elsewhere" });
  });
  afterAll(async () => two[Symbol.asyncDispose]());

  test("a page shows the one that is spoken of last, or the one that is chosen by a link; never both, and never an error", async () => {
    const first = await get("/", two);
    expect(first.text).toContain("4,321");
    expect(first.text).not.toContain("Foro Penal");
    const links = [...first.text.matchAll(/<a href="(\/\?situation=[^"]*)"([^>]*)>([^<]*)<\/a>/g)];
    const chooser = links.filter(([, , , name]) => !["Paradero", "Situation", "Español"].includes(name!));
    expect(chooser.map(([, , current, name]) => [name, current!.includes("aria-current")])).toEqual([
      ["Elsewhere 2026", true],
      [expect.stringContaining("Venezuela"), false],
    ]);
    const other = await get(chooser[1]![1]!, two);
    expect(other.text).toContain("Foro Penal");
    expect(other.text).not.toContain("The other source");
    expect((await get("/?situation=nowhere", two)).status).toBe(200);
    expect((await get("/people?situation=elsewhere", two)).text).toContain("1 person");
  });

  test.each(["/", "/people", "/releases", "/status", "/facilities", "/claims", "/compare", "/feed", "/about"])(
    "%s keeps to one, carries it on in every link and form, and is so in every form",
    async (path) => {
      const slug = "elsewhere";
      const { status, text } = await get(`${path}?situation=${slug}`, two);
      expect(status).toBe(200);
      expect(text).not.toContain("Foro Penal");
      const within = Array.from(text.matchAll(/ (?:href|action|src)="(\/[^"]*)"/g), ([, link]) => link!.replaceAll("&amp;", "&"));
      const carries = (link: string) =>
        /^\/(?:graphql|page\/|export|oembed)/.test(link) || link.includes("situation=") || text.includes(`action="${link}"`);
      expect(within.filter((link) => !carries(link))).toEqual([]);
      if (text.includes("<form")) expect(text).toContain('<input type="hidden" name="situation" value="elsewhere"');
      const json = (await get(`${as(path, "json")}?situation=${slug}`, two)).text;
      expect(json).not.toContain("foro-penal");
    },
  );
});

test("the clocks of a comparison are turned by links: where something changed, and a day on or back; together with what else was asked", async () => {
  const { text } = await get("/compare?metric=RELEASED&since=2026-01-01");
  for (const name of ["asOf", "publishedUntil", "knownAt"]) {
    const links = Array.from(text.matchAll(new RegExp(`<a [^>]*href="(/compare[?][^"]*${name}=[^"]*)"`, "g")), ([, link]) =>
      link!.replaceAll("&amp;", "&"),
    );
    expect(links.length).toBeGreaterThan(2);
    expect(links.every((link) => link.includes("since=2026-01-01"))).toBe(true);
    const turned = await get(links[0]!);
    expect(turned.status).toBe(200);
    // And both clocks at once.
    if (name === "knownAt") continue;
    const both = Array.from(turned.text.matchAll(/<a [^>]*href="(\/compare[?][^"]*knownAt=[^"]*)"/g), ([, link]) => link!);
    expect(both.every((link) => link.includes(`${name}=`))).toBe(true);
  }
});
