import { randomUUID } from "node:crypto";
import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { copyWorld } from "../kit/database.ts";
import type { Hub } from "../kit/hub.ts";
import { runCommand, startProcess, type Running } from "../kit/process.ts";
import { sendTo } from "../kit/send.ts";
import { decide, recordCorroborated } from "../kit/records.ts";
import { dataset } from "../kit/template.ts";

let world: Awaited<ReturnType<typeof copyWorld>>;
let env: Record<string, string | undefined>;
const key = "a-key-for-these-tests";

beforeEach(async () => {
  world = await copyWorld("empty");
  const home = world.where.home ?? join(process.cwd(), ".paradero", `test-${randomUUID()}`);
  await mkdir(home, { recursive: true });
  env = { DATABASE_URL: world.where.databaseUrl ?? "", PARADERO_HOME: home, PARADERO_KEY: key };
});
afterEach(async () => {
  await rm(env["PARADERO_HOME"]!, { recursive: true, force: true });
  await world.dispose();
});

const clientOf = ({ url }: Running): Pick<Hub, "send"> => ({ send: sendTo(url, key) });

const newVerifier = async (client: Pick<Hub, "send">) =>
  (await client.send(`mutation { createApiKey(input: { name: "second", scopes: [VERIFIER] }) { ... on CreateApiKeyPayload { secret } } }`))
    .data["createApiKey"].secret as string;

test("the first start imports the data set and makes one key, which it prints once and keeps; the second does neither", async () => {
  const first = await startProcess({ ...env, PARADERO_KEY: "" });
  const printed = /(prd_\S+)/.exec(first.out())?.[1];
  const file = join(env["PARADERO_HOME"]!, "first-key");
  expect((await readFile(file, "utf8")).trim()).toBe(printed);
  expect((await stat(file)).mode & 0o077).toBe(0);
  expect((await clientOf(first).send("{ releases { totalCount } }", {}, printed)).data["releases"].totalCount).toBeGreaterThan(3);
  expect(await first.kill("SIGTERM")).toMatchObject({ code: 0 });
  const second = await startProcess({ ...env, PARADERO_KEY: "" });
  expect(second.out()).not.toMatch(/prd_|imported/);
  expect((await clientOf(second).send("{ releases { totalCount } }", {}, printed)).status).toBe(200);
  expect(await second.kill("SIGTERM")).toMatchObject({ code: 0 });
});

test("kill -9 in a burst of records and verifications loses nothing that was acknowledged", async () => {
  const acknowledged = { releases: [] as string[], verified: [] as string[] };
  let running = await startProcess(env);
  for (let round = 0; round < 2; round += 1) {
    const client = clientOf(running) as Hub;
    const verifier = await newVerifier(client);
    const writers = Array.from({ length: 4 }, async () => {
      for (;;) {
        const { release } = await recordCorroborated(client);
        acknowledged.releases.push(release);
        if ((await decide(client, "verifyRelease", { release }, verifier)).changed) acknowledged.verified.push(release);
      }
    });
    const stopped = Promise.allSettled(writers);
    // In the middle of it, once there is something to lose.
    const before = acknowledged.verified.length;
    await expect.poll(() => acknowledged.verified.length).toBeGreaterThan(before + 2);
    await running.kill("SIGKILL");
    await stopped;
    running = await startProcess(env);
  }
  const client = clientOf(running);
  expect(acknowledged.verified.length).toBeGreaterThan(2);
  const states = new Map<string, string>();
  for (const id of acknowledged.releases)
    states.set(id, (await client.send("query($id: ID!) { release(id: $id) { state } }", { id })).data["release"]?.state);
  expect([...states.values()]).not.toContain(undefined);
  for (const id of acknowledged.verified) expect(states.get(id)).toBe("VERIFIED");
  const told = new Set<string>();
  let after: string | null = null;
  for (let more = true; more;) {
    const { data }: { data: any } = await client.send(
      "query($after: String) { feed(after: $after, first: 100) { edges { node { release { id } } } pageInfo { hasNextPage endCursor } } }",
      { after },
    );
    for (const { node } of data.feed.edges) told.add(node.release.id);
    ({ hasNextPage: more, endCursor: after } = data.feed.pageInfo);
  }
  for (const id of acknowledged.verified) expect(told).toContain(id);
  await running.kill("SIGTERM");
});

test("a port in use, an unusable environment and an unknown command are told, with a code for scripts", async () => {
  const running = await startProcess(env);
  const port = new URL(running.url).port;
  const other = await copyWorld("empty");
  const elsewhere = {
    DATABASE_URL: other.where.databaseUrl ?? "",
    PARADERO_HOME: other.where.home ?? env["PARADERO_HOME"],
    PARADERO_KEY: key,
  };
  expect(await runCommand(["serve"], { ...elsewhere, PORT: port })).toMatchObject({
    code: 1,
    err: expect.stringContaining(`Port ${port}`),
  });
  await other.dispose();
  await running.kill("SIGTERM");
  expect(await runCommand(["serve"], { ...env, PORT: "many", DATABASE_URL: "mysql://x" })).toMatchObject({
    code: 1,
    err: expect.stringMatching(/PORT[^]*DATABASE_URL/),
  });
  expect(await runCommand(["fly"], env)).toMatchObject({ code: 2 });
  expect(await runCommand(["--help"], env)).toMatchObject({ code: 0, out: expect.stringContaining("Examples:") });
});

test("the command line imports all or nothing, tries without writing, and exports what import reads", async () => {
  expect(await runCommand(["import", dataset, "--dry-run"], env)).toMatchObject({ code: 0, out: expect.stringContaining("69 counts") });
  expect(await runCommand(["import", dataset], env)).toMatchObject({ code: 0, out: expect.stringContaining("created: ") });
  expect(await runCommand(["import", dataset], env)).toMatchObject({ code: 0, out: expect.stringContaining("created: 0") });
  const copy = join(env["PARADERO_HOME"]!, "copy");
  expect(await runCommand(["export", copy], env)).toMatchObject({ code: 0 });
  expect(await runCommand(["import", copy], env)).toMatchObject({ code: 0, out: expect.stringContaining("created: 0") });
  await writeFile(join(copy, "counts.csv"), (await readFile(join(copy, "counts.csv"), "utf8")).replace(",EXACT,49,49,", ",EXACT,49,50,"));
  expect(await runCommand(["import", copy], env)).toMatchObject({ code: 1, err: expect.stringMatching(/counts\.csv:\d+:/) });
  expect(await runCommand(["import", join(copy, "nowhere")], env)).toMatchObject({ code: 1 });
});
