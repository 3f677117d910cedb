/** The desk in a browser: its full path by the keyboard, and what appears on a page that others have open. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";
import { installed, launchChromium, openIn, testThatItIsThere, violations, type Opened } from "../chromium.ts";

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

  async function signIn(key: string, options = {}): Promise<Opened> {
    const opened = await openIn(browser, new URL("/desk", hub.url).href, options);
    await opened.page.fill("input[name=key]", key);
    await opened.page.press("input[name=key]", "Enter");
    await opened.page.waitForSelector("#case");
    await opened.page.waitForLoadState("networkidle");
    return opened;
  }

  test("signing in, seeing the evidence, verifying by the keyboard, contesting, signing out; the open public page shows it", async () => {
    await using reader = await openIn(browser, new URL("/", hub.url).href);
    await reader.page.waitForSelector(".status.on");
    await using opened = await signIn(await hub.newKey("VERIFIER", "RECORDER"));
    const { page } = opened;
    const name = (await page.locator("#queue ol a strong").first().innerText()).trim();
    expect(await page.locator("#who").innerText()).toContain(name);
    expect(await page.locator(".sides").innerText()).toContain("No person has decided yet");
    await page.keyboard.press("v");
    // The letter leads there, and decides nothing.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Verify");
    expect(await page.locator("#who").innerText()).toContain("corroborated");
    await page.keyboard.press("Enter");
    await page.waitForSelector(".told");
    expect(await page.locator("#who").innerText()).toContain("verified");
    await reader.page.waitForSelector("[data-part=releases].changed >> .tag.verified");
    expect(await reader.page.locator("[data-part=releases]").innerText()).toContain(name);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("c");
    await page.keyboard.type("His family says otherwise.");
    await page.keyboard.press("Enter");
    await expect.poll(() => page.locator("#who").innerText()).toContain("contested");
    await expect.poll(() => reader.page.locator("[data-part=releases] .tag.verified").count()).toBe(0);
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("r");
    await page.waitForSelector("[name=asOf]");
    await page.waitForLoadState("networkidle");
    await page.fill("[name=asOf]", "2026-01-12 morning");
    await expect.poll(() => page.locator("[data-told=time]").innerText()).toContain("06:00");
    expect(opened.complaints).toEqual([]);
    const elsewhere = opened.asked.filter((url) => !url.startsWith("data:") && new URL(url).host !== new URL(hub.url).host);
    expect(elsewhere).toEqual([]);
    expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);
    await page.click(".keys button");
    await page.waitForSelector("input[name=key]");
    expect(await page.context().cookies()).toEqual([]);
  });

  test.each([360, 1440])("everybody can use it, %i pixels wide, light and dark", async (width) => {
    for (const [locale, colorScheme] of [
      ["en-GB", "light"],
      ["es-VE", "dark"],
    ] as const) {
      await using opened = await signIn(hub.key, { locale, colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
      const entries = ["count", "event&name=marquez", "event&new=Somebody", "remark", "document"].map((kind) => `/desk/claim?kind=${kind}`);
      for (const path of ["/desk", ...entries, "/desk/names", "/desk/duplicates"]) {
        await opened.page.goto(new URL(path, hub.url).href);
        expect(await violations(opened.page)).toEqual([]);
        expect(await opened.page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      }
    }
  });

  test("without a script it works as forms", async () => {
    await using opened = await openIn(browser, new URL("/desk", hub.url).href, { javaScriptEnabled: false });
    const { page } = opened;
    await page.fill("input[name=key]", hub.key);
    await page.click(".sign-in button");
    await page.click("#queue ol a");
    await page
      .locator("form", { has: page.locator("button[data-key=x]") })
      .locator("input[name=publicNote]")
      .fill("Taken to the gate and back.");
    await page.click("button[data-key=x]");
    expect(await page.locator(".told").innerText()).toContain("Done.");
    expect(await page.locator("#who").innerText()).toContain("refuted");
  });
});
