import { isAbsolute, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { ConfigError, readConfig } from "../src/config.ts";

const usual = {
  host: "127.0.0.1",
  port: 4000,
  databaseUrl: undefined,
  databaseDirectUrl: undefined,
  databaseReadUrl: undefined,
  home: resolve(".paradero"),
  key: undefined,
  logLevel: "info",
  webhooks: { allowPrivate: false },
  trustProxy: false,
  limits: {
    costPerAddress: 1_500_000,
    costPerKey: 15_000_000,
    costPerOperation: 150_000,
    operationsAtOnce: 48,
    operationsPerAddress: 8,
    operationsPerKey: 16,
    readMilliseconds: 10_000,
    longReadMilliseconds: 30_000,
    redisUrl: undefined,
    introspection: true,
    trustedDocumentsOnly: false,
    documents: undefined,
    answersMegabytes: 64,
  },
  browser: { origins: "*", graphiql: true },
  accessLog: true,
  planner: "on",
  tracing: undefined,
  importMegabytes: 256,
  retentionHours: undefined,
  streams: {
    socketsPerAddress: 20_000,
    socketsPerKey: 2000,
    subscriptionsPerSocket: 100,
    stallMilliseconds: 15_000,
    drainMilliseconds: 10_000,
    bookmarkMilliseconds: 30_000,
  },
};

describe("the configuration", () => {
  it.each<[string, Record<string, string | undefined>, Partial<typeof usual> | Record<string, unknown>]>([
    ["in an empty environment is the usual", {}, {}],
    [
      "takes an empty variable for an absent one",
      { PORT: "", HOST: " ", DATABASE_URL: "", PARADERO_KEY: "", LOG_LEVEL: "", PARADERO_HOME: "" },
      {},
    ],
    ["leaves other variables alone", { PATH: "/bin", PARADERO_PORT: "1" }, {}],
    ["takes a port", { PORT: "8080" }, { port: 8080 }],
    [
      "takes an identity provider",
      { JWT_JWKS: "https://login.example/jwks", JWT_ISSUER: "https://login.example/", JWT_AUDIENCE: "paradero" },
      {
        tokens: { jwks: "https://login.example/jwks", issuer: "https://login.example/", audience: "paradero", scopesClaim: "scope" },
      },
    ],
    ["takes port 0, for any free one", { PORT: "0" }, { port: 0 }],
    ["takes the last port", { PORT: "65535" }, { port: 65_535 }],
    ["takes a host", { HOST: "0.0.0.0" }, { host: "0.0.0.0" }],
    ["takes a PostgreSQL server", { DATABASE_URL: "postgres://db/paradero" }, { databaseUrl: "postgres://db/paradero" }],
    [
      "takes the way past a pooler",
      { DATABASE_URL: "postgres://pooler/paradero", DATABASE_DIRECT_URL: "postgres://db/paradero" },
      { databaseUrl: "postgres://pooler/paradero", databaseDirectUrl: "postgres://db/paradero" },
    ],
    ["takes it by its long name", { DATABASE_URL: "postgresql://db/paradero" }, { databaseUrl: "postgresql://db/paradero" }],
    ["takes a key without the space around it", { PARADERO_KEY: " 12345678\n" }, { key: "12345678" }],
    ["takes how large a file of a data set may be", { IMPORT_MEGABYTES: "1" }, { importMegabytes: 1 }],
    ["takes a log level", { LOG_LEVEL: "silent" }, { logLevel: "silent" }],
    ["lets webhooks go to private addresses when told so", { WEBHOOK_ALLOW_PRIVATE: "true" }, { webhooks: { allowPrivate: true } }],
    ["keeps them from there when told so", { WEBHOOK_ALLOW_PRIVATE: "false" }, {}],
    ["takes a proxy's word", { TRUST_PROXY: "true" }, { trustProxy: true }],
    ["takes the word of some proxies", { TRUST_PROXY: "10.0.0.0/8, ::1" }, { trustProxy: ["10.0.0.0/8", "::1"] }],
    ["takes no bound on what one address may cost", { COST_PER_ADDRESS: "0" }, { limits: { ...usual.limits, costPerAddress: 0 } }],
    ["takes a Redis to count in", { REDIS_URL: "redis://cache:6379" }, { limits: { ...usual.limits, redisUrl: "redis://cache:6379" } }],
    [
      "takes what browsers may do",
      { ORIGINS: "https://a.example, http://localhost:8080", GRAPHIQL: "false" },
      { browser: { origins: ["https://a.example", "http://localhost:8080"], graphiql: false } },
    ],
    ["takes what the log says", { ACCESS_LOG: "false" }, { accessLog: false }],
    [
      "takes where traces are sent",
      { OTEL_EXPORTER_OTLP_ENDPOINT: "http://127.0.0.1:4318", OTEL_EXPORTER_OTLP_HEADERS: "x-key=a=b, y=z", OTEL_SERVICE_NAME: "hub" },
      { tracing: { endpoint: "http://127.0.0.1:4318", headers: { "x-key": "a=b", y: "z" }, service: "hub" } },
    ],
    ["takes how reads are planned", { PLANNER: "verify" }, { planner: "verify" }],
    ["takes how long the feed is kept", { FEED_RETENTION_HOURS: "720" }, { retentionHours: 720 }],
    [
      "takes what a connection may do",
      { SOCKETS_PER_ADDRESS: "30000", FEED_DRAIN_SECONDS: "0" },
      { streams: { ...usual.streams, socketsPerAddress: 30_000, drainMilliseconds: 0 } },
    ],
  ])("%s", (_, env, said) => {
    expect(readConfig(env)).toEqual({ ...usual, ...said });
  });

  it("names the home from the root, so that it does not move with the working directory", () => {
    const { home } = readConfig({ PARADERO_HOME: "elsewhere" });
    expect(isAbsolute(home)).toBe(true);
    expect(home).toBe(resolve("elsewhere"));
  });
});

const faultsOf = (env: Record<string, string>) => {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [, ...faults] = error.message.split("\n");
    return faults.map((fault) => fault.trim());
  }
};

describe("what cannot be a configuration", () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: "65536" }, /^PORT: expected a whole number from 0 to 65535, got "65536"$/],
    [{ JWT_JWKS: "https://login.example/jwks", JWT_ISSUER: "https://login.example/" }, /^JWT_AUDIENCE: expected beside/],
    [{ JWT_JWKS: "http://login.example/jwks", JWT_ISSUER: "x", JWT_AUDIENCE: "x" }, /^JWT_JWKS: expected a file or an address that begins/],
    [{ PORT: "-1" }, /^PORT: .* got "-1"$/],
    [{ PORT: "80.5" }, /^PORT: .* got "80.5"$/],
    [{ PORT: "0x50" }, /^PORT: .* got "0x50"$/],
    [{ PORT: "http" }, /^PORT: .* got "http"$/],
    [{ DATABASE_URL: "mysql://db/paradero" }, /^DATABASE_URL: expected a URL that begins with postgres:\/\/ or postgresql:\/\//],
    [{ DATABASE_URL: "localhost:5432" }, /^DATABASE_URL: /],
    [{ DATABASE_URL: "postgres://db/paradero", DATABASE_DIRECT_URL: "db:5432" }, /^DATABASE_DIRECT_URL: expected a URL/],
    [{ DATABASE_DIRECT_URL: "postgres://db/paradero" }, /^DATABASE_DIRECT_URL: expected DATABASE_URL beside it/],
    [{ PARADERO_KEY: "1234567" }, /^PARADERO_KEY: expected at least 8 characters without white space$/],
    [{ PARADERO_KEY: "1234 5678" }, /^PARADERO_KEY: /],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent, got "loud"$/],
    [{ WEBHOOK_ALLOW_PRIVATE: "yes" }, /^WEBHOOK_ALLOW_PRIVATE: expected true or false, got "yes"$/],
    [{ TRUST_PROXY: "yes" }, /^TRUST_PROXY: expected true, false, or addresses and networks .* got "yes"$/],
    [{ TRUST_PROXY: "10.0.0.0/99" }, /^TRUST_PROXY: .* got "10.0.0.0\/99"$/],
    [{ ORIGINS: "example.org" }, /^ORIGINS: expected \* or origins such as https:\/\/example.org, separated by commas, got "example.org"$/],
    [{ ORIGINS: "https://example.org/" }, /^ORIGINS: /],
    [{ REDIS_URL: "localhost:6379" }, /^REDIS_URL: expected a URL that begins with redis:\/\/ or rediss:\/\/$/],
    [{ COST_PER_ADDRESS: "-1" }, /^COST_PER_ADDRESS: expected a whole number from 0/],
    [{ INTROSPECTION: "no" }, /^INTROSPECTION: expected true or false, got "no"$/],
    [{ LOG_LEVEL: "INFO" }, /^LOG_LEVEL: .* got "INFO"$/],
  ])("is told with what was expected: %j", (env, fault) => {
    expect(faultsOf(env)).toEqual([expect.stringMatching(fault)]);
  });

  it("is told whole, every fault at once", () => {
    expect(faultsOf({ PORT: "x", DATABASE_URL: "x", PARADERO_KEY: "x", LOG_LEVEL: "x", HOST: "fine" })).toEqual([
      expect.stringMatching(/^PORT: /),
      expect.stringMatching(/^DATABASE_URL: /),
      expect.stringMatching(/^PARADERO_KEY: /),
      expect.stringMatching(/^LOG_LEVEL: /),
    ]);
  });

  it.each([{ DATABASE_URL: "mysql://user:hunter2@db/paradero" }, { PARADERO_KEY: "hunter2" }])("is told without its secrets: %j", (env) => {
    expect(JSON.stringify(faultsOf(env))).not.toContain("hunter2");
  });
});
