/**
 * A receiver of webhooks, with Node alone: it verifies that a delivery comes from the hub, handles each event once, and answers 2xx only then; after any other answer the hub sends the event
 * again.
 *
 *     WEBHOOK_SECRET=whsec_… npm run receiver -- 8080     the secret is the one that createWebhook has shown
 *
 * Put it behind the same proxy as your other servers: for TLS, and for a limit on the size of a body (256 KB is enough).
 */
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { buffer } from "node:stream/consumers";

const secret = Buffer.from((process.env["WEBHOOK_SECRET"] ?? "").replace(/^whsec_/, ""), "base64");
if (secret.length === 0) throw new Error("WEBHOOK_SECRET: expected the secret that createWebhook has shown (whsec_…)."); // with an empty one anybody could sign
const handled = new Set<string>(); // in production, store the id together with what you publish, so that it outlives the process

/** Standard Webhooks: an HMAC over the id, the time and the very bytes of the body. A delivery older than five minutes may be a replay attack. */
function isFromTheHub(headers: IncomingHttpHeaders, body: Buffer): boolean {
  const header = (name: string) => String(headers[`webhook-${name}`]);
  if (!(Math.abs(Date.now() / 1000 - Number(header("timestamp"))) < 300)) return false;
  const expected = createHmac("sha256", secret)
    .update(`${header("id")}.${header("timestamp")}.`)
    .update(body)
    .digest();
  return header("signature")
    .split(" ")
    .map((signature) => Buffer.from(signature.replace(/^v1,/, ""), "base64"))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected));
}

type Told = {
  readonly __typename: string;
  readonly releaseId: string;
  readonly release: { readonly detainee: { readonly name: string } } | null;
};

function publish({ __typename, releaseId, release }: Told): void {
  console.log(`${__typename}  ${release?.detainee.name ?? `${releaseId}: WITHDRAWN, take back what was published`}`);
}

const server = createServer((request, response) => {
  const receive = async (): Promise<number> => {
    const body = await buffer(request);
    if (!isFromTheHub(request.headers, body)) return 401;
    const id = String(request.headers["webhook-id"]);
    const { data } = JSON.parse(body.toString()) as { data: { releaseFeed: Told } };
    if (!handled.has(id)) publish(data.releaseFeed);
    handled.add(id);
    return 204;
  };
  void receive().then(
    (status) => response.writeHead(status).end(),
    (error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    },
  );
});
server.listen(Number(process.argv[2] ?? 8080), "127.0.0.1", () => console.log("waiting for the hub"));
