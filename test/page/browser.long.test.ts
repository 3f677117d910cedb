/** The page in a real browser. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { decide } from "../kit/records.ts";
import { installed, launchChromium, openIn, testThatItIsThere, violations } from "./chromium.ts";

const addresses = [
  "/",
  "/people",
  "/people/enrique-marquez-d90480feb3",
  "/releases",
  "/status",
  "/feed",
  "/embed/",
  "/facilities",
  "/facilities/el-helicoide",
  "/sources/foro-penal",
  "/claims",
  "/compare",
  "/about",
  "/nowhere",
];

testThatItIsThere();

describe.runIf(installed)("in Chromium", () => {
  let hub: Hub;
  let browser: Browser;
  beforeAll(async () => {
    hub = await startHub();
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser.close();
    await hub[Symbol.asyncDispose]();
  });

  const open = (path: string, options: BrowserContextOptions = {}, from = hub) => openIn(browser, new URL(path, from.url).href, options);

  describe.each([360, 1440])("%i pixels wide", (width) => {
    test.each(addresses)("%s can be read by everybody, asks nobody else, and fits", async (path) => {
      for (const [locale, colorScheme] of [
        ["en-GB", "light"],
        ["es-VE", "dark"],
      ] as const) {
        await using opened = await open(path, { locale, colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
        expect(await violations(opened.page)).toEqual([]);
        expect(opened.asked.filter((url) => !url.startsWith("data:") && new URL(url).host !== new URL(hub.url).host)).toEqual([]);
        expect(await opened.page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      }
    });
  });

  test.each(addresses.filter((path) => path !== "/nowhere"))("%s keeps its own policy", async (path) => {
    await using opened = await open(path);
    expect(opened.complaints).toEqual([]);
  });

  test("without a script the whole page is there, and its filter works", async () => {
    await using opened = await open("/", { javaScriptEnabled: false });
    expect(await opened.page.locator("h1").textContent()).toMatch(/announced, up to 170 counted, \d can be named$/);
    expect(await opened.page.locator("svg.wide .mark").count()).toBeGreaterThan(20);
    await opened.page.goto(new URL("/people", hub.url).href);
    await opened.page.fill("input[name=name]", "marquez");
    await opened.page.click("form.filter button");
    expect(await opened.page.locator("tbody tr").count()).toBe(2);
  });

  test("the first view takes two requests, but for the stream that keeps it live", async () => {
    await using opened = await open("/");
    await opened.page.waitForSelector(".status.on");
    const asked = opened.asked.filter((url) => !url.startsWith("data:") && !url.includes("documentId="));
    // What the page looks again at once, when its stream has begun, is answered with 304.
    expect(new Set(asked).size).toBe(2);
  });

  test.each(["/", "/people/enrique-marquez-d90480feb3", "/status", "/compare"])(
    "%s is printed dark on white, without what only a screen has, and nothing of it is cut",
    async (path) => {
      // What is left of a sheet of A4 between its margins.
      await using opened = await open(path, { colorScheme: "dark", viewport: { width: 718, height: 1000 } });
      const { page } = opened;
      await page.waitForSelector(".status.on");
      await page.emulateMedia({ media: "print", colorScheme: "light" });
      for (const gone of ["header nav", ".status", ".skip", ".screen"])
        for (const each of await page.locator(gone).all()) expect([gone, await each.isVisible()]).toEqual([gone, false]);
      for (const stays of ["h1", "main .lead", "[data-part=cite]"]) expect(await page.locator(stays).first().isVisible()).toBe(true);
      const colours = await page.evaluate(() => {
        const of = (selector: string) => getComputedStyle(document.querySelector(selector)!);
        return { ink: of("h1").color, paper: of("body").backgroundColor };
      });
      expect(colours).toEqual({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)" });
      if (path !== "/compare") {
        const drawn = await page.locator("svg.picture:visible").first().boundingBox();
        expect([drawn!.width > 200, drawn!.x >= 0, drawn!.x + drawn!.width <= 719]).toEqual([true, true, true]);
      }
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      for (const scrolls of await page.locator(".scroll:visible").all())
        expect(await scrolls.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
      const pdf = await page.pdf({ format: "A4", printBackground: false });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf.toString("latin1").match(/\/Type ?\/Page\b/g)!.length).toBeGreaterThan(0);
    },
  );

  test("another site shows the picture in a frame, as oEmbed says, which tells its height, and whose links open pages of the hub", async () => {
    const oembed = await (await fetch(new URL(`/oembed?url=${encodeURIComponent(new URL("/status", hub.url).href)}`, hub.url))).json();
    const article = `<!doctype html><title>A newsroom</title>${oembed.html}<script>
      addEventListener("message", ({ data, origin }) => {
        if (data?.type === "paradero:height") { window.told = { origin, height: data.height }; document.querySelector("iframe").height = data.height; }
      });</script>`;
    const newsroom = createServer((_request, response) => response.setHeader("content-type", "text/html").end(article)).listen(
      0,
      "127.0.0.1",
    );
    await once(newsroom, "listening");
    try {
      await using opened = await openIn(browser, `http://localhost:${(newsroom.address() as AddressInfo).port}/`, {
        viewport: { width: 800, height: 900 },
      });
      const { page } = opened;
      await page.waitForFunction("window.told !== undefined");
      const told = (await page.evaluate("window.told")) as { origin: string; height: number };
      // The picture is lower than the frame was at first.
      await page.waitForFunction("window.told.height < 640");
      expect(told.origin).toBe(new URL(hub.url).origin);
      const frame = page.frames().find((each) => each.url().includes("/embed/status"))!;
      expect(await frame.locator("svg.picture:visible").count()).toBe(1);
      // Framed at its height, nothing scrolls.
      await expect.poll(() => frame.evaluate("document.documentElement.scrollHeight - innerHeight")).toBeLessThanOrEqual(0);
      const links = await frame.locator("a[href], svg a").evaluateAll((all) => all.map((each) => each.getAttribute("href")!));
      expect(links.length).toBeGreaterThan(3);
      for (const link of links) expect(new URL(link, frame.url()).origin).toBe(told.origin);
      expect(await frame.evaluate("document.baseURI && document.querySelector('base').target")).toBe("_blank");
      expect(opened.complaints).toEqual([]);
    } finally {
      newsroom.close();
    }
  });

  test("a verification appears on the open page, marked, and a retraction corrects it, with its reason", async () => {
    await using own = await startHub();
    await using opened = await open("/", {}, own);
    const { page } = opened;
    await page.waitForSelector(".status.on");
    const queue = await own.send("{ verificationQueue(first: 1) { edges { node { id detainee { name } } } } }");
    const { id, detainee } = queue.data.verificationQueue.edges[0].node;
    await page.evaluate("scrollTo(0, 300)");
    await decide(own, "verifyRelease", { release: id }, own.key);
    await page.waitForSelector("[data-part=releases].changed >> .tag.verified");
    expect(await page.locator("[data-part=releases] li", { has: page.locator(".tag.verified") }).textContent()).toContain(detainee.name);
    await decide(own, "retractVerification", { release: id, publicNote: "The second origin was the first one again." }, own.key);
    await page.waitForSelector("[data-corrections] .correction");
    expect(await page.locator("[data-corrections] .correction").textContent()).toMatch(/correction/i);
    expect(await page.locator("[data-corrections] .correction").textContent()).toContain("The second origin was the first one again.");
    await expect.poll(() => page.locator("[data-part=releases] .tag.verified").count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});
