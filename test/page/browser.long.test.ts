/** The page in a real browser: Debian's Chromium. Where there is none these tests are skipped, and say so; on a build machine that is a failure. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { startHub, type Hub } from "../kit/hub.ts";
import { decide } from "../kit/records.ts";

const executablePath = "/usr/bin/chromium";
const installed = existsSync(executablePath);
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

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

test("Chromium is at hand, at least where CI runs", ({ skip }) => {
  // A machine that judges must not pass over what it lacks.
  if (!inject("ci")) skip(!installed, `no Chromium at ${executablePath} (apt-get install chromium)`);
  expect(installed).toBe(true);
});

describe.runIf(installed)("in Chromium", () => {
  let hub: Hub;
  let browser: Browser;
  beforeAll(async () => {
    hub = await startHub();
    browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser.close();
    await hub[Symbol.asyncDispose]();
  });

  /** Opens an address, and keeps what the page asked for and what it complained of. */
  async function open(path: string, options: BrowserContextOptions = {}, from = hub) {
    const context = await browser.newContext({ locale: "en-GB", ...options });
    const page = await context.newPage();
    const asked: string[] = [];
    const complaints: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(new URL(path, from.url).href);
    return { page, asked, complaints, [Symbol.asyncDispose]: () => context.close() };
  }

  /** What axe-core finds. It runs beside the page's policy, which would not let it in. */
  async function violations(page: Page) {
    await page.evaluate(axe);
    const found = await page.evaluate(async () => (await (globalThis as any).axe.run()).violations);
    return found.map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html.slice(0, 120)).join(" | ")}`);
  }

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
    expect(await page.locator("[data-corrections] .correction").textContent()).toContain("Correction");
    expect(await page.locator("[data-corrections] .correction").textContent()).toContain("The second origin was the first one again.");
    await expect.poll(() => page.locator("[data-part=releases] .tag.verified").count()).toBe(0);
    expect(opened.complaints).toEqual([]);
  });
});
