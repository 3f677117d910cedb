import { createHash } from "node:crypto";
import { request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startHub, type Hub } from "../../kit/hub.ts";

let hub: Hub;
beforeAll(async () => {
  hub = await startHub("empty");
});
afterAll(async () => hub[Symbol.asyncDispose]());

/** Node's fetch would take the compression off. */
function load(headers: Record<string, string>): Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = request(hub.url, { headers: { accept: "text/html", ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }));
    });
    asking.on("error", reject).end();
  });
}

test("the page is sent compressed to who can read it so, and not again to who has it", async () => {
  const plain = await load({});
  const brotli = await load({ "accept-encoding": "gzip, deflate, br" });
  const gzip = await load({ "accept-encoding": "gzip" });
  expect([plain, brotli, gzip].map(({ headers }) => headers["content-encoding"])).toEqual([undefined, "br", "gzip"]);
  expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
  expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
  expect(brotli.body.length).toBeLessThan(3_000_000);
  const again = await load({ "if-none-match": String(plain.headers["etag"]) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test("its policy lets run the script that it has, by its hash, and none other", async () => {
  const { headers, body } = await load({});
  const policy = String(headers["content-security-policy"]);
  const scripts = Array.from(body.toString().matchAll(/<script>([\s\S]*?)<\/script>/g), ([, script]) => script!);
  expect(scripts.length).toBe(1);
  expect(policy).toContain(`script-src 'sha256-${createHash("sha256").update(scripts[0]!).digest("base64")}';`);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test("a key that is typed in is not kept", async () => {
  expect((await load({})).body.toString()).toContain('"shouldPersistHeaders":false');
});
