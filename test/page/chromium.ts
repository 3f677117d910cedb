/** Debian's Chromium, for the pages that are looked at in a browser. Where there is none their tests are skipped, and say so; on a build machine that is a failure. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { expect, inject, test } from "vitest";

const executablePath = "/usr/bin/chromium";
export const installed = existsSync(executablePath);
const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

export const launchChromium = () => chromium.launch({ executablePath, args: ["--no-sandbox"] });

/** A machine that judges must not pass over what it lacks. */
export const testThatItIsThere = () =>
  test("Chromium is at hand, at least where CI runs", ({ skip }) => {
    if (!inject("ci")) skip(!installed, `no Chromium at ${executablePath} (apt-get install chromium)`);
    expect(installed).toBe(true);
  });

export type Opened = AsyncDisposable & { readonly page: Page; readonly asked: string[]; readonly complaints: string[] };

/** Opens an address, and keeps what the page asked for and what it complained of. */
export async function openIn(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const context = await browser.newContext({ locale: "en-GB", ...options });
  const page = await context.newPage();
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  page.on("console", (message) => void (message.type() === "error" && complaints.push(message.text())));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(address);
  return { page, asked, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** What axe-core finds. It runs beside the page's policy, which would not let it in: open with bypassCSP. */
export async function violations(page: Page, within?: string): Promise<string[]> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (root) => (await (globalThis as any).axe.run(root ?? document)).violations, within);
  return found.map(({ id, nodes }: any) => `${id}: ${nodes.map(({ html }: any) => html.slice(0, 120)).join(" | ")}`);
}
