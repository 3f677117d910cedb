/** The explorer: what it weighs, on any data set; and in a browser the first screen, the first click, the first subscription, the key. */
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import {
  decide,
  recordCorroborated,
  recordCountClaim,
  recordDetainee,
  recordDocument,
  recordFacility,
  recordSource,
} from "../../kit/records.ts";
import { installed, launchChromium, openIn, testThatItIsThere, violations } from "../chromium.ts";
import { answersOf, explorerOf, filesOf, load } from "../tour.ts";

testThatItIsThere();

test("all that a first visit loads is at most 2.6 MB over the wire, by either compression, and is kept for a year; a second visit is at most 30 KB", async () => {
  await using hub = await startHub();
  const paths = filesOf(await explorerOf(hub));
  expect(paths.length).toBe(9);
  for (const encoding of ["br", "gzip"]) {
    const opened = await load(hub, "/graphql", { "accept-encoding": encoding });
    const files = await Promise.all(paths.map((path) => load(hub, path, { accept: "*/*", "accept-encoding": encoding })));
    for (const { status, headers } of files) {
      expect([status, headers["content-encoding"]]).toEqual([200, encoding]);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    }
    expect(opened.body.length).toBeLessThan(30_000);
    expect(files.reduce((sum, { body }) => sum + body.length, opened.body.length)).toBeLessThan(2_600_000);
  }
  const [plain, br, gzip] = await Promise.all(
    ["identity", "br", "gzip"].map((encoding) => load(hub, paths[0]!, { "accept-encoding": encoding })),
  );
  expect(brotliDecompressSync(br!.body).equals(plain!.body)).toBe(true);
  expect(gunzipSync(gzip!.body).equals(plain!.body)).toBe(true);
});

test("every tab answers something on an empty hub, and on one that holds people alone, or other counts", async () => {
  await using own = await startHub("empty");
  await answersOf(own);
  await recordDetainee(own, { name: "Somebody" });
  await expect.poll(async () => (await answersOf(own)).get("AreTheseTwoOne")!["detainee"]?.name).toBe("Somebody");
  const source = await recordSource(own, { slug: "the-counter" });
  await recordFacility(own, { slug: "a-place" });
  await recordCountClaim(own, source, await recordDocument(own), { metric: "HELD", measure: "STOCK", value: 7 });
  await recordCorroborated(own);
  await expect.poll(async () => (await answersOf(own)).get("WhoSaysHowMany")!["striking"][0]?.lower).toBe(7);
  const answers = await answersOf(own);
  expect(answers.get("OneSourceOverTime")!["source"]).not.toBeNull();
  expect(answers.get("WhoHasBeenIn")!["facility"]).not.toBeNull();
});

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

  const open = async (from = hub, options = {}) => {
    const opened = await openIn(browser, from.url, { viewport: { width: 1440, height: 1000 }, ...options });
    await opened.page.waitForSelector(".result-window .view-line");
    return opened;
  };
  // The editor writes spaces that do not break.
  const answer = (page: Page) =>
    page
      .locator(".result-window")
      .innerText()
      .then((text) => text.replaceAll("\u00a0", " "));
  const choose = (page: Page, name: string) => page.locator(".graphiql-tab-button", { hasText: name }).click();
  const play = (page: Page) => page.click(".graphiql-execute-button");

  test("the first answer is there without a click or a request of its own; nothing is asked of another host, nothing breaks the policy", async () => {
    await using opened = await open();
    const { page } = opened;
    await expect.poll(() => answer(page)).toContain("NOT_DECIDED");
    for (const number of ["49", "116", "170"]) expect(await answer(page)).toContain(`"lower": ${number}`);
    expect(opened.asked.filter((url) => url === hub.url).length).toBe(1);
    expect(
      opened.asked.filter((url) => !url.startsWith("data:") && !url.startsWith("blob:") && new URL(url).host !== new URL(hub.url).host),
    ).toEqual([]);
    expect(opened.complaints).toEqual([]);
  });

  test("the first click on a tab opens it, the second too, and the play button runs it", async () => {
    await using opened = await open();
    const { page } = opened;
    for (const [name, said] of [
      ["WhatWaits", "CORROBORATED"],
      ["WhoHasBeenIn", "El Helicoide"],
      ["FindAPerson", "matched"],
    ] as const) {
      await choose(page, name);
      expect(await page.locator(".graphiql-tab-active").innerText()).toContain(name);
      await play(page);
      await expect.poll(() => answer(page)).toContain(said);
    }
    expect(opened.complaints).toEqual([]);
  });

  test("a subscription goes on, and tells of a release that is verified elsewhere", async () => {
    await using own = await startHub();
    await using opened = await open(own);
    const { page } = opened;
    await choose(page, "TellMeWhen");
    await play(page);
    await expect.poll(() => answer(page)).toContain("FeedBookmark");
    const queue = await own.send("{ verificationQueue(first: 1) { edges { node { id } } } }");
    await decide(own, "verifyRelease", { release: queue.data["verificationQueue"].edges[0].node.id }, own.key);
    await expect.poll(() => answer(page)).toContain("ReleaseVerified");
    expect(opened.complaints).toEqual([]);
  });

  test("the key is entered once, for all tabs, and is kept nowhere; a placeholder is told to be one", async () => {
    await using own = await startHub();
    await using opened = await open(own);
    const { page } = opened;
    await choose(page, "VerifyARelease");
    await play(page);
    await expect.poll(() => answer(page)).toContain("UNAUTHENTICATED");
    await page.fill("#key input", "prd_...");
    expect(await page.locator("#key-told").innerText()).toContain("placeholder");
    await page.fill("#key input", own.key);
    await play(page);
    await expect.poll(() => answer(page)).toContain('"state": "VERIFIED"');
    await page.waitForTimeout(1000);
    const kept = await page.evaluate(() =>
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, location.href]),
    );
    expect(kept).toContain("VerifyARelease");
    expect(kept).not.toContain(own.key.slice(0, 20));
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test("what is around GraphiQL can be read by everybody", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      await using opened = await open(hub, { bypassCSP: true, colorScheme });
      expect(await violations(opened.page, "body > header")).toEqual([]);
    }
  });
});
