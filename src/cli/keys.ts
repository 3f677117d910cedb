/** `keys`: what whoever has the database may do with keys, whatever keys there are. On the embedded database, while the hub is stopped. */
import type { Command } from "commander";
import { InvalidArgumentError, Option } from "commander";
import type { Database } from "../db/database.ts";
import { createApiKey, revokeApiKey, rotateKey } from "../domain/access/api-key.ts";
import { change, type Outcome, type Verb } from "../domain/change.ts";
import { operator, scopes } from "../domain/viewer.ts";
import { encodeId, idOf } from "../graph/base/ids.ts";
import type { Terminal } from "./terminal.ts";
import { bringUpToDate } from "./up-to-date.ts";
import { withDatabase } from "./with-database.ts";

type Draft = { readonly name: string; readonly holder?: string; readonly scope: readonly string[]; readonly expires?: Date };

/** Hangs the commands on the program. */
export function addKeyCommands(program: Command, terminal: Terminal): void {
  const keys = program.command("keys").description("API keys, by whoever has the database: the way back in when nobody holds ADMIN");
  const scope = new Option("--scope <scope...>", "what it may do").choices(scopes).makeOptionMandatory();
  keys
    .command("list")
    .description("all keys, without their secrets")
    .action(() => onDatabase(terminal, (database) => listKeys(database, terminal)));
  keys
    .command("create")
    .description("make a key; it is shown once")
    .requiredOption("--name <name>", "what it is for")
    .option("--holder <holder>", "whose it is, the same for all keys of one person")
    .addOption(scope)
    .option("--expires <moment>", "when it stops working, such as 2027-01-31T00:00:00Z", toMoment)
    .action(({ name, holder, scope: given, expires }: Draft) =>
      onDatabase(terminal, async (database) => {
        const { id, secret } = await run(database, createApiKey, { name, holder, scopes: given, expiresAt: expires });
        terminal.out(`${encodeId("ApiKey", id)}\n${secret}`);
      }),
    );
  keys
    .command("rotate")
    .description("make another key of the same holder and scopes; the old one works for a while beside it")
    .argument("<id>", "as keys list shows it", toKeyId)
    .option("--old-until <moment>", "until when the old one works (a day from now)", toMoment)
    .action((key: string, { oldUntil }: { oldUntil?: Date }) =>
      onDatabase(terminal, async (database) => {
        const { id, secret } = await run(database, rotateKey, { key, oldValidUntil: oldUntil });
        terminal.out(`${encodeId("ApiKey", id)}\n${secret}`);
      }),
    );
  keys
    .command("revoke")
    .description("end a key at once")
    .argument("<id>", "as keys list shows it", toKeyId)
    .action((key: string) =>
      onDatabase(terminal, async (database) => {
        const { changed } = await run(database, revokeApiKey, { key });
        terminal.out(changed ? "revoked" : "it was revoked already");
      }),
    );
}

async function onDatabase(terminal: Terminal, use: (database: Database) => Promise<void>): Promise<void> {
  await withDatabase(terminal, async (database) => {
    await database.exclusively(() => bringUpToDate(database, terminal.err));
    await use(database);
  });
}

const run = <Answer extends Outcome>({ prisma }: Database, verb: Verb<Answer>, input: object) => change(prisma, operator, verb, input);

async function listKeys({ prisma }: Database, { out }: Terminal): Promise<void> {
  const keys = await prisma.apiKey.findMany({ orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  const at = (moment: Date | null) => moment?.toISOString() ?? "never";
  for (const key of keys) {
    const ended = key.revokedAt === null ? `expires ${at(key.expiresAt)}` : `revoked ${at(key.revokedAt)}`;
    const name = JSON.stringify(key.name);
    out(
      [encodeId("ApiKey", key.id), name, JSON.stringify(key.holder), key.scopes.join(","), ended, `last used ${at(key.lastUsedAt)}`].join(
        "  ",
      ),
    );
  }
}

/** An option that is a moment. */
export function toMoment(given: string): Date {
  const moment = new Date(given);
  if (!/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/.test(given) || Number.isNaN(moment.getTime()))
    throw new InvalidArgumentError("Expected a moment such as 2027-01-31T00:00:00Z.");
  return moment;
}

function toKeyId(given: string): string {
  try {
    return idOf(given, "ApiKey");
  } catch {
    throw new InvalidArgumentError("Expected the id of a key, as keys list shows it.");
  }
}
