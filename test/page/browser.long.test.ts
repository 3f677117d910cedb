/** The page in a real browser. */
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
