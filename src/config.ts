/** Configuration: one pure function of the environment. Nothing else in the house reads `process.env`. */
import { resolve } from "node:path";

export type Config = {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL connection string; absent means the embedded database under `home`. */
  readonly databaseUrl: string | undefined;
  /** The same database past a pooler in transaction mode: for LISTEN, migrations and session locks. */
  readonly databaseDirectUrl: string | undefined;
  /** Directory of the embedded database and of the first key. */
  readonly home: string;
  /** A key that shall exist with every scope; absent means that the first start makes one. */
  readonly key: string | undefined;
  readonly logLevel: string;
  readonly webhooks: {
    /** Whether webhooks may go to private addresses, without TLS and to any port. */
    readonly allowPrivate: boolean;
  };
  /** Whether X-Forwarded-For is a proxy's word that can be trusted. */
  readonly trustProxy: boolean;
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

  const key = given("PARADERO_KEY");
  if (key !== undefined && (key.length < 8 || /\s/.test(key)))
    faults.push("PARADERO_KEY: expected at least 8 characters without white space");

  const logLevel = given("LOG_LEVEL") ?? "info";
  if (!logLevels.includes(logLevel)) faults.push(`LOG_LEVEL: expected one of ${logLevels.join(", ")}, got ${JSON.stringify(logLevel)}`);

  const allowPrivate = given("WEBHOOK_ALLOW_PRIVATE") ?? "false";
  if (allowPrivate !== "true" && allowPrivate !== "false")
    faults.push(`WEBHOOK_ALLOW_PRIVATE: expected true or false, got ${JSON.stringify(allowPrivate)}`);
  const whole = (name: string, usual: number, least = 1) => {
    const value = given(name) ?? String(usual);
    if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
    faults.push(`${name}: expected a whole number from ${least} to 999999999, got ${JSON.stringify(value)}`);
    return usual;
  };
  const trustProxy = given("TRUST_PROXY") ?? "false";
  if (!["true", "false"].includes(trustProxy)) faults.push(`TRUST_PROXY: expected true or false, got ${JSON.stringify(trustProxy)}`);
  const retentionHours = given("FEED_RETENTION_HOURS") === undefined ? undefined : whole("FEED_RETENTION_HOURS", 1);
  const streams = {
    socketsPerAddress: whole("SOCKETS_PER_ADDRESS", 20_000),
    socketsPerKey: whole("SOCKETS_PER_KEY", 2000),
    subscriptionsPerSocket: whole("SUBSCRIPTIONS_PER_SOCKET", 100),
    stallMilliseconds: whole("FEED_STALL_SECONDS", 15) * 1000,
    drainMilliseconds: whole("FEED_DRAIN_SECONDS", 10, 0) * 1000,
    bookmarkMilliseconds: whole("FEED_BOOKMARK_SECONDS", 30) * 1000,
  };

  if (faults.length > 0) throw new ConfigError(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
  return {
    host: given("HOST") ?? "127.0.0.1",
    port: Number(port),
    databaseUrl,
    databaseDirectUrl,
    home: resolve(given("PARADERO_HOME") ?? ".paradero"),
    key,
    logLevel,
    webhooks: { allowPrivate: allowPrivate === "true" },
    trustProxy: trustProxy === "true",
    retentionHours,
    streams,
  };
}
