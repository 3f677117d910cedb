/** Configuration: one pure function of the environment. Nothing else in the house reads `process.env`. */
import { resolve } from "node:path";
import ipaddr from "ipaddr.js";

export type Config = {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL connection string; absent means the embedded database under `home`. */
  readonly databaseUrl: string | undefined;
  /** The same database past a pooler in transaction mode: for LISTEN, migrations and session locks. */
  readonly databaseDirectUrl: string | undefined;
  /** A streaming replica of it, from which some of what is asked is read. */
  readonly databaseReadUrl: string | undefined;
  /** Directory of the embedded database and of the first key. */
  readonly home: string;
  /** A key that shall exist with every scope; absent means that the first start makes one. */
  readonly key: string | undefined;
  readonly logLevel: string;
  readonly webhooks: {
    /** Whether webhooks may go to private addresses, without TLS and to any port. */
    readonly allowPrivate: boolean;
  };
  /** Whose X-Forwarded-For can be trusted: nobody's, whoever connects, or these addresses and networks. */
  readonly trustProxy: boolean | readonly string[];
  /** The identity provider whose tokens are taken beside keys; absent for none. */
  readonly tokens: { readonly jwks: string; readonly issuer: string; readonly audience: string; readonly scopesClaim: string } | undefined;
  readonly limits: {
    /** Points in each half minute; 0 for no bound. */
    readonly costPerAddress: number;
    readonly costPerKey: number;
    /** How many points one operation may cost without a key, and with one ten times as many; 0 for no bound. */
    readonly costPerOperation: number;
    readonly operationsAtOnce: number;
    readonly operationsPerAddress: number;
    readonly operationsPerKey: number;
    /** How long what is read may take: without a key, and with one or for a page of an export. */
    readonly readMilliseconds: number;
    readonly longReadMilliseconds: number;
    /** Where all processes count together; absent means each for itself. */
    readonly redisUrl: string | undefined;
    readonly introspection: boolean;
    readonly trustedDocumentsOnly: boolean;
    /** Directory of further documents that can be named by their id. */
    readonly documents: string | undefined;
    /** Memory for texts of answers that are kept for the next who asks; 0 for none. */
    readonly answersMegabytes: number;
  };
  readonly browser: {
    /** The web pages that may ask from a browser. */
    readonly origins: "*" | readonly string[];
    readonly graphiql: boolean;
  };
  readonly accessLog: boolean;
  /** Whether what is read is planned as one statement for each root field; `verify` also compares some answers with those of the ordinary path. */
  readonly planner: (typeof planners)[number];
  /** Where traces are sent, by OTLP over HTTP; absent for nowhere. */
  readonly tracing: { readonly endpoint: string; readonly headers: Readonly<Record<string, string>>; readonly service: string } | undefined;
  /** How large a file of a data set may be. */
  readonly importMegabytes: number;
  /** How long events of the feed are kept; absent means for ever. */
  readonly retentionHours: number | undefined;
  readonly streams: {
    readonly socketsPerAddress: number;
    readonly socketsPerKey: number;
    readonly subscriptionsPerSocket: number;
    readonly stallMilliseconds: number;
    readonly drainMilliseconds: number;
    readonly bookmarkMilliseconds: number;
  };
};

export class ConfigError extends Error {
  override name = "ConfigError";
}

const planners = ["on", "off", "verify"] as const;
const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * Reads the configuration from environment variables: `HOST`, `PORT`, `DATABASE_URL`, `DATABASE_DIRECT_URL`, `PARADERO_HOME`, `PARADERO_KEY`, `LOG_LEVEL`, and those of the feed (OPERATIONS.md). An empty
 * variable counts as absent.
 * @throws ConfigError naming every fault at once
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const faults: string[] = [];
  const given = (name: string) => env[name]?.trim() || undefined;

  const port = given("PORT") ?? "4000";
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    faults.push(`PORT: expected a whole number from 0 to 65535, got ${JSON.stringify(port)}`);

  const databaseUrl = given("DATABASE_URL");
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    faults.push("DATABASE_URL: expected a URL that begins with postgres:// or postgresql:// (leave it out for the embedded database)");
  const databaseDirectUrl = given("DATABASE_DIRECT_URL");
  if (databaseDirectUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseDirectUrl))
    faults.push(
      "DATABASE_DIRECT_URL: expected a URL that begins with postgres:// or postgresql:// (needed only where DATABASE_URL goes through a pooler)",
    );
  if (databaseDirectUrl !== undefined && databaseUrl === undefined)
    faults.push("DATABASE_DIRECT_URL: expected DATABASE_URL beside it, the address of the pooler");

  const databaseReadUrl = given("DATABASE_READ_URL");
  if (databaseReadUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseReadUrl))
    faults.push("DATABASE_READ_URL: expected a URL that begins with postgres:// or postgresql://, of one streaming replica");
  if (databaseReadUrl !== undefined && databaseUrl === undefined)
    faults.push("DATABASE_READ_URL: expected DATABASE_URL beside it, the address of the database that it follows");

  const key = given("PARADERO_KEY");
  if (key !== undefined && (key.length < 8 || /\s/.test(key)))
    faults.push("PARADERO_KEY: expected at least 8 characters without white space");

  const logLevel = given("LOG_LEVEL") ?? "info";
  if (!logLevels.includes(logLevel)) faults.push(`LOG_LEVEL: expected one of ${logLevels.join(", ")}, got ${JSON.stringify(logLevel)}`);

  const planner = planners.find((each) => each === (given("PLANNER") ?? "on"));
  if (planner === undefined) faults.push(`PLANNER: expected one of ${planners.join(", ")}, got ${JSON.stringify(given("PLANNER"))}`);

  const flag = (name: string, usual: boolean) => {
    const value = given(name) ?? String(usual);
    if (value !== "true" && value !== "false") faults.push(`${name}: expected true or false, got ${JSON.stringify(value)}`);
    return value === "true";
  };
  const allowPrivate = flag("WEBHOOK_ALLOW_PRIVATE", false);
  const whole = (name: string, usual: number, least = 1) => {
    const value = given(name) ?? String(usual);
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    faults.push(`${name}: expected a whole number from ${least} to 999999999, got ${JSON.stringify(value)}`);
    return usual;
  };
  const list = (value: string) =>
    value
      .split(",")
      .map((entry) => entry.trim())
      .filter(Boolean);
  const proxies = given("TRUST_PROXY") ?? "false";
  const trustProxy = proxies === "true" || (proxies !== "false" && list(proxies));
  const wrong = Array.isArray(trustProxy) ? trustProxy.filter((entry) => !isNetwork(entry)) : [];
  if (wrong.length > 0)
    faults.push(
      `TRUST_PROXY: expected true, false, or addresses and networks such as 10.0.0.0/8, separated by commas, got ${JSON.stringify(wrong.join(","))}`,
    );
  const origins = given("ORIGINS") ?? "*";
  const noOrigin = origins === "*" ? [] : list(origins).filter((entry) => !URL.canParse(entry) || new URL(entry).origin !== entry);
  if (noOrigin.length > 0)
    faults.push(
      `ORIGINS: expected * or origins such as https://example.org, separated by commas, got ${JSON.stringify(noOrigin.join(","))}`,
    );
  const redisUrl = given("REDIS_URL");
  if (redisUrl !== undefined && !/^rediss?:\/\//.test(redisUrl))
    faults.push("REDIS_URL: expected a URL that begins with redis:// or rediss://");
  const retentionHours = given("FEED_RETENTION_HOURS") === undefined ? undefined : whole("FEED_RETENTION_HOURS", 1);
  const importMegabytes = whole("IMPORT_MEGABYTES", 256);
  const streams = {
    socketsPerAddress: whole("SOCKETS_PER_ADDRESS", 20_000),
    socketsPerKey: whole("SOCKETS_PER_KEY", 2000),
    subscriptionsPerSocket: whole("SUBSCRIPTIONS_PER_SOCKET", 100),
    stallMilliseconds: whole("FEED_STALL_SECONDS", 15) * 1000,
    drainMilliseconds: whole("FEED_DRAIN_SECONDS", 10, 0) * 1000,
    bookmarkMilliseconds: whole("FEED_BOOKMARK_SECONDS", 30) * 1000,
  };
  const limits = {
    costPerAddress: whole("COST_PER_ADDRESS", 1_500_000, 0),
    costPerKey: whole("COST_PER_KEY", 15_000_000, 0),
    costPerOperation: whole("COST_PER_OPERATION", 150_000, 0),
    operationsAtOnce: whole("OPERATIONS_AT_ONCE", 48),
    operationsPerAddress: whole("OPERATIONS_PER_ADDRESS", 8),
    operationsPerKey: whole("OPERATIONS_PER_KEY", 16),
    readMilliseconds: whole("READ_SECONDS", 10) * 1000,
    longReadMilliseconds: whole("LONG_READ_SECONDS", 30) * 1000,
    redisUrl,
    introspection: flag("INTROSPECTION", true),
    trustedDocumentsOnly: flag("TRUSTED_DOCUMENTS_ONLY", false),
    documents: given("DOCUMENTS"),
    answersMegabytes: whole("ANSWERS_MEGABYTES", 64, 0),
  };
  const browser = { origins: origins === "*" ? ("*" as const) : list(origins), graphiql: flag("GRAPHIQL", true) };
  const accessLog = flag("ACCESS_LOG", true);

  const tokens = tokensFrom(given, faults);
  const tracing = tracingFrom(given, faults);

  if (faults.length > 0) throw new ConfigError(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return {
    host: given("HOST") ?? "127.0.0.1",
    port: Number(port),
    databaseUrl,
    databaseDirectUrl,
    databaseReadUrl,
    home: resolve(given("PARADERO_HOME") ?? ".paradero"),
    key,
    logLevel,
    webhooks: { allowPrivate },
    trustProxy,
    tokens,
    limits,
    browser,
    accessLog,
    planner: planner!,
    tracing,
    importMegabytes,
    retentionHours,
    streams,
  };
}

const isNetwork = (entry: string) =>
  ipaddr.isValid(entry) || ipaddr.isValidCIDR(entry) || ["loopback", "linklocal", "uniquelocal"].includes(entry);

/** By the names that OpenTelemetry gives them. */
function tracingFrom(given: (name: string) => string | undefined, faults: string[]): Config["tracing"] {
  const endpoint = given("OTEL_EXPORTER_OTLP_ENDPOINT");
  if (endpoint === undefined) return undefined;
  if (!/^https?:$/.test(URL.parse(endpoint)?.protocol ?? ""))
    faults.push(`OTEL_EXPORTER_OTLP_ENDPOINT: expected an address that begins with http:// or https://, got ${JSON.stringify(endpoint)}`);
  const entries = (given("OTEL_EXPORTER_OTLP_HEADERS") ?? "").split(",").filter(Boolean);
  const pairs = entries.map(
    (entry) => /^\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\s*=\s*(.*?)\s*$/.exec(entry)?.slice(1) as [string, string] | undefined,
  );
  if (pairs.includes(undefined)) faults.push("OTEL_EXPORTER_OTLP_HEADERS: expected name=value, separated by commas");
  return {
    endpoint,
    headers: Object.fromEntries(pairs.filter((pair) => pair !== undefined)),
    service: given("OTEL_SERVICE_NAME") ?? "paradero",
  };
}

const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** The identity provider, all of it or nothing. */
function tokensFrom(given: (name: string) => string | undefined, faults: string[]): Config["tokens"] {
  const [jwks, issuer, audience] = [given("JWT_JWKS"), given("JWT_ISSUER"), given("JWT_AUDIENCE")];
  const scopesClaim = given("JWT_SCOPES_CLAIM");
  if ([jwks, issuer, audience, scopesClaim].every((value) => value === undefined)) return undefined;
  const missing = Object.entries({ JWT_JWKS: jwks, JWT_ISSUER: issuer, JWT_AUDIENCE: audience }).filter(([, value]) => value === undefined);
  for (const [name] of missing)
    faults.push(`${name}: expected beside the other settings of the identity provider (JWT_JWKS, JWT_ISSUER, JWT_AUDIENCE)`);
  if (jwks !== undefined && jwks.includes("://")) {
    const url = URL.canParse(jwks) ? new URL(jwks) : null;
    if (url?.protocol !== "https:" && !(url?.protocol === "http:" && loopback.includes(url.hostname)))
      faults.push(
        `JWT_JWKS: expected a file or an address that begins with https:// (http:// on this machine alone), got ${JSON.stringify(jwks)}`,
      );
  }
  return missing.length > 0 ? undefined : { jwks: jwks!, issuer: issuer!, audience: audience!, scopesClaim: scopesClaim ?? "scope" };
}
