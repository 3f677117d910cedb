/** Tokens of an identity provider: its signature is believed, within what the operator set, and nothing that looks like it. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createHmac } from "node:crypto";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWTPayload } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scopesIn } from "../../../src/doors/access/tokens.ts";
import { startHub, type Hub } from "../../kit/hub.ts";
import { subscribeSse } from "../../kit/subscriber.ts";
import { transportNames, transports } from "./transports.ts";
import { socketOf } from "../socket.ts";

const [issuer, audience] = ["https://login.example/", "paradero"];
const now = () => Math.floor(Date.now() / 1000);

type Made = { kid?: string; alg?: string; claims?: JWTPayload; key?: CryptoKey };
let ours: CryptoKeyPair;
let theirs: CryptoKeyPair;
let hub: Hub;
let away = false;
const provider = createServer((_request, response) => {
  if (away) return void response.writeHead(500).end();
  void exportJWK(ours.publicKey).then((jwk) => {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ keys: [{ ...jwk, kid: "one", alg: "ES256", use: "sig" }] }));
  });
});

const token = ({ kid = "one", alg = "ES256", claims = {}, key = ours.privateKey }: Made = {}) =>
  new SignJWT({ iss: issuer, aud: audience, sub: "ana", exp: now() + 600, scope: "openid paradero:recorder", ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(key);
const unsigned = (header: object, claims: object) =>
  [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");

beforeAll(async () => {
  [ours, theirs] = [await generateKeyPair("ES256"), await generateKeyPair("ES256")];
  await new Promise<void>((resolve) => provider.listen(0, "127.0.0.1", resolve));
  const jwks = `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`;
  hub = await startHub("empty", { tokens: { jwks, issuer, audience, scopesClaim: "scope" } });
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  provider.close();
});

const query = { query: "{ __typename }" };
const auditors = { query: "{ auditEntries(first: 1) { totalCount } }" };
const exported = async (key: string) =>
  (await fetch(new URL("/export/sources.csv", hub.url), { headers: { authorization: `Bearer ${key}` } })).status;

test("a good token opens every door, with the scopes of its claim and no others", async () => {
  const [plain, auditor] = [await token(), await token({ claims: { scope: "AUDITOR" } })];
  for (const name of transportNames) {
    expect([name, (await transports[name](hub, query, plain)).code]).toEqual([name, "ok"]);
    expect([name, (await transports[name](hub, auditors, plain)).code]).toEqual([name, "FORBIDDEN"]);
    expect([name, (await transports[name](hub, auditors, auditor)).code]).toEqual([name, "ok"]);
  }
  expect(await exported(plain)).toBe(200);
  expect((await transports.post(hub, query, hub.key)).code).toBe("ok");
});

describe("no door opens for", () => {
  const body = { iss: issuer, aud: audience, sub: "ana", exp: now() + 600, scope: "ADMIN" };
  const attacks: Record<string, () => Promise<string> | string> = {
    "a token without an algorithm": () => `${unsigned({ alg: "none" }, body)}.`,
    "one signed with the public key as a secret": async () => {
      const text = unsigned({ alg: "HS256", kid: "one" }, body);
      const mac = createHmac("sha256", await exportSPKI(ours.publicKey))
        .update(text)
        .digest("base64url");
      return `${text}.${mac}`;
    },
    "one of another issuer": () => token({ claims: { iss: "https://other.example/" } }),
    "one for another audience": () => token({ claims: { aud: "payroll" } }),
    "one for nobody in particular": () => token({ claims: { aud: undefined as never } }),
    "one that has expired": () => token({ claims: { exp: now() - 60 } }),
    "one that does not expire": () => token({ claims: { exp: undefined as never } }),
    "one that is not good yet": () => token({ claims: { nbf: now() + 600 } }),
    "one of nobody": () => token({ claims: { sub: undefined as never } }),
    "one of somebody with a name of two lines": () => token({ claims: { sub: "ana\nroot" } }),
    "one signed with a key that the provider does not have": () => token({ kid: "two" }),
    "one signed by somebody else": () => token({ key: theirs.privateKey }),
    "one with other claims than were signed": async () =>
      (await token()).replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify(body)).toString("base64url")}.`),
    "one that is huge": () => token({ claims: { padding: "x".repeat(9000) } }),
    "one that is cut off": async () => (await token()).slice(0, -4),
  };
  test.each(Object.keys(attacks))("%s", async (name) => {
    const forged = await attacks[name]!();
    expect((await transports.post(hub, query, forged)).code).toBe("UNAUTHENTICATED");
    expect((await socketOf(hub, forged).then(({ closed }) => closed)).code).toBe(4401);
    expect(await exported(forged)).toBe(401);
  });
});

test("what is open with a token ends when it expires", async () => {
  // The clocks of two machines may be half a minute apart.
  const brief = await token({ claims: { exp: now() - 28 } });
  const idle = await socketOf(hub, brief);
  await using stream = subscribeSse(hub.url, { query: "subscription { releaseFeed { __typename } }" }, brief);
  await stream.next();
  expect((await idle.closed).code).toBe(4401);
  expect(JSON.stringify(await stream.next())).toContain("UNAUTHENTICATED");
});

test("a holder of tokens records under that name, has no webhooks, and is one with the holder of a key of that name", async () => {
  const ana = await token();
  const record = `mutation { recordSource(input: { slug: "a", name: "A", kind: NGO, timeZone: "America/Caracas" }) { __typename } }`;
  expect((await hub.send(record, {}, ana)).data["recordSource"]["__typename"]).toBe("RecordSourcePayload");
  const { data } = await hub.send(`{ auditEntries(filter: { action: "recordSource" }) { edges { node { actor holder } } } }`);
  expect(data["auditEntries"].edges).toEqual([{ node: { actor: "token:ana", holder: "ana" } }]);
  const webhook = `mutation { createWebhook(input: { url: "https://newsroom.example/" }) { __typename ... on Error { message } } }`;
  expect((await hub.send(webhook, {}, ana)).data["createWebhook"]).toMatchObject({ __typename: "Forbidden" });
});

test("while the provider cannot be asked a token is not judged, and keys work", async () => {
  away = true;
  await using other = await startHub("empty", {
    tokens: { jwks: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/jwks`, issuer, audience, scopesClaim: "scope" },
  });
  expect((await transports.post(other, query, await token())).code).toBe("BUSY");
  expect((await transports.post(other, query, other.key)).code).toBe("ok");
  away = false;
});

test.each<[JWTPayload, string, string[]]>([
  [{ scope: "openid RECORDER paradero:verifier root" }, "scope", ["RECORDER", "VERIFIER"]],
  [{ realm_access: { roles: ["editor", 7, "ADMIN"] } }, "realm_access.roles", ["EDITOR", "ADMIN"]],
  [{ "https://hub.example/scopes": ["PARTNER"] }, "https://hub.example/scopes", ["PARTNER"]],
  [{ scope: { ADMIN: true } }, "scope", []],
  [{}, "constructor.name", []],
])("the scopes in %j at %s are %j", (payload, claim, scopes) => {
  expect(scopesIn(payload, claim)).toEqual(scopes);
});
