import type { LookupAddress } from "node:dns";
import { createServer, type AddressInfo, type Socket } from "node:net";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it, test } from "vitest";
import { maxAttempts, retryAfter, waitAfter } from "../../src/webhooks/backoff.ts";
import { post, type Post, type Resolve } from "../../src/webhooks/post.ts";
import { signedHeaders } from "../../src/webhooks/signature.ts";
import { startReceiver, type Receiver } from "../kit/receiver.ts";

let receiver: Receiver;
beforeEach(async () => {
  receiver = await startReceiver();
});
afterEach(async () => receiver[Symbol.asyncDispose]());

const anywhere = { allowPrivate: true };
const publicOnly = { allowPrivate: false };
const send = (more: Partial<Post> = {}) =>
  post({
    ...{ url: receiver.url, headers: {}, body: "{}", rules: anywhere, milliseconds: 2000 },
    signal: new AbortController().signal,
    ...more,
  });

/** Names that lead where the test says, one answer after the other: what a resolver under another's control can do. */
const names =
  (...answers: string[][]): Resolve =>
  (_name, _options, callback) =>
    callback(
      null,
      (answers.length > 1 ? answers.shift()! : answers[0]!).map((address): LookupAddress => ({
        address,
        family: address.includes(":") ? 6 : 4,
      })),
    );

describe("a delivery", () => {
  it("is a POST of the body with the headers, and 2xx means delivered", async () => {
    expect(await send({ body: '{"ünïcode":"✓"}', headers: { "webhook-id": "1" } })).toEqual({ delivered: true });
    expect(receiver.deliveries).toMatchObject([
      { json: { ünïcode: "✓" }, headers: { "webhook-id": "1", "content-type": "application/json", "user-agent": "Paradero" } },
    ]);
  });

  it.each([
    [500, "answered 500"],
    [404, "answered 404"],
    [302, "answered 302 (redirects are not followed)"],
  ])("answered with %i has failed", async (status, failure) => {
    receiver.answer = (_delivery, response) => response.writeHead(status, { location: receiver.url }).end("secret");
    expect(await send()).toEqual({ delivered: false, failure, gone: false, wait: 0 });
    expect(receiver.deliveries).toHaveLength(1);
  });

  it("answered with 410 is not wanted any more, and with Retry-After not before that", async () => {
    receiver.answer = 410;
    expect(await send()).toMatchObject({ delivered: false, gone: true });
    receiver.answer = (_delivery, response) => response.writeHead(503, { "retry-after": "120" }).end();
    expect(await send()).toMatchObject({ delivered: false, gone: false, wait: 120_000 });
  });

  it("is given up when no answer comes in time, and when the connection closes or says something else than HTTP", async () => {
    receiver.answer = () => {};
    expect(await send({ milliseconds: 200 })).toMatchObject({ failure: "no answer within 200 ms" });
    for (const [act, failure] of [
      [(socket: Socket) => socket.destroy(), "ECONNRESET"],
      [(socket: Socket) => socket.end("SSH-2.0-OpenSSH\r\n"), "HPE_INVALID_CONSTANT"],
      [(socket: Socket) => socket.end("HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n"), /./],
      [(socket: Socket) => socket.end(`HTTP/1.1 200 OK\r\nx: ${"x".repeat(20_000)}\r\n\r\n`), "HPE_HEADER_OVERFLOW"],
    ] as const) {
      const server = createServer((socket) => {
        socket.on("error", () => {});
        socket.once("data", () => act(socket));
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      expect(await send({ url })).toMatchObject({ delivered: false, failure: expect.stringMatching(failure) });
      await new Promise((resolve) => server.close(resolve));
    }
    expect(await send({ url: "http://127.0.0.1:1/" })).toMatchObject({ failure: "ECONNREFUSED" });
  });

  it("reads no more of an answer than a bound, and waits no longer for its end than for its beginning", async () => {
    let written = 0;
    receiver.answer = (_delivery, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && written < 100_000_000 && response.write(Buffer.alloc(65_536))) written += 65_536;
        if (!response.destroyed && written < 100_000_000) response.once("drain", more);
      };
      more();
    };
    expect(await send()).toEqual({ delivered: true });
    expect(written).toBeLessThan(10_000_000);
    receiver.answer = (_delivery, response) => void response.writeHead(200).write("slowly");
    expect(await send({ milliseconds: 300 })).toEqual({ delivered: true });
  });
});

describe("a delivery that may only go to the public Internet", () => {
  const port = () => new URL(receiver.url).port;

  it.each([[["127.0.0.1"]], [["::1"]], [["10.0.0.1"]], [["1.1.1.1", "127.0.0.1"]], [["::ffff:127.0.0.1"]]])(
    "does not follow a name to %j",
    async (addresses) => {
      expect(await send({ url: `https://hooks.example.org:${port()}/`, rules: publicOnly, resolve: names(addresses) })).toMatchObject({
        failure: expect.stringMatching(
          /^refused before connecting: the name resolves to an address that is not public \(.*WEBHOOK_ALLOW_PRIVATE/,
        ),
      });
    },
  );

  it("connects to what was judged: a name that leads elsewhere when it is asked again is not asked again", async () => {
    let asked = 0;
    const resolve: Resolve = (_name, _options, callback) => {
      asked += 1;
      // The first answer is harmless and leads nowhere that answers; the second would lead to the receiver.
      callback(null, [{ address: asked === 1 ? "192.88.99.255" : "127.0.0.1", family: 4 }]);
    };
    const posted = await send({ url: `https://hooks.example.org:${port()}/`, rules: publicOnly, resolve, milliseconds: 500 });
    expect(posted.delivered).toBe(false);
    expect(asked).toBe(1);
    expect(receiver.deliveries).toEqual([]);
  });

  it.each(["https://127.0.0.1", "https://[::1]", "https://2130706433", "http://hooks.example.org"])(
    "does not go to %s at all",
    async (origin) => {
      let asked = 0;
      const resolve: Resolve = () => void (asked += 1);
      expect(await send({ url: `${origin}:${port()}/`, rules: publicOnly, resolve })).toMatchObject({
        failure: expect.stringMatching(/^refused before connecting: expected an https URL/),
      });
      expect(asked).toBe(0);
    },
  );
});

test("a signature is one that the Standard Webhooks libraries take, for this body and this moment alone", () => {
  const secret = Buffer.alloc(32, 7);
  const [id, body] = ["0b5c9a52-6d7e-4d0f-8a3b-1c2d3e4f5a6b", '{"a":"é"}'];
  const theirs = new Webhook(`whsec_${secret.toString("base64")}`);
  const headers = signedHeaders(secret, id, new Date(), body);
  expect(theirs.verify(body, headers)).toEqual({ a: "é" });
  expect(() => theirs.verify(`${body} `, headers)).toThrow("No matching signature found");
  expect(() => theirs.verify(body, { ...headers, "webhook-id": "another" })).toThrow("No matching signature found");
  expect(() => theirs.verify(body, signedHeaders(Buffer.alloc(32, 8), id, new Date(), body))).toThrow("No matching signature found");
  expect(() => theirs.verify(body, signedHeaders(secret, id, new Date(Date.now() - 3_600_000), body))).toThrow("Message timestamp too old");
});

describe("the waits between attempts", () => {
  it.each([
    [1, 0.5, 0, 5_000],
    [1, 0, 0, 2_500],
    [1, 1, 0, 7_500],
    [2, 0.5, 0, 15_000],
    [6, 0.5, 0, 1_215_000],
    [9, 0.5, 0, 7_200_000],
    [40, 1, 0, 10_800_000],
    [1, 0.5, 60_000, 60_000],
    [9, 0.5, 60_000, 7_200_000],
    [1, 0.5, 999_999_999, 86_400_000],
  ])("after failure %i (random %d, asked for %i ms): %i ms", (attempts, random, asked, milliseconds) => {
    expect(waitAfter(attempts, random, asked)).toBe(milliseconds);
  });

  it("give a receiver that is down some ten hours", () => {
    const hours = Array.from({ length: maxAttempts - 1 }, (_, failed) => waitAfter(failed + 1, 0.5)).reduce((a, b) => a + b) / 3_600_000;
    expect(hours).toBeGreaterThan(8);
    expect(hours).toBeLessThan(12);
  });

  it.each([
    [undefined, 0],
    ["30", 30_000],
    ["Mon, 12 Jan 2026 12:01:00 GMT", 60_000],
    ["Mon, 12 Jan 2026 11:00:00 GMT", 0],
    ["soon", 0],
    ["-5", 0],
  ])("read Retry-After %j as %i ms", (header, milliseconds) => {
    expect(retryAfter(header, new Date("2026-01-12T12:00:00Z"))).toBe(milliseconds);
  });
});
