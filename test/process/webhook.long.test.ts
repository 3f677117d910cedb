import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { selfSigned } from "./certificate.ts";
import { copyWorld } from "../kit/database.ts";
import type { Hub } from "../kit/hub.ts";
import { startProcess } from "../kit/process.ts";
import { sendTo } from "../kit/send.ts";
import { startReceiver } from "../kit/receiver.ts";
import { decide, recordCorroborated, recordVerified } from "../kit/records.ts";
import { listWebhooks, releasesOf, webhookMutation } from "../kit/webhooks.ts";

const key = "a-key-for-these-tests";
let world: Awaited<ReturnType<typeof copyWorld>>;
let env: Record<string, string | undefined>;

beforeEach(async () => {
  world = await copyWorld("empty");
  const home = world.where.home ?? join(process.cwd(), ".paradero", `test-${randomUUID()}`);
  await mkdir(home, { recursive: true });
  env = { DATABASE_URL: world.where.databaseUrl ?? "", PARADERO_HOME: home, PARADERO_KEY: key, WEBHOOK_ALLOW_PRIVATE: "true" };
});
afterEach(async () => {
  await rm(env["PARADERO_HOME"]!, { recursive: true, force: true });
  await world.dispose();
});

const newVerifier = async (client: Pick<Hub, "send">) =>
  (await client.send(`mutation { createApiKey(input: { name: "second", scopes: [VERIFIER] }) { ... on CreateApiKeyPayload { secret } } }`))
    .data["createApiKey"].secret as string;

test("kill -9 in the middle of deliveries loses none, keeps their order, and repeats at most the one that was under way", async () => {
  await using receiver = await startReceiver();
  // The third is under way, and never answered: it is the one that may come twice.
  receiver.answer = (_delivery, response) => void (receiver.deliveries.length < 3 && response.writeHead(200).end());
  let running = await startProcess(env);
  // PostgreSQL serves several processes: there another one stands beside, and may be the one that goes on.
  const beside = world.where.databaseUrl === undefined ? null : await startProcess(env);
  let client = { send: sendTo(running.url, key) } as Hub;
  await webhookMutation(client, "createWebhook", { url: receiver.url });
  const verifier = await newVerifier(client);
  const releases: string[] = [];
  for (let made = 0; made < 10; made += 1) releases.push((await recordCorroborated(client)).release);
  const verifying = Promise.all(releases.map((release) => decide(client, "verifyRelease", { release }, verifier)));
  await verifying;
  await receiver.until(3);
  await running.kill("SIGKILL");
  receiver.answer = 200;

  running = await startProcess(env);
  client = { send: sendTo(running.url, key) } as Hub;
  const { data } = await client.send("{ feed(first: 100) { edges { node { eventId } } } }");
  const ledger = data["feed"].edges.map((edge: any) => edge.node.eventId as string);
  expect(ledger).toHaveLength(10);
  // Behind all of them comes one more: whatever is told twice has been told before it.
  const marker = await recordVerified(client, verifier);
  await expect.poll(() => releasesOf(receiver)).toContain(marker.release);
  const told = receiver.deliveries.map(({ headers }) => headers["webhook-id"] as string);
  expect([...new Set(told)].slice(0, -1)).toEqual(ledger);
  expect(told.length - ledger.length).toBeLessThanOrEqual(2);
  for (const process of [running, beside]) if (process) expect(await process.kill("SIGTERM")).toMatchObject({ code: 0 });
});

test("over https a delivery goes to whom NODE_EXTRA_CA_CERTS vouches for, and not a word to a stranger or to another's name", async () => {
  const [known, stranger, misnamed] = [selfSigned("127.0.0.1"), selfSigned("127.0.0.1"), selfSigned("hooks.example.org")];
  const authorities = join(env["PARADERO_HOME"]!, "authorities.pem");
  await writeFile(authorities, known.cert + misnamed.cert);
  await using trusted = await startReceiver(known);
  await using untrusted = await startReceiver(stranger);
  await using other = await startReceiver(misnamed);
  const running = await startProcess({ ...env, NODE_EXTRA_CA_CERTS: authorities });
  const client = { send: sendTo(running.url, key) } as Hub;
  for (const { url } of [trusted, untrusted, other]) await webhookMutation(client, "createWebhook", { url });
  const { release } = await recordCorroborated(client);
  await decide(client, "verifyRelease", { release }, await newVerifier(client));
  expect((await trusted.until(1))[0]!.json.data.releaseFeed.releaseId).toBe(release);
  const failures = async () => (await listWebhooks(client)).map(({ lastFailure }) => lastFailure as string | null);
  await expect.poll(failures).toEqual([null, "DEPTH_ZERO_SELF_SIGNED_CERT", "ERR_TLS_CERT_ALTNAME_INVALID"]);
  expect([...untrusted.deliveries, ...other.deliveries]).toEqual([]);
  expect(await running.kill("SIGTERM")).toMatchObject({ code: 0 });
});
